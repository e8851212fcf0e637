import Geometry
import Importing
import Journeys
import PlanningModel
import Projections
import RoadNetwork
import Terrain

/// The roads of a file, ready to be travelled, with slopes where there is an elevation grid.
struct RoadSource {
  /// The file with the roads.
  var roads: String
  /// The elevation grid; nil for flat.
  var elevation: String?
  /// What slope does to walking, by name.
  var slope: String
  /// The longest walk between a point and the roads, in metres.
  var snapCapMetres: Double
  /// How many threads may search.
  var threads: Int

  /// Reads the files.
  ///
  /// - Parameter note: takes findings on the roads that do not stop the work.
  func travelTimes(note: (String) -> Void) throws -> RoadTravelTimes {
    let (lines, faults) = try RoadFile.read(roads)
    for fault in faults { note("\(fault)") }
    let network = RoadNetwork(lines: lines)
    guard network.edgeCount > 0 else {
      throw WorkError(
        .malformed, operation: "read roads", subject: roads,
        message: "the file has no line that may be used as a road",
        remedy: "check that it has lines, and a “highway” column if it has classes")
    }
    return RoadTravelTimes(
      network: network, slopes: try elevation.map { try slopes($0, network) },
      snapping: .init(candidateCount: 5, capMetres: snapCapMetres), threads: threads)
  }

  private func slopes(_ elevation: String, _ network: RoadNetwork) throws -> EdgeSlopes {
    guard let function = SlopeFunction(rawValue: slope) else {
      let known = SlopeFunction.allCases.map(\.rawValue).joined(separator: ", ")
      throw WorkError(
        .notFound, operation: "choose slope function", subject: slope,
        message: "there is no slope function of this name", remedy: "known: \(known)")
    }
    let raster = try RasterFile.read(elevation)
    let system = try ReferenceSystem(raster.referenceSystem)
    let transformation = try Transformation(from: .wgs84, to: system)
    let model = ElevationModel(raster: raster) { positions in
      try transformation.transformed(positions)
    }
    return try RoadSlopes(of: network, over: model, walking: WalkingSpeed(function: function))
      .edges
  }
}
