import PlanningModel
import Scenarios
import Targets

/// The district at the end of each period without the plan: what counts already.
struct PlanBase {
  /// The situation at the end of each period.
  let situations: [Situation]
  /// The verdicts at the end of each period.
  let verdicts: [[Verdict]]

  /// The last situation, in whose terms candidates are looked at.
  var last: Situation { situations[situations.count - 1] }

  /// A target's verdict at the end of each period.
  func verdicts(of target: String) -> [Verdict] {
    verdicts.compactMap { $0.first { $0.id == target } }
  }
}
