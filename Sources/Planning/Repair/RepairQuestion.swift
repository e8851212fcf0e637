import Certificates
import Journeys
import LocationAllocation
import PlanningModel
import Targets
import TravelTimes

/// A missed target put as a location problem.
struct RepairQuestion {
  let request: RepairRequest
  let situation: Situation
  let target: Target
  let verdict: Verdict
  let need: Int
  let forced: Set<String>
  /// Everybody; what units are weighed by under rules that know no cohort.
  let totalCohort: CohortID
  /// Where new sites may stand; nil for the seats of the units, or the villages, that count.
  let candidates: [TargetRepair.Site]?

  private var district: District { situation.district }

  /// Under rules that look at each unit by itself.
  func hosted(_ rule: CoveredRuleKind) throws -> RepairPart {
    let findings = (verdict.met + verdict.missing + verdict.undecided).sorted { $0.id < $1.id }
    let known = Set(findings.map(\.id))
    // Forced units beyond the universe have to count, and are no part of its share.
    let beyond = forced.subtracting(known).sorted().compactMap { id in
      district.units.first { $0.id.rawValue == id }
    }
    let members = (findings.map(site) + beyond.map(site)).sorted {
      $0.id.utf8.lexicographicallyPrecedes($1.id.utf8)
    }
    let met = Set(verdict.met.map(\.id))
    let hosts = members.map(host)
    let closed = Set(zip(members, hosts).filter { $0.1 == nil }.map(\.0.id)).subtracting(met)
    let (prices, decimals) = try request.costs.prices(of: zip(members, hosts).map { $1 ?? $0 })
    let residents = residents
    let question = HostedRepair(
      members: members, met: met, closed: closed, forced: forced, need: need + beyond.count,
      prices: prices, residents: residents)
    var statement = question.statement
    statement.priceDecimals = decimals
    return RepairPart(
      verdict: verdict, asOf: situation.asOf, kinds: offered,
      needsEveryKind: needsEveryKind,
      activity: rule == .activity ? target.covered?.activity : nil, rule: rule, need: need,
      statement: statement, sites: zip(members, hosts).map { met.contains($0.id) ? nil : $1 },
      outcome: { open in
        let units = Set(open.map { members[$0].id })
        let counted = units.map { residents[$0] }
        return RepairPart.Outcome(
          reached: units.intersection(known).count, units: units.intersection(known),
          people: counted.contains(nil) ? nil : counted.reduce(0) { $0 + ($1 ?? 0) })
      },
      hosted: question, assumptions: [runsInItsUnit(rule)] + undecidedAssumption,
      provenance: verdict.provenance ?? .derived, costs: request.costs)
  }

  /// The place in a unit where its site would stand: the cheapest candidate, ties by id; nil for
  /// none.
  private func host(_ member: TargetRepair.Site) -> TargetRepair.Site? {
    guard let candidates else { return member }
    return candidates.filter { $0.unit?.rawValue == member.id || $0.id == member.id }
      .min {
        let (left, right) = (request.costs.cost(of: $0), request.costs.cost(of: $1))
        return left == right
          ? $0.id.utf8.lexicographicallyPrecedes($1.id.utf8)
          : (left ?? ExactDecimal(0)) < (right ?? ExactDecimal(0))
      }
  }

  /// Under a limit of travel: enough units with enough of their people within reach.
  func withinTime(_ time: TimeRequirement, _ profile: TravelProfile) throws -> RepairPart {
    let universe = Set((verdict.met + verdict.missing + verdict.undecided).map(\.id))
    let units = district.units.filter {
      universe.contains($0.id.rawValue) || forced.contains($0.id.rawValue)
    }
    let question = try reach(time.cohort, units: units, profile, time.limit)
    let totals = Dictionary(
      zip(question.places, question.people).map { ($0.unit, $1) }, uniquingKeysWith: +)
    let needs = units.map { time.populationShareMinimum.need(of: totals[$0.id] ?? 0) }
    let beyond = forced.subtracting(universe).count
    let statement = question.coveringUnits(
      units.map(\.id.rawValue), needs: needs, forced: forced, need: need + beyond)
    return part(.withinTime, question, statement, cohort: time.cohort) { open in
      let reached = question.reached(Set(open), statement)
      let covered = Dictionary(
        zip(question.places, reached).map { ($0.unit, $1) }, uniquingKeysWith: +)
      let counting = zip(units, needs).filter { (covered[$0.0.id] ?? 0) >= max(1, $0.1) }
      let ids = Set(counting.map(\.0.id.rawValue)).intersection(universe)
      return RepairPart.Outcome(reached: ids.count, units: ids, people: reached.reduce(0, +))
    }
  }

  /// A share of people within a limit of travel.
  func people(_ share: SharePopulationMeasure, _ profile: TravelProfile) throws -> RepairPart {
    let question = try reach(share.cohort, units: district.units, profile, share.limit)
    let statement = question.coveringPeople(need: need)
    return part(.withinTime, question, statement, cohort: share.cohort) { open in
      let reached = question.reached(Set(open), statement).reduce(0, +)
      return RepairPart.Outcome(reached: reached, units: [], people: reached)
    }
  }

  private func part(
    _ rule: CoveredRuleKind, _ question: ReachRepair, _ statement: SitingStatement,
    cohort: CohortID, _ outcome: @escaping ([Int]) -> RepairPart.Outcome
  ) -> RepairPart {
    RepairPart(
      verdict: verdict, asOf: situation.asOf, kinds: offered,
      needsEveryKind: needsEveryKind,
      activity: rule == .activity ? target.covered?.activity : nil, rule: rule, need: need,
      statement: statement, sites: question.candidateSites, outcome: outcome,
      assumptions: [operatesAtItsPlace],
      provenance: Provenance.weakest(
        of: [situation.field.provenance]
          + question.places.map { max($0.positionProvenance, $0.peopleProvenance) }) ?? .derived,
      costs: request.costs,
      isSensitive: district.cohorts.contains { $0.id == cohort && $0.isSensitive })
  }

  private func reach(
    _ cohort: CohortID, units: [AdministrativeUnit], _ profile: TravelProfile,
    _ limit: TravelTime
  ) throws -> ReachRepair {
    let ids = Set(units.map(\.id))
    let places = district.demandPoints.filter { place in
      place.band == .own && place.unit.map(ids.contains) ?? false
    }
    let uncounted = places.filter { $0.people[cohort] == nil }
    guard uncounted.isEmpty else {
      throw WorkError(
        .unsupported, operation: "repair", subject: target.id,
        message: Bilingual(
          "\(uncounted.count) 个村（社区）没有这一人群的人数，首个为 \(uncounted[0].name)",
          "\(uncounted.count) villages have no count of the cohort, the first is "
            + uncounted[0].name),
        remedy: Bilingual("补全村级台账", "complete the ledger of villages"))
    }
    let existing = district.facilities.filter {
      kinds.contains($0.kind) && $0.band == .own && $0.isOperating(on: situation.asOf)
    }
    let sites =
      candidates ?? (request.places == .villages ? places.map(site) : units.map(site))
    let standing = sites.filter { $0.position != nil }
    let (prices, decimals) = try request.costs.prices(of: standing)
    let times = try situation.field.source.times(
      from: places.map(\.position), to: existing.map(\.position) + standing.map(\.position),
      profile: profile, within: limit)
    return ReachRepair(
      places: places, people: places.map { $0.people[cohort] ?? 0 }, existing: existing,
      sites: standing, prices: prices, priceDecimals: decimals, times: times, limit: limit)
  }

  /// The kinds of facility that count for the target.
  private var kinds: [ServiceKind] { target.measure.kinds }

  private var needsEveryKind: Bool {
    if case .shareUnits(let share) = target.measure { return share.needsEveryKind }
    return false
  }

  /// The same, the one that new sites offer first.
  private var offered: [ServiceKind] {
    guard let kind = request.kind, kinds.contains(kind) else { return kinds }
    return [kind] + kinds.filter { $0 != kind }
  }

  /// People by unit and village; left out where one of its villages has no count.
  private var residents: [String: Int] {
    let own = district.demandPoints.filter { $0.band == .own }
    func sum(_ points: [DemandPoint]) -> Int? {
      let counts = points.map { $0.people[totalCohort] }
      return counts.contains(nil) ? nil : counts.reduce(0) { $0 + ($1 ?? 0) }
    }
    let ofUnits = Dictionary(grouping: own, by: { $0.unit?.rawValue ?? "" }).mapValues(sum)
    let ofPlaces = Dictionary(grouping: own, by: \.id.rawValue).mapValues(sum)
    return ofUnits.merging(ofPlaces) { unit, _ in unit }.compactMapValues(\.self)
  }
}
