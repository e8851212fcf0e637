import Geometry
import PlanningModel

extension IsochroneRings {
  /// The area of a limit in degrees, its holes in the outer rings that hold them; nil without a
  /// ring.
  func area(_ limit: Int, _ scale: IsochroneScale, _ strokes: IsochroneStrokes) -> Shape? {
    let own = rings.filter { $0.limit == limit }
    let shells = own.filter { $0.doubledArea > 0 }
    var polygons = shells.map { Polygon(exterior: positions($0, scale, strokes)) }
    let bySize = shells.indices.sorted {
      (shells[$0].doubledArea, $0) < (shells[$1].doubledArea, $1)
    }
    for hole in own where hole.doubledArea < 0 {
      let holder = bySize.first {
        shells[$0].doubledArea > -hole.doubledArea
          && contains(shells[$0], x[hole.first], y[hole.first])
      }
      if let holder { polygons[holder].interiors.append(positions(hole, scale, strokes)) }
    }
    if polygons.count == 1 { return .polygon(polygons[0]) }
    return polygons.isEmpty ? nil : .multiPolygon(polygons)
  }

  private func positions(
    _ ring: Ring, _ scale: IsochroneScale, _ strokes: IsochroneStrokes
  ) -> [Position] {
    let unit = scale.cellMetres / Double(Self.unitsPerCell)
    func rounded(_ degrees: Double, _ most: Double) -> Double {
      (max(-most, min(most, degrees)) * 1e7).rounded() / 1e7
    }
    var positions: [Position] = []
    for index in ring.first..<ring.first + ring.count where isKept[index] {
      positions.append(
        Position(
          x: rounded(
            strokes.place.longitude
              + (scale.west + Double(x[index]) * unit) / strokes.eastMetres, 180),
          y: rounded(
            strokes.place.latitude
              + (scale.south + Double(y[index]) * unit) / strokes.northMetres, 90)))
    }
    if let first = positions.first { positions.append(first) }
    return positions
  }
}
