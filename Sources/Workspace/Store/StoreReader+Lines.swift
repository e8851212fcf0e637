import GRDB
import Geometry
import PlanningModel

extension StoreReader {
  func readRoads() throws -> RoadLayer {
    let tags = try rows("road_tag", "SELECT tag, column_name FROM road_tag ORDER BY fid") {
      (tag: try $0.text(0), column: try $0.text(1))
    }
    var lines = TaggedLines(keys: tags.map(\.tag))
    var places: [String: UInt32] = ["": 0]
    let columns = tags.map { ", \"" + $0.column.replacing("\"", with: "\"\"") + "\"" }.joined()
    var bands: [Band] = []
    var provenance: [Provenance] = []
    _ = try rows(
      "road",
      "SELECT geom, line_id, vertex_ids, band, provenance\(columns) FROM road ORDER BY fid"
    ) { row in
      guard
        try row.withBytes(
          0,
          {
            GeoPackageBlob.decodeLine(
              $0, longitude: &lines.longitude, latitude: &lines.latitude) ? true : nil
          }) != nil
      else { throw row.damage(0, Bilingual("缺少线", "a line is missing")) }
      _ = try row.withBytes(2) { VertexIDBlob.append($0, to: &lines.vertexIDs) }
      lines.firstVertex.append(UInt32(lines.longitude.count))
      lines.lineIDs.append(Int64(try row.integer(1)))
      bands.append(try row.choice(3))
      provenance.append(try row.choice(4))
      for tag in tags.indices {
        let text = try row.optionalText(5 + tag) ?? ""
        if let place = places[text] {
          lines.values.append(place)
        } else {
          places[text] = UInt32(lines.strings.count)
          lines.values.append(UInt32(lines.strings.count))
          lines.strings.append(text)
        }
      }
      guard lines.vertexIDs.isEmpty || lines.vertexIDs.count == lines.longitude.count else {
        throw row.damage(
          2, Bilingual("节点与节点编号数量不一致", "vertices and their identities differ in number"))
      }
    }
    return RoadLayer(lines: lines, bands: bands, provenance: provenance)
  }

  func readRivers() throws -> [BackgroundLine] {
    try rows("river", "SELECT geom, name, name_en, provenance FROM river ORDER BY fid") { row in
      guard let shape = try row.withBytes(0, { GeoPackageBlob.decode($0) }),
        case .lineString(let positions) = shape
      else { throw row.damage(0, Bilingual("缺少线", "a line is missing")) }
      return BackgroundLine(
        name: try row.text(1), nameEnglish: try row.optionalText(2), positions: positions,
        provenance: try row.choice(3))
    }
  }
}
