import Coverage
import Journeys
import PlanningModel
import RoadNetwork
import Terrain
import TravelTimes
import Workspace

/// The one source of travel times of a run: every figure of it comes from here (DESIGN §5.10).
struct CostField {
  /// Times door to door.
  var source: JourneySource { didSet { memory = SearchMemory() } }
  /// How good roads and terrain are: the weakest of them.
  var provenance: Provenance
  /// Metres of road whose slope is not known and counts as flat.
  let unknownSlopeMetres: Double

  /// What was asked already; another field has another.
  private(set) var memory = SearchMemory()

  /// Ends of roads that were joined to roads near them.
  let joints: [EndJoining.Joint]

  /// Travels built roads under the settings of a workspace.
  ///
  /// - Parameter elevation: what people walk over from places far from roads; nil to estimate.
  init(
    travel: TravelSettings, roads: BuiltRoads, provenance: Provenance,
    elevation: ElevationModel? = nil, threads: Int
  ) {
    let times = RoadTravelTimes(
      network: roads.network, slopes: roads.slopes(under: travel.slope, travel.walkingSpeed),
      snapping: .init(
        candidateCount: travel.snap.candidates, capMetres: travel.snap.capMetres.doubleValue),
      ground: elevation.map { SlopeWalks(over: $0, walking: travel.walkingSpeed) },
      threads: threads)
    source = JourneySource(roads: times, detour: travel.fallbackDetour.doubleValue)
    joints = roads.joints
    unknownSlopeMetres = roads.unknownSlopeMetres
    self.provenance = provenance
  }
}

extension CostField {
  /// The same field, in which people walk over the ground from places far from roads.
  func walking(over elevation: ElevationModel, _ speed: WalkingSpeed) -> CostField {
    var field = self
    field.source.roads = RoadTravelTimes(
      source.roads, over: SlopeWalks(over: elevation, walking: speed))
    return field
  }

  /// Whether anybody, or any facility, is farther from the roads of some mode than the cap.
  func hasPlacesOffRoad(_ district: District) -> Bool {
    // Apart, as questions ask for them: where people live is looked up once for all of them.
    let lists = [district.demandPoints.map(\.position), district.facilities.map(\.position)]
    return [TravelMode.walk, .motor, .car].contains { mode in
      lists.contains { places in
        let snapped = source.roads.snap(places, mode: mode)
        return places.indices.contains { snapped.isValid[$0] && !snapped.isSnapped($0) }
      }
    }
  }
}

extension CostField {
  /// The nearest destinations, and the second nearest when asked for, however far.
  func nearest(
    from origins: [GeographicPosition?], to destinations: [GeographicPosition?],
    _ profile: TravelProfile, countingSecond: Bool = false
  ) throws -> NearestTimes {
    let question = SearchMemory.Question(
      origins: origins, destinations: destinations, profile: profile,
      countsSecond: countingSecond)
    return try memory.answer(question) { asked in
      try asked.countsSecond
        ? source.nearestTwo(
          from: asked.origins, to: asked.destinations, profile: asked.profile, within: nil)
        : source.nearest(
          from: asked.origins, to: asked.destinations, profile: asked.profile, within: nil)
    }
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
  private var backups: [ReachQuery: Reach] = [:]
  private var servingAnswers: [ReachQuery: Reach] = [:]
  private var places: [GeographicPosition?] { district.demandPoints.map(\.position) }

  init(district: District, asOf: CivilDate, field: CostField) {
    self.district = district
    self.asOf = asOf
    self.field = field
  }

  func reach(_ query: ReachQuery) throws -> Reach {
    if let known = answers[query] ?? backups[query] { return known }
    let answer = try reach(query) { facilities in
      try field.nearest(from: places, to: facilities, query.profile)
    }
    answers[query] = answer
    return answer
  }

  /// The nearest facility and the one that stands in for it.
  func reachTwo(_ query: ReachQuery) throws -> Reach {
    if let known = backups[query] { return known }
    let answer = try reach(query) { facilities in
      try field.nearest(from: places, to: facilities, query.profile, countingSecond: true)
    }
    backups[query] = answer
    return answer
  }

  private func reach(
    _ query: ReachQuery, own search: ([GeographicPosition?]) throws -> NearestTimes
  ) throws -> Reach {
    let nearest = NearestFacility(query, in: district, on: asOf)
    let facilities = nearest.facilities
    let own = try search(nearest.ownFacilities.map(\.position))
    var all: NearestTimes?
    if district.hasNeighbours {
      all =
        facilities.allSatisfy { $0.band == .own }
        ? own
        : try field.nearest(from: places, to: facilities.map(\.position), query.profile)
    }
    return nearest.reach(own: own, all: all, provenance: field.provenance)
  }

  /// The nearest facilities that serve a place: their declared range holds it, or without a
  /// range they stand in its unit.
  func serving(_ query: ReachQuery) throws -> Reach {
    if let known = servingAnswers[query] { return known }
    let nearest = NearestFacility(query, in: district, on: asOf)
    // Which facilities count differs from place to place, so every pair is needed.
    let matrix = try field.source.times(
      from: places, to: nearest.facilities.map(\.position), profile: query.profile, within: nil)
    let answer = nearest.reach(from: matrix, provenance: field.provenance, servingOnly: true)
    servingAnswers[query] = answer
    return answer
  }
}
