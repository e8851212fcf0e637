public import Geometry
public import PlanningModel

/// A drawn map: each letter or digit is a place, each character a square of stated metres.
///
/// It lies on the equator, where a metre east and a metre north keep their length in degrees.
/// Lines are named by the places they run through; other characters only help the eye.
public struct ASCIIMap: Sendable {
  private var cells: [Character: (column: Double, row: Double)] = [:]
  private let cellMetres: Double

  /// Reads a drawing, north up.
  public init(_ drawing: String, cellMetres: Double = 100) {
    self.cellMetres = cellMetres
    for (row, line) in drawing.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      for (column, character) in line.enumerated()
      where character.isLetter || character.isNumber {
        cells[character] = (Double(column), Double(row))
      }
    }
  }

  /// A place, moved by some metres.
  public func place(_ name: Character, east: Double = 0, north: Double = 0) -> GeographicPosition {
    guard let cell = cells[name] else { preconditionFailure("\(name) is not on the map") }
    let scale = EllipsoidalMetric.metresPerDegree(atLatitude: 0)
    return GeographicPosition(
      longitude: 107 + (cell.column * cellMetres + east) / scale.east,
      latitude: (north - cell.row * cellMetres) / scale.north)
  }

  /// Lines through places, with tags; with `sharingPlaces` the letters are vertex ids, as in
  /// OSM, otherwise coordinates decide where lines meet.
  public func lines(
    _ ways: [(places: String, tags: [String: String])], sharingPlaces: Bool = true
  ) -> TaggedLines {
    var lines = TaggedLines(keys: Set(ways.flatMap(\.tags.keys)).sorted())
    for (number, way) in ways.enumerated() {
      for name in way.places {
        let place = place(name)
        lines.longitude.append(place.longitude)
        lines.latitude.append(place.latitude)
        if sharingPlaces {
          lines.vertexIDs.append(Int64(name.unicodeScalars.first?.value ?? 0))
        }
      }
      lines.firstVertex.append(UInt32(lines.longitude.count))
      lines.lineIDs.append(Int64(number + 1))
      for key in lines.keys {
        let text = way.tags[key] ?? ""
        if let known = lines.strings.firstIndex(of: text) {
          lines.values.append(UInt32(known))
        } else {
          lines.values.append(UInt32(lines.strings.count))
          lines.strings.append(text)
        }
      }
    }
    return lines
  }

  /// Roads without further tags.
  public func roads(_ ways: String...) -> TaggedLines {
    lines(ways.map { ($0, ["highway": "residential"]) })
  }
}
