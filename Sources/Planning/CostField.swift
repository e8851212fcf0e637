import Coverage
import Geometry
import Journeys
import PlanningModel
import Projections
import RoadNetwork
import Terrain
import TravelTimes
import Workspace

/// The one source of travel times of a run: every figure of it comes from here (DESIGN §5.10).
struct CostField {
  /// Times door to door.
  let source: JourneySource
  /// How good roads and terrain are: the weakest of them.
  let provenance: Provenance
  /// Metres of road whose slope is not known and counts as flat.
  let unknownSlopeMetres: Double

  /// Ends of roads that were joined to roads near them.
  let joints: [EndJoining.Joint]

  /// Builds the network of a workspace, with slopes where there is an elevation grid.
  init(
    settings: WorkspaceSettings, contents: StoreContents, rules: RoadRules, threads: Int
  ) throws {
    let travel = settings.travel
    let joining = EndJoining(
      contents.roads.lines, rules: rules, toleranceMetres: travel.joinEndsMetres.doubleValue)
    joints = joining.joints
    let network = RoadNetwork(lines: joining.lines, rules: rules)
    var slopes: EdgeSlopes?
    var unknown = 0.0
    var provenances = contents.roads.provenance
    if let elevation = contents.elevation, travel.slope.function != .none {
      let system = try ReferenceSystem(elevation.raster.referenceSystem)
      let transformation = try Transformation(from: .wgs84, to: system)
      let model = ElevationModel(raster: elevation.raster) { positions in
        try transformation.transformed(positions)
      }
      let read = try RoadSlopes(of: network, over: model, walking: travel.walkingSpeed)
      slopes = read.edges
      unknown = read.unknownMetres
      provenances.append(elevation.provenance)
    }
    let roads = RoadTravelTimes(
      network: network, slopes: slopes,
      snapping: .init(
        candidateCount: travel.snap.candidates, capMetres: travel.snap.capMetres.doubleValue),
      threads: threads)
    source = JourneySource(roads: roads, detour: travel.fallbackDetour.doubleValue)
    provenance = Provenance.weakest(of: provenances) ?? .estimated
    unknownSlopeMetres = unknown
  }
}

extension TravelSettings {
  /// What slope does to walking under these settings.
  var walkingSpeed: WalkingSpeed {
    WalkingSpeed(
      function: slope.function, steepestSlope: slope.clamp.doubleValue,
      isCappedAtFlat: slope.isCappedDownhill)
  }
}

/// Answers reach queries of one evaluation from its cost field, each query once.
final class FieldReach: ReachSource {
  private let district: District
  private let asOf: CivilDate
  private let field: CostField
  private var answers: [ReachQuery: Reach] = [:]
  private var servingAnswers: [ReachQuery: Reach] = [:]
  private var matrices: [ReachQuery: TravelTimeMatrix] = [:]

  init(district: District, asOf: CivilDate, field: CostField) {
    self.district = district
    self.asOf = asOf
    self.field = field
  }

  func reach(_ query: ReachQuery) throws -> Reach {
    if let known = answers[query] { return known }
    let nearest = NearestFacility(query, in: district, on: asOf)
    let answer = nearest.reach(
      from: try times(query, to: nearest.facilities), provenance: field.provenance)
    answers[query] = answer
    return answer
  }

  /// The nearest facilities that serve a place: their declared range holds it, or without a
  /// range they stand in its unit.
  func serving(_ query: ReachQuery) throws -> Reach {
    if let known = servingAnswers[query] { return known }
    let nearest = NearestFacility(query, in: district, on: asOf)
    let answer = nearest.reach(
      from: try times(query, to: nearest.facilities), provenance: field.provenance,
      servingOnly: true)
    servingAnswers[query] = answer
    return answer
  }

  private func times(
    _ query: ReachQuery, to facilities: [Facility]
  ) throws -> TravelTimeMatrix {
    if let known = matrices[query] { return known }
    let matrix = try field.source.times(
      from: district.demandPoints.map(\.position), to: facilities.map(\.position),
      profile: query.profile, within: nil)
    matrices[query] = matrix
    return matrix
  }
}
