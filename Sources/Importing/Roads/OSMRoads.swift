import COsmium
public import Geometry
public import PlanningModel

/// The roads of an OpenStreetMap file and what the file lacks of them.
public struct OSMRoads: Sendable {
  /// Ways with `highway` or `route=ferry`; vertex ids are OSM nodes, line ids OSM ways.
  public var lines: TaggedLines
  /// Distinct nodes that ways refer to and the extract does not hold.
  public var missingNodes: Int
  /// Ways that were trimmed or split where nodes are missing.
  public var trimmedWays: Int
  /// Ways of which no two neighbouring nodes are left.
  public var droppedWays: Int

  /// The endings of file names that are read as OpenStreetMap data.
  public static let extensions = [".osm.pbf", ".pbf", ".osm", ".osm.bz2", ".osm.gz"]

  /// Reads a PBF or XML file, packed or not, with the values of the tags in `keys`.
  ///
  /// Throws ``WorkError`` with `unreadable` for a missing file or a directory, and with
  /// `malformed` and the library's own words for a file that cannot be read to its end.
  /// `name` is what messages call the file.
  public static func read(_ path: String, keys: [String], name: String? = nil) throws -> OSMRoads {
    try read(path, keys: keys, name: name ?? path, reader: .fastest)
  }

  /// Who reads a file; all give the same.
  package enum Reader {
    /// PBF by ``blobs``; all other formats, and what ``blobs`` refuses, by ``library``.
    case fastest
    /// libosmium.
    case library
    /// The blobs of PBF side by side; what is out of the ordinary is refused.
    case blobs
  }

  /// Reads a file by one of the readers.
  package static func read(
    _ path: String, keys: [String], name: String, reader: Reader
  ) throws -> OSMRoads {
    try ReadableFile.check(path, name: name, operation: "read roads")
    var message: UnsafeMutablePointer<CChar>?
    let kind =
      switch reader {
      case .fastest: YIKE_OSM_READER_FASTEST
      case .library: YIKE_OSM_READER_LIBRARY
      case .blobs: YIKE_OSM_READER_BLOBS
      }
    let handle = withCStrings(keys) {
      yike_osm_read_roads(path, $0, keys.count, kind, &message)
    }
    guard let handle else {
      let text = message.map { String(cString: $0) } ?? "unknown failure"
      yike_osm_free_message(message)
      let endings = extensions.joined(separator: ", ")
      throw WorkError(
        .malformed, operation: "read roads", subject: name,
        message: Bilingual("OpenStreetMap 文件无法读完（\(text)）", text),
        remedy: Bilingual(
          "重新下载；这不是完整的 OpenStreetMap 数据（\(endings)）",
          "fetch the extract again; it is not whole OpenStreetMap data (\(endings))"))
    }
    defer { yike_osm_free(handle) }
    let view = yike_osm_view(handle)
    return OSMRoads(
      lines: lines(of: handle, keys: keys), missingNodes: view.missing_nodes,
      trimmedWays: view.trimmed_ways, droppedWays: view.dropped_ways)
  }

  /// What is worth saying about an extract that lacks nodes; empty when it is whole.
  public func faults(file: String) -> [InputFault] {
    guard missingNodes > 0 else { return [] }
    return [
      ImportCheck.roadsMissingNodes.fault(
        file: file, value: String(missingNodes),
        rule: Bilingual(
          "文件中缺少道路的 \(missingNodes) 个节点，\(trimmedWays) 条道路被截短，\(droppedWays) 条未读入",
          "\(missingNodes) nodes of roads are not in the extract; \(trimmedWays) ways were "
            + "trimmed and \(droppedWays) left out"),
        remedy: Bilingual(
          "裁剪时保留完整道路，或在区县外留出余量",
          "cut the extract with complete ways, or with a margin around the district"))
    ]
  }

  private static func lines(of roads: OpaquePointer, keys: [String]) -> TaggedLines {
    let view = yike_osm_view(roads)
    var lines = TaggedLines(keys: keys)
    var columns = YikeOsmColumns()
    lines.firstVertex = array(view.line_count + 1) { firstVertex in
      columns.first_vertex = firstVertex
      lines.longitude = array(view.vertex_count) { longitude in
        columns.longitude = longitude
        lines.latitude = array(view.vertex_count) { latitude in
          columns.latitude = latitude
          lines.vertexIDs = array(view.vertex_count) { ids in
            columns.node_ids = ids
            lines.lineIDs = array(view.line_count) { ids in
              columns.way_ids = ids
              lines.values = array(view.line_count * keys.count) { values in
                columns.values = values
                yike_osm_copy(roads, columns)
              }
            }
          }
        }
      }
    }
    lines.strings = (0..<view.string_count).map { string in
      let (start, end) = (view.string_offsets[string], view.string_offsets[string + 1])
      return String(
        decoding: UnsafeRawBufferPointer(
          start: view.string_bytes + Int(start), count: Int(end - start)),
        as: UTF8.self)
    }
    return lines
  }

  /// An array of which `fill` writes every element.
  private static func array<Element>(
    _ count: Int, _ fill: (UnsafeMutablePointer<Element>?) -> Void
  ) -> [Element] {
    // Room for one at least, so that there is an address.
    Array(unsafeUninitializedCapacity: max(1, count)) { buffer, filled in
      fill(buffer.baseAddress)
      filled = count
    }
  }

  /// Calls `body` with C strings that live as long as the call.
  private static func withCStrings<Result>(
    _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result
  ) -> Result {
    var bytes: [CChar] = []
    var starts: [Int] = []
    for text in texts {
      starts.append(bytes.count)
      bytes.append(contentsOf: text.utf8CString)
    }
    return bytes.withUnsafeBufferPointer { buffer in
      var pointers: [UnsafePointer<CChar>?] = starts.map { start in
        buffer.baseAddress.map { $0 + start }
      }
      pointers.append(nil)
      return pointers.withUnsafeBufferPointer { list in
        // Never empty, as it ends with a null.
        list.baseAddress.map(body) ?? withUnsafePointer(to: nil, body)
      }
    }
  }
}
