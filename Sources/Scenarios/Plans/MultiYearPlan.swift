public import PlanningModel

/// A plan over years as it is asked for: what has to be reached when, with what money and staff,
/// and what may be built; which sites open when is the answer, not part of it.
public struct MultiYearPlan: Sendable {
  /// Its name, which also names the scenarios of its years.
  public var id: String
  /// What reports call it.
  public var title: String
  /// What the English edition calls it.
  public var titleEnglish: String
  /// The scenario file on which it rests; nil for the baseline.
  public var base: String?
  /// The years, or their quarters where any condition is by the quarter.
  public var periods: [PlanPeriod]
  /// What money is counted in.
  public var currency: String
  /// How good money, staff and required numbers are.
  public var provenance: Provenance
  /// The money of each year; a year without is not limited.
  public var budgets: [Int: ExactDecimal]
  /// Whether money that a year leaves may be spent later.
  public var carriesOver: Bool
  /// The posts there are in each year; a year without is not limited.
  public var staff: [Int: Int]
  /// By how much money of the next year is worth less; 0 for not at all.
  public var discount: ExactDecimal
  /// Whether services that run an activity are taken to run it in the later years too.
  public var continuesActivities: Bool
  /// What is to be reached, the more important first.
  public var targets: [Goal]
  /// What each part of the district is owed.
  public var floors: [Floor]
  /// What may be built.
  public var candidates: Candidates
  /// What it assumes besides, in words.
  public var assumptions: [Scenario.StatedAssumption]
  /// The file.
  public var source: Scenario.SourceText

  /// A target and what is required of it.
  public struct Goal: Sendable {
    /// The target.
    public var target: String
    /// The covered-rule to count by, of those that the target names; nil for its own.
    public var rule: String?
    /// What is required by the end of a period.
    public var required: [PlanPeriod: Amount]
    /// Where it stands written.
    public var origin: PatchOrigin
  }

  /// A number, or a share of the target's universe.
  public enum Amount: Sendable, Hashable {
    /// So many units or people.
    case count(Int)
    /// A share; as many as it needs on whole numbers.
    case share(ExactDecimal)
  }

  /// What some units are owed from a period on.
  public struct Floor: Sendable {
    /// The units; each of them is owed it.
    public var units: [UnitID]
    /// At least so many of the plan's sites.
    public var sites: Int?
    /// At least this share of a unit's people within reach, as this target counts.
    public var share: ExactDecimal?
    /// The target that says who is within reach of what.
    public var target: String?
    /// The first period at whose end it holds.
    public var by: PlanPeriod
    /// Where it stands written.
    public var origin: PatchOrigin
  }

  /// What may be built.
  public struct Candidates: Sendable {
    /// What a site offers, costs and takes where it does not say.
    public var kind: ServiceKind?
    /// The cost where a site does not say.
    public var cost: ExactDecimal?
    /// The posts where a site does not say.
    public var staff = 0
    /// A target each of whose units may have a site; nil for the listed ones only.
    public var unitsOf: String?
    /// A table of sites beside the plan.
    public var file: String?
    /// Sites by name.
    public var sites: [Candidate] = []
    /// Where the block stands written.
    public var origin: PatchOrigin
  }

  /// A site that may be built.
  public struct Candidate: Sendable {
    /// Its id.
    public var id: String
    /// Its name; nil for that of its unit and kind.
    public var name: String?
    /// The unit it stands in.
    public var unit: UnitID
    /// What it offers; nil for the plan's kind.
    public var kind: ServiceKind?
    /// Where it stands; nil for the unit's seat.
    public var position: GeographicPosition?
    /// The units that it serves; nil for its own.
    public var serves: [UnitID]?
    /// What it costs; nil for the plan's cost.
    public var cost: ExactDecimal?
    /// The posts that it takes; nil for the plan's.
    public var staff: Int?
    /// The first period in which it may open; nil for the plan's first.
    public var from: PlanPeriod?
    /// The last period in which it may open; nil for the plan's last.
    public var until: PlanPeriod?
    /// Whether it has to be built.
    public var isRequired = false
    /// The services that it feeds: it opens only where one of them is open.
    public var feeds: [String] = []
    /// How good these data are; nil for the plan's.
    public var provenance: Provenance?
    /// Where it stands written.
    public var origin: PatchOrigin

    /// States a candidate by its unit alone.
    public init(id: String, unit: UnitID, origin: PatchOrigin) {
      self.id = id
      self.unit = unit
      self.origin = origin
    }
  }

  /// The years, ascending.
  public var years: [Int] {
    periods.map(\.year).reduce(into: []) { years, year in
      if years.last != year { years.append(year) }
    }
  }

  /// Whether periods are quarters.
  public var isQuarterly: Bool { periods.first?.quarter != nil }

  /// The place of a period: of a year its end, or its start.
  public func index(of period: PlanPeriod, atStart: Bool = false) -> Int? {
    let inYear = periods.indices.filter { periods[$0].year == period.year }
    guard let quarter = period.quarter else { return atStart ? inYear.first : inYear.last }
    return inYear.first { periods[$0].quarter == quarter }
  }

  /// Which year, from 0, ends with a period; nil for a quarter before the last.
  public func year(endingWith index: Int) -> Int? {
    let isLast = index == periods.count - 1 || periods[index + 1].year != periods[index].year
    return isLast ? years.firstIndex(of: periods[index].year) : nil
  }
}
