public import Planning
public import PlanningModel
import Targets

/// What `targets` and `run` print on a terminal: verdicts first, then what explains them.
public enum VerdictText {
  /// The tables one below the other.
  public static func rendered(
    _ evaluation: Evaluation, language: Language, colours: Bool = false
  ) -> String {
    let tables = VerdictTables(evaluation, language: language)
    var parts = [tables.verdicts.rendered(colours: colours)]
    if let note = tables.markNote { parts.append(note + "\n") }
    let units = VerdictTables(unitsOnly(evaluation), language: language)
    for table in [units.missing, tables.alternatives, tables.crossChecks, tables.assumptions]
    where !table.rows.isEmpty {
      parts.append(table.rendered(colours: colours))
    }
    for table in DetailTables.tables(evaluation, language: language) {
      parts.append(table.rendered(colours: colours))
    }
    for verdict in evaluation.results.verdicts where verdict.countsPlaces {
      parts.append(
        language(
          "\(verdict.id)：\(verdict.missing.count) 个村（社区）未覆盖，"
            + "逐村见 yike coverage --target \(verdict.id)\n",
          "\(verdict.id): \(verdict.missing.count) villages are not covered; "
            + "yike coverage --target \(verdict.id) lists them\n"))
    }
    return parts.joined(separator: "\n")
  }

  /// Without the villages of access targets, hundreds of lines that would bury the verdicts, and
  /// without receipts and tasks, which have tables of their own.
  private static func unitsOnly(_ evaluation: Evaluation) -> Evaluation {
    var evaluation = evaluation
    for index in evaluation.results.verdicts.indices
    where evaluation.results.verdicts[index].countsPlaces
      || evaluation.results.verdicts[index].hasOwnTable
    {
      evaluation.results.verdicts[index].missing = []
      evaluation.results.verdicts[index].undecided = []
    }
    return evaluation
  }
}

extension Verdict {
  /// Whether its findings are villages rather than units.
  fileprivate var countsPlaces: Bool {
    listing == .places && !missing.isEmpty
  }

  /// Whether ``DetailTables`` shows its findings.
  fileprivate var hasOwnTable: Bool {
    switch detail {
    case .receipts: true
    case .tasks(let tasks): !tasks.isEmpty
    default: false
    }
  }
}
