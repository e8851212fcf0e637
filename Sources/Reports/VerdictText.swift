public import Planning

/// What `targets` and `run` print on a terminal: verdicts first, then what explains them.
public enum VerdictText {
  /// The tables one below the other.
  public static func rendered(
    _ evaluation: Evaluation, language: Language, colours: Bool = false
  ) -> String {
    let tables = VerdictTables(evaluation, language: language)
    var parts = [tables.verdicts.rendered(colours: colours)]
    if let note = tables.markNote { parts.append(note + "\n") }
    let titled = [
      (language("未达标或未定的单元", "Units that are missing or undecided"), tables.missing),
      (language("换一种口径", "Under other rules"), tables.alternatives),
      (language("交叉核对", "Cross-checks"), tables.crossChecks),
      (language("所依据的假定", "Assumptions"), tables.assumptions),
    ]
    for (title, table) in titled where !table.rows.isEmpty {
      parts.append("\(title)\n" + table.rendered(colours: colours))
    }
    return parts.joined(separator: "\n")
  }
}
