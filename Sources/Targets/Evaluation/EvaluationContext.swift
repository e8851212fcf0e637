import PlanningModel
import TravelTimes

/// Everything that a measure reads while it is judged.
struct EvaluationContext {
  let policies: Policies
  let district: District
  let asOf: CivilDate
  let settings: EvaluationSettings
  let registers: RegisterBook
  let universes: UniverseResolver
  let reach: ReachCache
  /// Facilities of the district itself by kind, by id.
  let facilities: [ServiceKind: [Facility]]
  /// Where the people of each unit live.
  let places: UnitPlaces

  init(
    policies: Policies, district: District, asOf: CivilDate, settings: EvaluationSettings,
    registers: RegisterBook, reach: ReachCache, places: UnitPlaces? = nil
  ) {
    self.policies = policies
    self.district = district
    self.asOf = asOf
    self.settings = settings
    self.registers = registers
    self.reach = reach
    self.places = places ?? UnitPlaces(district)
    universes = UniverseResolver(
      district: district.code, units: district.units, demandPoints: district.demandPoints,
      aliases: settings.aliases, parameters: policies.parameters,
      cohorts: Dictionary(
        district.cohorts.map { ($0.id, Bilingual($0.label, $0.labelEnglish)) },
        uniquingKeysWith: { first, _ in first }))
    facilities = Dictionary(
      grouping: district.facilities.filter { $0.band == .own }, by: \.kind)
  }

  /// The district's own facilities of several kinds, by id.
  func facilities(of kinds: [ServiceKind]) -> [Facility] {
    Set(kinds).flatMap { facilities[$0] ?? [] }.sorted { $0.id < $1.id }
  }

  /// The year that evidence must belong to.
  func year(of target: Target) -> Int {
    (target.due.judgedDate ?? target.due.date)?.year
      ?? policies.document(target.cite.document)?.year ?? asOf.year
  }

  /// Whether a facility has come far enough on the date; operating where nothing is asked.
  func qualifies(_ facility: Facility, _ state: StateRequirement?) -> Bool {
    guard let state else { return facility.isOperating(on: asOf) }
    guard let step = facility.state.step, let minimum = state.minimum.step, step >= minimum else {
      return false
    }
    if let opened = facility.opened, asOf < opened, state.minimum >= .accepted { return false }
    if let closed = facility.closed, asOf >= closed { return false }
    return !state.isDesignated || !facility.designations.isEmpty
  }
}

extension FacilityState {
  /// Whether this step of the ladder is at or above another; false off the ladder.
  static func >= (left: Self, right: Self) -> Bool {
    guard let first = left.step, let second = right.step else { return false }
    return first >= second
  }
}

/// Asks each question of access once, however many readings of a target need it.
final class ReachCache {
  private let source: (any ReachSource)?
  private var answers: [ReachQuery: Reach] = [:]

  init(_ source: (any ReachSource)?) { self.source = source }

  /// The answer, or nil when there is nothing to ask or the mode is not supported.
  func reach(_ query: ReachQuery) throws -> Reach? {
    if let known = answers[query] { return known }
    guard let source else { return nil }
    do {
      let answer = try source.reach(query)
      answers[query] = answer
      return answer
    } catch let error as WorkError where error.code == .unsupported {
      return nil
    }
  }
}
