import Coverage
import Dispatch
import Journeys
import PlanningModel
import Synchronization
import TravelTimes

/// Answers reach queries of one evaluation from its cost field, each query once.
final class FieldReach: ReachSource {
  private let search: FieldSearch
  private var answers: [ReachQuery: Reach] = [:]
  private var backups: [ReachQuery: Reach] = [:]
  private var servingAnswers: [ReachQuery: Reach] = [:]

  init(district: District, asOf: CivilDate, field: CostField) {
    search = FieldSearch(district: district, asOf: asOf, field: field)
  }

  /// Answers questions side by side, so that they are known when they are asked.
  ///
  /// What cannot be answered is left to the asker, who learns why. The answers are the same
  /// without it.
  func prepare(_ queries: [ReachQuery], threads: Int) {
    let open = Self.dealt(queries.filter { answers[$0] == nil && backups[$0] == nil })
    guard threads > 1, open.count > 1 else { return }
    let found = Mutex<[ReachQuery: Reach]>([:])
    let search = search
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: min(threads, open.count)) { _ in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < open.count else { return }
        guard let reach = try? search.reach(open[index]) else { continue }
        found.withLock { $0[open[index]] = reach }
      }
    }
    answers.merge(found.withLock { $0 }) { known, _ in known }
  }

  func reach(_ query: ReachQuery) throws -> Reach {
    if let known = answers[query] ?? backups[query] { return known }
    let answer = try search.reach(query)
    answers[query] = answer
    return answer
  }

  /// The nearest facility and the one that stands in for it.
  func reachTwo(_ query: ReachQuery) throws -> Reach {
    if let known = backups[query] { return known }
    let answer = try search.reach(query, countingSecond: true)
    backups[query] = answer
    return answer
  }

  /// The nearest facilities that serve a place: their declared range holds it, or without a
  /// range they stand in its unit.
  func serving(_ query: ReachQuery) throws -> Reach {
    if let known = servingAnswers[query] { return known }
    let answer = try search.serving(query)
    servingAnswers[query] = answer
    return answer
  }

  /// Each query once, one of each profile in turn: two profiles need two graphs, and two threads
  /// then build them side by side.
  private static func dealt(_ queries: [ReachQuery]) -> [ReachQuery] {
    var seen: Set<ReachQuery> = []
    var turns: [TravelProfile: Int] = [:]
    let turned = queries.filter { seen.insert($0).inserted }.enumerated().map { place, query in
      turns[query.profile, default: 0] += 1
      return (turn: turns[query.profile] ?? 0, place: place, query: query)
    }
    return turned.sorted { ($0.turn, $0.place) < ($1.turn, $1.place) }.map(\.query)
  }
}

/// One question put to a cost field at a time; any thread may ask.
private struct FieldSearch: Sendable {
  let district: District
  let asOf: CivilDate
  let field: CostField
  private var places: [GeographicPosition?] { district.demandPoints.map(\.position) }

  init(district: District, asOf: CivilDate, field: CostField) {
    self.district = district
    self.asOf = asOf
    self.field = field
  }

  func reach(_ query: ReachQuery, countingSecond: Bool = false) throws -> Reach {
    let nearest = NearestFacility(query, in: district, on: asOf)
    let facilities = nearest.facilities
    let own = try field.nearest(
      from: places, to: nearest.ownFacilities.map(\.position), query.profile,
      countingSecond: countingSecond)
    var all: NearestTimes?
    if district.hasNeighbours {
      all =
        facilities.allSatisfy { $0.band == .own }
        ? own
        : try field.nearest(from: places, to: facilities.map(\.position), query.profile)
    }
    return nearest.reach(own: own, all: all, provenance: field.provenance)
  }

  func serving(_ query: ReachQuery) throws -> Reach {
    let nearest = NearestFacility(query, in: district, on: asOf)
    // Which facilities count differs from place to place, so every pair is needed.
    let matrix = try field.source.times(
      from: places, to: nearest.facilities.map(\.position), profile: query.profile, within: nil)
    return nearest.reach(from: matrix, provenance: field.provenance, servingOnly: true)
  }
}
