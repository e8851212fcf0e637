import Certificates
import LocationAllocation
import PlanningModel
import Targets

/// A target as a location problem: its statement, the places of its candidates, and how a choice
/// reads in the words of the target.
struct RepairPart {
  /// What a choice of open candidates comes to.
  struct Outcome {
    /// Units that count, or persons within reach for a share of people.
    var reached: Int
    /// The ids of units that count.
    var units: Set<String>
    /// People in those units, or within reach; nil where not everybody was counted.
    var people: Int?
  }

  let verdict: Verdict
  let asOf: CivilDate
  let kinds: [ServiceKind]
  /// Whether a unit needs a facility of each kind.
  var needsEveryKind = false
  let activity: String?
  let rule: CoveredRuleKind
  let need: Int
  var statement: SitingStatement
  /// The new site that each candidate is; nil for what stands already.
  let sites: [TargetRepair.Site?]
  /// Reads a choice of open candidates.
  let outcome: ([Int]) -> Outcome
  /// The target under a rule that looks at each unit by itself; nil under limits of travel.
  var hosted: HostedRepair?
  let assumptions: [Assumption]
  let provenance: Provenance
  let costs: RepairCosts
  /// Whether its people are a sensitive cohort, so that counts of them are not told.
  var isSensitive = false

  /// Places of units that count already; a cost for one of them is no mistake.
  var standingUnits: [TargetRepair.Site] {
    hosted.map { hosted in hosted.members.filter { hosted.met.contains($0.id) } } ?? []
  }

  /// New sites in the order of their ids.
  var newSites: [TargetRepair.Site] { sites.compactMap { $0 } }

  /// The repair by a choice of candidates.
  func repair(_ answer: SitingAnswer) -> TargetRepair {
    let before = outcome(statement.fixedSites)
    let after = answer.selected.isEmpty ? before : outcome(answer.selected)
    let new = answer.selected.compactMap { sites[$0] }
    let findings = verdict.met + verdict.missing + verdict.undecided
    let gained = findings.filter { after.units.contains($0.id) && !before.units.contains($0.id) }
      .sorted { $0.id < $1.id }
    let people = after.people.flatMap { now in before.people.map { now - $0 } }
    return TargetRepair(
      verdict: verdict, asOf: asOf, kinds: kinds.map(\.rawValue), needsEveryKind: needsEveryKind,
      activity: activity, rule: rule, need: need, reachedBefore: before.reached,
      reachedAfter: after.reached, answer: answer, statement: statement, sites: new,
      siteCosts: costs.isKnown ? new.map(costs.cost) : [],
      alternatives: answer.alternatives.map { choice in choice.compactMap { sites[$0] } },
      equalChoices: answer.status == .optimal && hasEqualPrices
        ? hosted.flatMap { HostedRepair.choices([$0]).fewest?.choices } : nil,
      gained: gained, gainedPeople: answer.selected.isEmpty || isSensitive ? nil : people,
      expense: RepairExpense(
        costs, sites: new.map(costs.cost), units: gained.count,
        people: isSensitive ? nil : people),
      assumptions: assumptions,
      provenance: Provenance.weakest(of: [provenance] + new.map(\.provenance)) ?? .derived)
  }

  /// Whether all new sites cost the same, and something.
  var hasEqualPrices: Bool {
    let prices = Set(
      statement.states.indices.filter { statement.states[$0] == .free }
        .map { statement.prices[$0] })
    return prices.count <= 1 && !prices.contains(0)
  }

  /// The ids of new sites that would cover somebody whom nothing covers yet.
  var usefulSites: Set<String> {
    var result: Set<String> = []
    for point in statement.demands.indices {
      let near = statement.pairs(ofDemand: point)
        .filter { statement.costs[$0] <= statement.limit ?? .max }
        .map { Int(statement.sites[$0]) }
      guard !near.contains(where: { statement.states[$0] == .fixed }) else { continue }
      result.formUnion(near.compactMap { sites[$0]?.id })
    }
    return result
  }
}
