public import Certificates
public import LocationAllocation
public import PlanningModel
public import Targets

/// The cheapest proven repair of a target: which sites make it kept, and that fewer cannot.
public struct TargetRepair: Sendable {
  /// The target as it is.
  public var verdict: Verdict
  /// The day that is judged.
  public var asOf: CivilDate
  /// The kinds of facility that count for it.
  public var kinds: [String]
  /// Whether a unit needs a facility of each kind, so that a new site offers all of them.
  public var needsEveryKind = false
  /// The activity that it asks records of; nil for none.
  public var activity: String?
  /// The rule by which a unit counts.
  public var rule: CoveredRuleKind
  /// What has to be reached: units, or persons for a share of people.
  public var need: Int
  /// What is reached without new sites.
  public var reachedBefore: Int
  /// What is reached with them.
  public var reachedAfter: Int
  /// The proven answer to the location problem.
  public var answer: SitingAnswer
  /// The problem, for its certificate.
  public var statement: SitingStatement
  /// The new sites.
  public var sites: [Site]
  /// What each of them costs; empty where nobody says.
  public var siteCosts: [ExactDecimal?] = []
  /// Other choices that are as good, as far as they were asked for.
  public var alternatives: [[Site]]
  /// How many choices of the same size are equally good; nil where that is not a plain count.
  public var equalChoices: Int?
  /// Units that count only with the new sites.
  public var gained: [UnitFinding]
  /// People of the cohort within reach only with the new sites.
  ///
  /// Under rules that look at each unit by itself the residents of the units that count only with
  /// them. Nil where not everybody was counted, or where the cohort is sensitive.
  public var gainedPeople: Int?
  /// What the new sites cost; nil where nobody says.
  public var expense: RepairExpense?
  /// What the repair takes for granted.
  public var assumptions: [Assumption]
  /// The weakest data that the choice rests on.
  public var provenance: Provenance
  /// What the evaluator says of the target with the new sites; nil where it was not asked.
  public var evaluated: RepairOption.Effect?
  /// What can be done without building, each judged by the evaluator.
  public var options: [RepairOption] = []

  /// The proof that fewer do not suffice; nil when the search was stopped.
  public var proof: SitingProof? { answer.proof }
  /// Whether all candidate places together are too few.
  public var isInfeasible: Bool { answer.status == .infeasible }

  /// A new site.
  public struct Site: Sendable, Hashable {
    /// The id of its place: a unit's code or a village's id.
    public var id: String
    /// The name of the place.
    public var name: String
    /// Where it stands; nil where the place has no position.
    public var position: GeographicPosition?
    /// The unit it stands in.
    public var unit: UnitID?
    /// How good the position is.
    public var provenance: Provenance
  }
}
