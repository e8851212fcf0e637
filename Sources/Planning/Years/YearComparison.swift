public import PlanningModel
public import Scenarios
public import Targets

/// One promise in two years.
public struct YearComparison: Sendable {
  /// A share in one year.
  public struct Share: Sendable, Hashable {
    /// Known yes; nil when it is not known or may not be told.
    public var achieved: Int?
    /// Undecided.
    public var unknown: Int?
    /// Of how many.
    public var universe: Int?

    /// Floored to one decimal.
    public var text: String? {
      guard let achieved, let universe else { return nil }
      return ShareText.percent(achieved, of: universe)
    }
  }

  /// The same share in both years.
  public struct Pair: Sendable, Hashable {
    /// In the first year.
    public var before: Share
    /// In the second.
    public var after: Share

    /// The change in hundredths of a percentage point (百分点), rounded half away from zero and
    /// taken from the fractions, not from their texts; nil where a share is not known.
    public var basisPoints: Int? {
      guard let first = before.achieved, let all = before.universe, all > 0,
        let second = after.achieved, let whole = after.universe, whole > 0
      else { return nil }
      let numerator = (second * all - first * whole) * 10_000
      let denominator = all * whole
      let sign = numerator < 0 ? -1 : 1
      return sign
        * ((2 * numerator.magnitude + denominator.magnitude)
        / (2 * denominator.magnitude)).asInt
    }
  }

  /// The target's id in the first year.
  public var idBefore: String
  /// Its id in the second.
  public var id: String
  /// Its title in the second.
  public var title: String
  /// The title in English, if the policy file gives one.
  public var titleEnglish: String?
  /// The rule that decided in each year.
  public var rules: [String]
  /// The status in each year.
  public var statuses: [VerdictStatus]
  /// Over what each year's plan counts (原口径).
  public var original: Pair
  /// Over the ground that both years have (可比口径); nil where it does not apply.
  public var comparable: Pair?
  /// Why there is none.
  public var noComparable: Bilingual?
  /// The change of covered people taken apart; nil where it does not apply.
  public var decomposition: ChangeDecomposition?
  /// Why there is none.
  public var noDecomposition: Bilingual?
  /// The weakest data of both years.
  public var provenance: Provenance?
}

/// Two years side by side.
public struct YearsTable: Sendable {
  /// One of the years.
  public struct Year: Sendable, Hashable {
    /// The district's name.
    public var district: String
    /// The date everything is judged at.
    public var asOf: CivilDate
    /// The code system of its units.
    public var codeSystem: CodeSystem
  }

  /// The first year.
  public var before: Year
  /// The second.
  public var after: Year
  /// Changes of units between the two that were taken into account.
  public var changes: [UnitChange]
  /// Promises of both years, in the order of the second.
  public var targets: [YearComparison]
  /// Ids that stand in the first year only.
  public var onlyBefore: [String]
  /// Ids that stand in the second only.
  public var onlyAfter: [String]
}

extension UInt {
  /// The same number; figures of people are far below the limit.
  fileprivate var asInt: Int { Int(clamping: self) }
}
