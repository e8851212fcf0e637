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
    let name = name ?? path
    try ReadableFile.check(path, name: name, operation: "read roads")
    var message: UnsafeMutablePointer<CChar>?
    let handle = withCStrings(keys) {
      yike_osm_read_roads(path, $0, keys.count, &message)
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
      lines: lines(of: view, keys: keys), missingNodes: view.missing_nodes,
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

  private static func lines(of view: YikeOsmView, keys: [String]) -> TaggedLines {
    var lines = TaggedLines(keys: keys)
    lines.firstVertex = array(view.first_vertex, view.line_count + 1)
    lines.longitude = array(view.longitude, view.vertex_count)
    lines.latitude = array(view.latitude, view.vertex_count)
    lines.vertexIDs = array(view.node_ids, view.vertex_count)
    lines.lineIDs = array(view.way_ids, view.line_count)
    lines.values = array(view.values, view.line_count * keys.count)
    let offsets = array(view.string_offsets, view.string_count + 1)
    let bytes = UnsafeRawBufferPointer(
      start: view.string_bytes, count: Int(offsets.last ?? 0))
    lines.strings = zip(offsets, offsets.dropFirst()).map { start, end in
      String(decoding: bytes[Int(start)..<Int(end)], as: UTF8.self)
    }
    return lines
  }

  private static func array<Element>(
    _ start: UnsafePointer<Element>?, _ count: Int
  ) -> [Element] {
    Array(UnsafeBufferPointer(start: start, count: start == nil ? 0 : count))
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
