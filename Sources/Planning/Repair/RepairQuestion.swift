import Certificates
import Journeys
import LocationAllocation
import PlanningModel
import Targets
import TravelTimes

/// A missed target as a location problem, and its answer put back into the words of the target.
struct RepairQuestion {
  let request: RepairRequest
  let situation: Situation
  let target: Target
  let verdict: Verdict
  let need: Int
  let forced: Set<String>

  private var district: District { situation.district }

  /// Under rules that look at each unit by itself.
  func hosted(_ rule: CoveredRuleKind) throws -> TargetRepair {
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
    let question = HostedRepair(
      members: members, met: met, forced: forced, need: need + beyond.count)
    let statement = question.statement
    let answer = solve(statement)
    let new = answer.selected.map { members[$0] }.filter { !met.contains($0.id) }
    let byID = Dictionary(findings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return TargetRepair(
      verdict: verdict, asOf: situation.asOf, kinds: kinds.map(\.rawValue),
      activity: rule == .activity ? target.covered?.activity : nil, rule: rule, need: need,
      reachedBefore: met.count,
      reachedAfter: met.count + new.count { known.contains($0.id) }, answer: answer,
      statement: statement, sites: new,
      alternatives: answer.alternatives.map { choice in
        choice.map { members[$0] }.filter { !met.contains($0.id) }
      },
      equalChoices: answer.status == .optimal ? question.equalChoices : nil,
      gained: new.compactMap { byID[$0.id] }, gainedPeople: nil,
      assumptions: [Self.runsInItsUnit(rule)] + undecidedAssumption,
      provenance: Provenance.weakest(
        of: new.map(\.provenance) + [verdict.provenance].compactMap { $0 }) ?? .derived)
  }

  /// Under a limit of travel: enough units with enough of their people within reach.
  func withinTime(_ time: TimeRequirement, _ profile: TravelProfile) throws -> TargetRepair {
    let universe = Set((verdict.met + verdict.missing + verdict.undecided).map(\.id))
    let units = district.units.filter {
      universe.contains($0.id.rawValue) || forced.contains($0.id.rawValue)
    }
    let question = try reach(time.cohort, units: units, profile, time.limit)
    let totals = Dictionary(
      zip(question.places, question.people).map { ($0.unit, $1) }, uniquingKeysWith: +)
    let needs = units.map { time.populationShareMinimum.need(of: totals[$0.id] ?? 0) }
    let ids = units.map(\.id.rawValue)
    let beyond = forced.subtracting(universe).count
    let statement = question.coveringUnits(
      ids, needs: needs, forced: forced, need: need + beyond)
    let answer = solve(statement)
    func counting(_ open: [Int]) -> Set<String> {
      var covered: [UnitID?: Int] = [:]
      for (place, people) in zip(question.places, question.reached(Set(open), statement)) {
        covered[place.unit, default: 0] += people
      }
      return Set(
        zip(units, needs).filter { (covered[$0.0.id] ?? 0) >= max(1, $0.1) }
          .map(\.0.id.rawValue))
    }
    let before = counting(statement.fixedSites)
    let after = answer.selected.isEmpty ? before : counting(answer.selected)
    return repaired(
      .withinTime, question, statement, answer, reached: (before, after), universe: universe)
  }

  /// A share of people within a limit of travel.
  func people(_ share: SharePopulationMeasure, _ profile: TravelProfile) throws -> TargetRepair {
    let question = try reach(share.cohort, units: district.units, profile, share.limit)
    let statement = question.coveringPeople(need: need)
    let answer = solve(statement)
    var result = repaired(
      .withinTime, question, statement, answer, reached: ([], []), universe: [])
    func sum(_ open: [Int]) -> Int { question.reached(Set(open), statement).reduce(0, +) }
    result.reachedBefore = sum(statement.fixedSites)
    result.reachedAfter =
      answer.selected.isEmpty ? result.reachedBefore : sum(answer.selected)
    return result
  }

  private func repaired(
    _ rule: CoveredRuleKind, _ question: ReachRepair, _ statement: SitingStatement,
    _ answer: SitingAnswer, reached: (before: Set<String>, after: Set<String>),
    universe: Set<String>
  ) -> TargetRepair {
    let new = answer.selected.compactMap(question.site)
    let people = [statement.fixedSites, answer.selected].map { open in
      question.reached(Set(open), statement).reduce(0, +)
    }
    let findings = (verdict.met + verdict.missing + verdict.undecided)
    return TargetRepair(
      verdict: verdict, asOf: situation.asOf, kinds: kinds.map(\.rawValue),
      activity: rule == .activity ? target.covered?.activity : nil, rule: rule, need: need,
      reachedBefore: reached.before.intersection(universe).count,
      reachedAfter: reached.after.intersection(universe).count, answer: answer,
      statement: statement, sites: new,
      alternatives: answer.alternatives.map { $0.compactMap(question.site) }, equalChoices: nil,
      gained: findings.filter { reached.after.subtracting(reached.before).contains($0.id) }
        .sorted { $0.id < $1.id },
      gainedPeople: answer.selected.isEmpty ? nil : people[1] - people[0],
      assumptions: [Self.operatesAtItsPlace],
      provenance: Provenance.weakest(
        of: new.map(\.provenance) + [situation.field.provenance]
          + question.places.map { max($0.positionProvenance, $0.peopleProvenance) })
        ?? .derived)
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
    let sites = request.places == .villages ? places.map(site) : units.map(site)
    let standing = sites.filter { $0.position != nil }
    let times = try situation.field.source.times(
      from: places.map(\.position), to: existing.map(\.position) + standing.map(\.position),
      profile: profile, within: limit)
    return ReachRepair(
      places: places, people: places.map { $0.people[cohort] ?? 0 }, existing: existing,
      sites: standing, times: times, limit: limit)
  }

  private var kinds: [ServiceKind] {
    switch target.measure {
    case .shareUnits(let share): share.kinds
    case .namedUnits(let named): named.kinds
    case .sharePopulation(let share): share.kinds
    default: []
    }
  }

  private func solve(_ statement: SitingStatement) -> SitingAnswer {
    var solver = SitingSolver()
    solver.alternatives = request.alternatives
    return solver.solve(statement)
  }
}
