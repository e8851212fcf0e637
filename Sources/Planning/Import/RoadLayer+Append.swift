import Geometry
import PlanningModel
import Workspace

extension RoadLayer {
  /// Adds the lines of another source.
  ///
  /// Lines of different sources meet where their coordinates are equal. Vertex identities
  /// (OSM) hold inside one source only; once there are several, coordinates decide for all.
  mutating func append(_ other: TaggedLines, band: Band, provenance: Provenance) {
    let isFirst = lines.count == 0
    let keepsIdentities = isFirst || (lines.vertexIDs.isEmpty == other.vertexIDs.isEmpty)
    let offset = UInt32(lines.longitude.count)
    lines.firstVertex += other.firstVertex.dropFirst().map { $0 + offset }
    lines.longitude += other.longitude
    lines.latitude += other.latitude
    lines.vertexIDs = keepsIdentities ? lines.vertexIDs + other.vertexIDs : []
    lines.lineIDs += other.lineIDs
    var position = Dictionary(
      lines.strings.enumerated().map { ($0.element, UInt32($0.offset)) },
      uniquingKeysWith: { first, _ in first })
    let translated = other.strings.map { text -> UInt32 in
      if let known = position[text] { return known }
      let new = UInt32(lines.strings.count)
      lines.strings.append(text)
      position[text] = new
      return new
    }
    lines.values += other.values.map { translated[Int($0)] }
    bands += Array(repeating: band, count: other.count)
    self.provenance += Array(repeating: provenance, count: other.count)
  }
}
