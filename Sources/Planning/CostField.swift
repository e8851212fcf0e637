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
  /// What was found on the roads as they are.
  let kept = KeptFields()
  /// How the roads of this field came from others; nil when they did not, or when there is nothing
  /// to gain by it.
  var edits: RoadEdits?

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

  /// Whether anybody, or any facility, is farther from the roads of some mode than the cap, or was
  /// before a patch moved it.
  func hasPlacesOffRoad(_ district: District, patching baseline: District) -> Bool {
    let before = baseline.facilities.map(\.position)
    let known = Set(before)
    // Apart, as they are asked for again: where people live by every question, the facilities of
    // the baseline by every patch.
    let lists = [
      district.demandPoints.map(\.position), before,
      district.facilities.map(\.position).filter { !known.contains($0) },
    ]
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
      if !asked.countsSecond,
        let byRoad = try edits?.nearest(
          from: asked.origins, to: asked.destinations, asked.profile, on: source.roads)
      {
        return try source.nearest(
          completing: byRoad, from: asked.origins, to: asked.destinations, profile: asked.profile,
          within: nil)
      }
      return try asked.countsSecond
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
