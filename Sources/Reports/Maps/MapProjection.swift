import Foundation
import Geometry
import PlanningModel

/// From degrees to pixels of the map: equirectangular, true to scale in its middle.
struct MapProjection {
  /// Pixels from left to right.
  let width: Double
  /// Pixels from top to bottom.
  let height: Double
  /// Pixels a metre at the middle latitude.
  let pixelsPerMetre: Double

  private let west, north: Double
  private let metresPerDegreeEast, metresPerDegreeNorth: Double

  /// A map `width` pixels wide that shows all positions with a margin; nil when there is none,
  /// or when they take no room.
  init?(showing positions: some Sequence<Position>, width: Double, margin: Double) {
    var (west, east, south, north) = (Double.infinity, -Double.infinity, Double.infinity, -90.0)
    for position in positions where position.x.isFinite && position.y.isFinite {
      west = min(west, position.x)
      east = max(east, position.x)
      south = min(south, position.y)
      north = max(north, position.y)
    }
    guard west < east || south < north else { return nil }
    let metres = Self.metresPerDegree(latitude: (south + north) / 2)
    let spanEast = (east - west) * metres.east
    let spanNorth = (north - south) * metres.north
    let inner = width - 2 * margin
    // Taller than wide by a quarter at most, so that a page holds the map and its legend.
    let scale = min(inner / max(spanEast, 1), inner * 1.25 / max(spanNorth, 1))
    self.width = width
    height = max(spanNorth * scale + 2 * margin, width * 0.4)
    pixelsPerMetre = scale
    metresPerDegreeEast = metres.east
    metresPerDegreeNorth = metres.north
    self.west = west - (width - spanEast * scale) / 2 / scale / metres.east
    self.north = north + (height - spanNorth * scale) / 2 / scale / metres.north
  }

  /// Where a position in degrees stands on the map, y downwards.
  func point(_ position: Position) -> Position {
    Position(
      x: (position.x - west) * metresPerDegreeEast * pixelsPerMetre,
      y: (north - position.y) * metresPerDegreeNorth * pixelsPerMetre)
  }

  func point(_ position: GeographicPosition) -> Position {
    point(Position(x: position.longitude, y: position.latitude))
  }

  /// Whether a point lies on the map.
  func contains(_ point: Position) -> Bool {
    (0...width).contains(point.x) && (0...height).contains(point.y)
  }

  /// The length of a degree along the parallel and along the meridian, on the WGS 84 ellipsoid.
  static func metresPerDegree(latitude: Double) -> (east: Double, north: Double) {
    let semiMajorMetres = 6_378_137.0
    let eccentricitySquared = 6.694_379_990_141_317e-3
    let radians = latitude * .pi / 180
    let root = (1 - eccentricitySquared * sin(radians) * sin(radians)).squareRoot()
    return (
      east: .pi / 180 * semiMajorMetres * cos(radians) / root,
      north: .pi / 180 * semiMajorMetres * (1 - eccentricitySquared) / (root * root * root)
    )
  }
}
