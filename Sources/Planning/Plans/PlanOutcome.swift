public import LocationAllocation
public import PlanningModel
public import Scenarios
public import Targets

/// A plan over years and its answer: which sites open when, what each year costs and reaches, and
/// how that compares with building all at once.
public struct PlanOutcome: Sendable {
  /// What was asked for.
  public var plan: MultiYearPlan
  /// The scenario on which it rests; nil for the baseline.
  public var base: String?
  /// `optimal`, `infeasible`, or `unknown` where the solver gave up.
  public var status: SitingAnswer.Status
  /// All candidates by id, also those that are not built.
  public var sites: [Site]
  /// The targets in the order of the plan.
  public var targets: [Goal]
  /// What each year spends; empty when there is no plan.
  public var years: [Year] = []
  /// Against building all at once; nil when there is no plan.
  public var regret: Regret?
  /// Why there is no plan.
  public var failure: Failure?
  /// What the plan takes for granted.
  public var assumptions: [Assumption]
  /// The weakest data that it rests on.
  public var provenance: Provenance
  /// The scenario of each year, by which `yike run` gives the verdict of the year.
  public var scenarios: [ScenarioText] = []
  /// The base scenario; nil for the baseline.
  public var baseText: ScenarioText?
  /// The files of the base scenario, for a folder of scenarios that stands by itself.
  public var baseFiles: [ScenarioText] = []
  /// The plan's files as inputs of a run.
  public var inputs: [InputRecord] = []

  /// The years or quarters.
  public var periods: [PlanPeriod] { plan.periods }
  /// The sites that are built, by the period in which they open, then by id.
  public var built: [Site] {
    sites.filter { $0.opens != nil }.sorted { ($0.opens ?? 0, $0.id) < ($1.opens ?? 0, $1.id) }
  }
  /// Whether there is a plan that meets every condition.
  public var hasPlan: Bool { status == .optimal }
  /// What all sites that are built cost.
  public var cost: ExactDecimal { PlanMoney.sum(built.map(\.cost)) }

  /// A candidate.
  public struct Site: Sendable {
    /// Its id in the plan.
    public var id: String
    /// Its name.
    public var name: String
    /// What it offers.
    public var kind: ServiceKind
    /// The unit it stands in.
    public var unit: UnitID
    /// The unit's name.
    public var unitName: String
    /// Where it stands; nil where its unit has no seat.
    public var position: GeographicPosition?
    /// The units that it serves; nil for its own.
    public var serves: [UnitID]?
    /// What it costs.
    public var cost: ExactDecimal
    /// The posts that it takes.
    public var staff: Int
    /// The periods in which it may open.
    public var window: Range<Int>
    /// Whether it has to be built.
    public var isRequired: Bool
    /// The services that it feeds.
    public var feeds: [String]
    /// How good these data are.
    public var provenance: Provenance
    /// The period in which it opens; nil when it is not built.
    public var opens: Int?
  }

  /// A target over the years.
  public struct Goal: Sendable {
    /// The target's id.
    public var id: String
    /// Its title.
    public var title: String
    /// Its title in English.
    public var titleEnglish: String?
    /// Whether people are counted, not units.
    public var countsPeople: Bool
    /// How many units or people there are.
    public var universe: Int
    /// What the plan requires by the end of each period; nil where it requires nothing.
    public var required: [Int?]
    /// What is reached at the end of each period without the plan.
    public var before: [Int]
    /// What is reached with it; empty when there is no plan.
    public var reached: [Int] = []
    /// The verdict at the end of each year, judged like any other; empty without a plan.
    public var verdicts: [Verdict] = []
  }

  /// A year of the plan.
  public struct Year: Sendable {
    /// The year.
    public var year: Int
    /// The money given; nil for no limit.
    public var budget: ExactDecimal?
    /// The money there is, with what earlier years left; nil for no limit.
    public var available: ExactDecimal?
    /// What is spent.
    public var spent: ExactDecimal
    /// The posts filled at its end.
    public var staff: Int
    /// The posts there are; nil for no limit.
    public var staffLimit: Int?
    /// The sites that open in it, by id.
    public var opened: [String]
    /// What it adds, by target.
    public var gains: [Gain]
  }

  /// What a year adds to a target.
  public struct Gain: Sendable {
    /// The target.
    public var target: String
    /// Units or villages that count from this year on.
    public var places: [Place]
    /// Units, or people, that count from this year on.
    public var count: Int
    /// People who live in units that count from this year on, or who are within reach from it on;
    /// nil where they are not counted.
    public var people: Int?
    /// The year's cost for each of ``count``; nil when nothing is added.
    public var costPerCount: ExactDecimal?
    /// The year's cost for each of ``people``.
    public var costPerPerson: ExactDecimal?
  }

  /// A unit or village by name.
  public struct Place: Sendable, Hashable {
    /// Its id.
    public var id: String
    /// Its name.
    public var name: String
  }

  /// The same conditions met at one stroke in the first period.
  public struct Regret: Sendable {
    /// The sites of the cheapest end state, by id.
    public var sites: [String]
    /// What they cost.
    public var cost: ExactDecimal
    /// How much more the plan costs; never negative.
    public var moreCost: ExactDecimal
    /// By target: unit-years or person-years that the plan serves less.
    public var lessServed: [ExactDecimal]
  }

  /// The first period that cannot be met, and what would do.
  public struct Failure: Sendable {
    /// The period.
    public var period: PlanPeriod
    /// Every single change that suffices.
    public var remedies: [Remedy]
  }

  /// A change by which the plan would become possible.
  public enum Remedy: Sendable {
    /// At least so much money in a year.
    case money(year: Int, least: ExactDecimal, given: ExactDecimal)
    /// At least so many posts in a year.
    case posts(year: Int, least: Int, given: Int)
    /// At most so much asked of a target.
    case need(target: String, most: Int, asked: Int)
    /// Without the floor at this place of the file.
    case floor(unit: String, origin: String)
    /// Without the periods in which sites may open.
    case windows
    /// Without the order of services and feeders.
    case services
    /// With any money and any posts.
    case moneyAndPosts
    /// No single change suffices: with everything built a target comes to this.
    case reachable(target: String, most: Int, asked: Int)
  }
}

extension Evaluation {
  /// Counts the files of a plan among the inputs, so that a report of both names them.
  public mutating func takeInputs(of plan: PlanOutcome) {
    inputs = (inputs + plan.inputs).sorted { ($0.path, $0.role) < ($1.path, $1.role) }
  }
}
