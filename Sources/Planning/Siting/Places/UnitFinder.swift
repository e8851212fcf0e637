import Geometry
import PlanningModel
import Workspace

/// Finds the units that places lie in: by the polygons of the units, and where there are none by
/// the nearest village.
struct UnitFinder {
  private let shapes: [(unit: UnitID, bounds: Bounds, shape: Shape)]
  private let villages: [(unit: UnitID, position: GeographicPosition)]

  init(_ situation: Situation) {
    let known = situation.loaded.contents.unitShapes
    shapes = situation.district.units.compactMap { unit in
      guard let shape = known[unit.id]?.shape, let bounds = shape.bounds else { return nil }
      return (unit.id, bounds, shape)
    }
    villages = situation.district.demandPoints.compactMap { point in
      guard point.band == .own, let unit = point.unit, let position = point.position else {
        return nil
      }
      return (unit, position)
    }
  }

  /// The rectangle around all polygons; nil where there are none.
  var bounds: Bounds? {
    guard var bounds = shapes.first?.bounds else { return nil }
    for shape in shapes { bounds = bounds.joined(with: shape.bounds) }
    return bounds
  }

  /// The unit of each place; nil outside all polygons.
  ///
  /// - Throws: `GeometryError` for a polygon that GEOS cannot read.
  func units(of places: [GeographicPosition]) throws -> [UnitID?] {
    guard !shapes.isEmpty else { return places.map(nearest) }
    var found = places.map { _ in UnitID?.none }
    for (unit, bounds, shape) in shapes {
      let near = places.indices.filter { index in
        found[index] == nil
          && bounds.contains(Position(x: places[index].longitude, y: places[index].latitude))
      }
      let positions = near.map { Position(x: places[$0].longitude, y: places[$0].latitude) }
      for (index, isInside) in zip(near, try shape.covered(positions)) where isInside {
        found[index] = unit
      }
    }
    return found
  }

  private func nearest(_ place: GeographicPosition) -> UnitID? {
    func distance(_ other: GeographicPosition) -> Double {
      // Only the order counts, over a district.
      let east = (other.longitude - place.longitude) * 0.87
      let north = other.latitude - place.latitude
      return east * east + north * north
    }
    return villages.min { distance($0.position) < distance($1.position) }?.unit
  }
}
