import Foundation
import GRDB
import Geometry
import PlanningModel

extension StoreWriter {
  func writeRoads(_ roads: RoadLayer) throws {
    let lines = roads.lines
    let columns = RoadColumns.names(for: lines.keys)
    for (column, tag) in zip(columns, lines.keys) {
      try database.execute(sql: "ALTER TABLE road ADD COLUMN \(quoted(column)) TEXT")
      try insert("road_tag", ["tag", "column_name"], [[tag, column]])
    }
    let fixed = ["geom", "line_id", "vertex_ids", "band", "provenance"]
    let names = (fixed + columns).map(quoted).joined(separator: ", ")
    let marks = (fixed + columns).map { _ in "?" }.joined(separator: ", ")
    let statement = try database.makeStatement(
      sql: "INSERT INTO road (\(names)) VALUES (\(marks))")
    var extent: Bounds?
    for line in 0..<lines.count {
      let vertices = Int(lines.firstVertex[line])..<Int(lines.firstVertex[line + 1])
      for vertex in vertices {
        let (x, y) = (lines.longitude[vertex], lines.latitude[vertex])
        let here = Bounds(west: x, south: y, east: x, north: y)
        extent = extent?.joined(with: here) ?? here
      }
      let blob = GeoPackageBlob.encodeLine(
        longitude: lines.longitude[vertices], latitude: lines.latitude[vertices])
      let ids = lines.vertexIDs.isEmpty ? nil : VertexIDBlob.encode(lines.vertexIDs[vertices])
      var row: [(any DatabaseValueConvertible)?] = [
        Data(blob), lines.lineIDs[line], ids.map { Data($0) }, roads.bands[line].rawValue,
        roads.provenance[line].rawValue,
      ]
      for key in lines.keys.indices {
        let text = lines.value(key, of: line)
        row.append(text.isEmpty ? nil : text)
      }
      try statement.execute(arguments: StatementArguments(row))
    }
    try GeoPackageContainer.setExtent(extent, of: "road", in: database)
  }

  func writeRivers(_ rivers: [BackgroundLine]) throws {
    var extent: Bounds?
    for river in rivers {
      guard let bounds = Bounds(around: river.positions) else { continue }
      extent = extent?.joined(with: bounds) ?? bounds
    }
    try insert(
      "river", ["geom", "name", "name_en", "provenance"],
      rivers.map {
        [
          Data(GeoPackageBlob.encode(.lineString($0.positions))), $0.name, $0.nameEnglish,
          $0.provenance.rawValue,
        ]
      })
    try GeoPackageContainer.setExtent(extent, of: "river", in: database)
  }

  private func quoted(_ name: String) -> String {
    "\"" + name.replacing("\"", with: "\"\"") + "\""
  }
}

/// The columns that hold the tags of roads.
enum RoadColumns {
  /// A column for each tag: the tag itself, or `tag_1` and so on where a name is taken (SQLite
  /// does not tell `Name` from `name`).
  static func names(for keys: [String]) -> [String] {
    var taken: Set<String> = ["fid", "geom", "line_id", "vertex_ids", "band", "provenance"]
    return keys.enumerated().map { index, key in
      var name = key
      while name.isEmpty || taken.contains(name.lowercased()) {
        name = name == key ? "tag_\(index + 1)" : name + "_"
      }
      taken.insert(name.lowercased())
      return name
    }
  }
}

/// The identities of a line's vertices as bytes: 64 bits each, little-endian.
enum VertexIDBlob {
  static func encode(_ ids: ArraySlice<Int64>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(8 * ids.count)
    for id in ids {
      withUnsafeBytes(of: id.littleEndian) { bytes.append(contentsOf: $0) }
    }
    return bytes
  }

  static func append(_ bytes: UnsafeRawBufferPointer, to ids: inout [Int64]) {
    for at in stride(from: 0, to: bytes.count - 7, by: 8) {
      ids.append(Int64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: Int64.self)))
    }
  }
}
