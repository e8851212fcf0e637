public import PlanningModel
public import Targets

/// What a verdict is under other settings, and what little could turn it.
public struct TargetRobustness: Sendable {
  /// The figure and the verdict under one setting.
  public struct Row: Sendable {
    /// For example `pace-20%` or `rule:hosted`.
    public var setting: String
    /// What it is, in both languages.
    public var label: Bilingual
    /// Units or people achieved; nil when it cannot be computed.
    public var achieved: Int?
    /// Units or people of the universe.
    public var universe: Int?
    /// The verdict.
    public var status: VerdictStatus

    /// The share, floored to one decimal.
    public var shareText: String? {
      guard let achieved, let universe, universe > 0 else { return nil }
      return ShareText.percent(achieved, of: universe)
    }
  }

  /// The target's id.
  public var id: String
  /// Its title.
  public var title: String
  /// Its title in English, else the Chinese one.
  public var titleEnglish: String
  /// As set, then the varied settings, then the other readings of the words.
  public var rows: [Row]
  /// Single unverified values that would turn the verdict, those that take least first.
  public var flips: [VerdictFlip]

  /// Whether the verdict is the same at all settings; nil where there is no verdict to hold.
  public var holds: Bool? {
    guard let first = rows.first, Self.isSettled(first.status) else { return nil }
    return rows.allSatisfy { Self.isKept($0.status) == Self.isKept(first.status) }
  }

  /// The rows with the smallest and the largest share.
  public var extremes: (low: Row, high: Row)? {
    let known = rows.filter { $0.shareText != nil }
    let byShare = { (left: Row, right: Row) in
      (left.achieved ?? 0) * (right.universe ?? 1) < (right.achieved ?? 0) * (left.universe ?? 1)
    }
    guard let low = known.min(by: byShare), let high = known.max(by: byShare) else { return nil }
    return (low, high)
  }

  private static func isSettled(_ status: VerdictStatus) -> Bool {
    switch status {
    case .met, .onTrack, .behind, .missed, .infeasible: true
    case .unknown, .informational, .notApplicable: false
    }
  }

  /// Kept, not kept, or open.
  private static func isKept(_ status: VerdictStatus) -> Bool? {
    switch status {
    case .met, .onTrack: true
    case .behind, .missed, .infeasible: false
    case .unknown, .informational, .notApplicable: nil
    }
  }
}
