import Geometry
import Journeys
import PlanningModel
import Projections
import RoadNetwork
import Terrain
import Workspace

extension ElevationModel {
  /// Wraps a raster in the reference system that it states.
  init(inItsSystem raster: Raster) throws {
    let system = try ReferenceSystem(raster.referenceSystem)
    let transformation = try Transformation(from: .wgs84, to: system)
    self.init(raster: raster) { positions in try transformation.transformed(positions) }
  }
}

/// A road network with what slope does to walking on it: what takes time to build and is cached.
struct BuiltRoads {
  /// The network.
  var network: RoadNetwork
  /// What slope does to walking; nil for flat ground.
  var slopes: EdgeSlopes?
  /// What the slopes were built with; nil when that is not known.
  var walking: WalkingSpeed?
  /// Metres of road whose slope is not known and counts as flat.
  var unknownSlopeMetres = 0.0
  /// Ends of roads that were joined to roads near them.
  var joints: [EndJoining.Joint]

  /// Builds a network, without slopes yet.
  init(_ lines: TaggedLines, rules: RoadRules, joinEndsMetres: Double) {
    let joining = EndJoining(lines, rules: rules, toleranceMetres: joinEndsMetres)
    joints = joining.joints
    network = RoadNetwork(lines: joining.lines, rules: rules)
  }

  /// Takes what a cache kept.
  init(_ entry: RoadNetworkCache.Entry) {
    network = entry.network
    slopes = entry.slopes
    unknownSlopeMetres = entry.unknownSlopeMetres
    joints = entry.joints
  }

  /// Reads the slopes of all roads from an elevation grid.
  mutating func addSlopes(_ raster: Raster, _ walking: WalkingSpeed) throws {
    let model = try ElevationModel(inItsSystem: raster)
    let read = try RoadSlopes(of: network, over: model, walking: walking)
    self.walking = walking
    slopes = read.edges
    unknownSlopeMetres = read.unknownMetres
  }

  /// What slope does to walking under settings that may differ from those that the roads were
  /// built with: slopes stay, what they do to walking is computed again.
  func slopes(under settings: SlopeSettings, _ walking: WalkingSpeed) -> EdgeSlopes? {
    guard settings.function != .none, let slopes else { return nil }
    guard walking != self.walking else { return slopes }
    return EdgeSlopes(
      firstStep: slopes.firstStep, slope: slopes.slope,
      forwardFactor: slopes.slope.map { Float(walking.timeFactor(atSlope: Double($0))) },
      backwardFactor: slopes.slope.map { Float(walking.timeFactor(atSlope: -Double($0))) })
  }

  /// What a cache keeps, with texts of the caller's.
  func entry(notes: [String]) -> RoadNetworkCache.Entry {
    RoadNetworkCache.Entry(
      network: network, slopes: slopes, unknownSlopeMetres: unknownSlopeMetres, joints: joints,
      notes: notes)
  }
}
