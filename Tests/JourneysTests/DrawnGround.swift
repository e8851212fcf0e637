import Geometry
import Journeys
import PlanningModel
import RoadNetwork
import Terrain
import TestSupport
import TravelTimes

/// Ground drawn by a formula around the map of a test: metres east of 107° and north of the
/// equator in, metres of height out; NaN for none.
enum DrawnGround {
  /// Cells of 50 m in a square that reaches 5,025 m to each side.
  static func model(
    cellMetres: Double = 50, reachMetres: Double = 5025,
    _ height: (_ east: Double, _ north: Double) -> Double
  ) -> ElevationModel {
    let side = Int(2 * reachMetres / cellMetres)
    var cells: [Float] = []
    cells.reserveCapacity(side * side)
    for row in 0..<side {
      for column in 0..<side {
        cells.append(
          Float(
            height(
              (Double(column) + 0.5) * cellMetres - reachMetres,
              reachMetres - (Double(row) + 0.5) * cellMetres)))
      }
    }
    let raster = Raster(
      width: side, height: side, west: -reachMetres, north: reachMetres, cellWidth: cellMetres,
      cellHeight: cellMetres, referenceSystem: "local", cells: cells)
    let scale = EllipsoidalMetric.metresPerDegree(atLatitude: 0)
    return ElevationModel(raster: raster) {
      $0.map { Position(x: ($0.x - 107) * scale.east, y: $0.y * scale.north) }
    }
  }

  /// Roads on flat ground with walks over a model beside them.
  static func source(
    _ lines: TaggedLines, over model: ElevationModel?, capMetres: Double = 300,
    walking: WalkingSpeed = WalkingSpeed(), detour: Double? = nil
  ) -> JourneySource {
    JourneySource(
      roads: RoadTravelTimes(
        network: RoadNetwork(lines: lines),
        snapping: SnapSettings(capMetres: capMetres),
        ground: model.map { SlopeWalks(over: $0, walking: walking) }),
      detour: detour)
  }

  static func walking(_ direction: TravelDirection, mode: TravelMode = .walk) -> TravelProfile {
    TravelProfile(mode: mode, paceMillimetresPerSecond: 1000, direction: direction)
  }
}
