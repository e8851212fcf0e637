import PlanningModel
import Targets

extension Verdict {
  /// The title in a language; the Chinese one where the policy file gives no English.
  func title(in language: Language) -> String { language(title, titleEnglish ?? title) }

  /// The reason in a language.
  func reason(in language: Language) -> String? { language(reason, reasonEnglish ?? reason) }

  /// What the things it leaves out are called: items are not done, units are not covered.
  func missingWord(in language: Language) -> String {
    listing == .items ? language("未完成", "not done") : language("未覆盖", "missing")
  }

  /// Whether its figures count people instead of units or things.
  var countsPeople: Bool {
    guard let total = persons?.total, let universe else { return false }
    return total == universe
  }
}

extension VerdictStatus {
  /// Whether the promise is not kept.
  var isFailure: Bool { self == .missed || self == .behind || self == .infeasible }

  /// Its colour in a terminal.
  var style: TextTable.Style {
    switch self {
    case .met, .onTrack: .good
    case .missed, .behind, .infeasible: .bad
    case .unknown: .warning
    case .informational, .notApplicable: .faint
    }
  }
}

extension Provenance {
  /// Whether figures that rest on it bear a visible mark.
  var needsMark: Bool { self >= .estimated }
}
