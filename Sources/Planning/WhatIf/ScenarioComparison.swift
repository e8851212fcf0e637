public import Coverage
public import PlanningModel
public import Targets

/// Two evaluations of one district side by side: who gains, who loses, which verdict flips.
public struct ScenarioComparison: Sendable {
  /// What is compared with.
  public var before: Side
  /// What is compared.
  public var after: Side
  /// Every target of both.
  public var targets: [TargetChange]
  /// Every coverage question of both.
  public var services: [ServiceChange]
  /// The two evaluations, for maps.
  public var evaluations: (before: Evaluation, after: Evaluation)

  /// Whether a target of the side compared is missed, behind or infeasible.
  public var hasGap: Bool {
    targets.contains { [.missed, .behind, .infeasible].contains($0.after.status) }
  }

  /// One of the two.
  public struct Side: Sendable {
    /// The scenario's name; nil for the baseline.
    public var scenario: String?
    /// What reports call it.
    public var title: String?
    /// The same in English.
    public var titleEnglish: String?
    /// The day that is judged.
    public var asOf: CivilDate
    /// What it costs, as far as costs are stated.
    public var cost: ExactDecimal?
    /// What costs are counted in.
    public var currency: String?
    /// Patches without a stated cost.
    public var patchesWithoutCost: Int
    /// What it rests on.
    public var assumptions: [Assumption]
  }

  /// One target on both sides.
  public struct TargetChange: Sendable {
    /// On the side compared with.
    public var before: Verdict
    /// On the side compared.
    public var after: Verdict
    /// Whether the verdict is another one.
    public var flips: Bool { before.status != after.status }
    /// Units or places that are met only after.
    public var gained: [UnitFinding]
    /// Units or places that were met only before.
    public var lost: [UnitFinding]
    /// Whether the verdict after, and the one before where it is one, are the same at all settings
    /// of `targets --robustness`; nil where there is none after, or it was not looked at.
    public var holds: Bool?
    /// Whether the verdict rests on travel whose settings were not varied.
    public var isUntested = false

    /// Whether anything that people read differs.
    public var isChanged: Bool {
      flips || before.achieved != after.achieved || before.gap != after.gap
        || before.required != after.required || !gained.isEmpty || !lost.isEmpty
    }
  }

  /// One coverage question on both sides.
  public struct ServiceChange: Sendable {
    /// The question, with the rows of the side compared.
    public var table: CoverageTable
    /// Whether people may be counted: not those of sensitive cohorts, where the difference of two
    /// tables could give a small count away.
    public var countsPeople: Bool
    /// Places and areas, in the order of the table.
    public var rows: [PlaceChange]
    /// People covered only after, summed over places; nil where they may not be told.
    public var gained: Int?
    /// People covered only before, summed over places.
    public var lost: Int?
    /// The change of the covered people of the district: `gained - lost`.
    public var net: Int?
    /// The change under varied settings; nil where it was not looked at or may not be told.
    public var varied: VariedChange?
  }

  /// What a change of the covered people comes to under the settings of `targets --robustness`.
  public struct VariedChange: Sendable, Hashable {
    /// The smallest change.
    public var low: Int
    /// The largest.
    public var high: Int
    /// Whether it is a gain, a loss or nothing at all settings alike.
    public var holds: Bool

    /// - Parameter changes: the change at each setting.
    init?(_ changes: [Int]) {
      guard let low = changes.min(), let high = changes.max() else { return nil }
      self.low = low
      self.high = high
      holds = low.signum() == high.signum()
    }
  }

  /// One place or area on both sides.
  public struct PlaceChange: Sendable {
    /// On the side compared with; nil where it is not there.
    public var before: CoverageRow?
    /// On the side compared.
    public var after: CoverageRow?
    /// Whichever there is, for names.
    public var row: CoverageRow
    /// Covered people after less those before; nil where either is not known.
    public var change: Int?
    /// Seconds to the nearest facility after less those before, in milliseconds.
    public var milliseconds: Int?
    /// Whether anything differs.
    public var isChanged: Bool
    /// The change of its covered people under varied settings; nil where it was not looked at.
    public var varied: VariedChange?
  }
}
