import Journeys
import PlanningModel
import RoadNetwork
import Terrain
import TravelTimes
import Workspace

/// The one source of travel times of a run: every figure of it comes from here (DESIGN §5.10).
struct CostField: Sendable {
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
