import PlanningModel

/// What is needed, on whole numbers, so that no rounding can move a verdict (DESIGN §5.3).
struct Requirement: Hashable {
  /// Whether the known and the undecided settle the promise.
  enum Outcome: Hashable {
    case met
    case failed
    case open
  }

  /// The least that suffices; for a ceiling the most that is allowed.
  let threshold: Int
  /// Whether more is worse.
  let isCeiling: Bool
  /// The promise as written: `60%`, `8`.
  let text: String

  /// A promised number.
  init(count: Int, _ comparison: Comparison) {
    threshold = comparison == .moreThan ? count + 1 : count
    isCeiling = comparison == .atMost
    text = Requirement.prefix(comparison) + String(count)
  }

  /// A promised share of `total`.
  init(share: ExactDecimal, _ comparison: Comparison, of total: Int) {
    let need = share.need(of: total)
    let isWhole = total == 0 || ExactDecimal(need, over: total) == share
    threshold =
      switch comparison {
      case .atLeast: need
      case .moreThan: isWhole ? need + 1 : need
      case .atMost: isWhole ? need : need - 1
      }
    isCeiling = comparison == .atMost
    text = Requirement.prefix(comparison) + ShareText.promised(share)
  }

  private static func prefix(_ comparison: Comparison) -> String {
    switch comparison {
    case .atLeast: ""
    case .moreThan: ">"
    case .atMost: "<="
    }
  }

  /// Settles it: `yes` are known, `possible` counts the undecided too and is nil when open.
  func outcome(yes: Int, possible: Int?) -> Outcome {
    if isCeiling {
      if yes > threshold { return .failed }
      return possible.map { $0 <= threshold } == true ? .met : .open
    }
    if yes >= threshold { return .met }
    return possible.map { $0 < threshold } == true ? .failed : .open
  }

  /// How far it is from the promise; for a ceiling the excess.
  func gap(achieved: Int) -> Int {
    max(0, isCeiling ? achieved - threshold : threshold - achieved)
  }
}
