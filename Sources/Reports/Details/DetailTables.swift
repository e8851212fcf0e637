public import Planning
public import PlanningModel
import Targets

/// What verdicts hold besides their figures, as tables for a terminal: receipts, what is
/// overdue, and tasks.
public enum DetailTables {
  /// A matrix of receipts with its overdue list, or a table of tasks, for each verdict that holds
  /// one; in the order of the verdicts.
  public static func tables(_ evaluation: Evaluation, language: Language) -> [TextTable] {
    evaluation.results.verdicts.flatMap { verdict -> [TextTable] in
      switch verdict.detail {
      case .receipts(let matrix):
        [receipts(matrix, of: verdict, evaluation, language)]
          + (matrix.overdue.isEmpty
            ? [] : [overdue(matrix, of: verdict, evaluation, language)])
      case .tasks(let tasks) where !tasks.isEmpty:
        [self.tasks(tasks, of: verdict, evaluation.terms, language)]
      default: []
      }
    }
  }

  private static func heading(
    _ verdict: Verdict, _ what: String, _ language: Language
  ) -> String {
    let reason = verdict.reason(in: language).map { language("；\($0)", "; \($0)") } ?? ""
    return "\(verdict.id) \(verdict.title(in: language))\(language("：", ": "))\(what)\(reason)"
  }

  /// A row a sender, a column a due day.
  private static func receipts(
    _ matrix: ReceiptsMatrix, of verdict: Verdict, _ evaluation: Evaluation, _ language: Language
  ) -> TextTable {
    let (asOf, terms) = (evaluation.asOf, evaluation.terms)
    let all = matrix.senders.count * matrix.columns.count
    let count = language(
      "截至\(asOf)，应报\(all)份，已收\(matrix.receivedCount)份",
      "\(matrix.receivedCount) of \(all) received by \(asOf)")
    let title = heading(verdict, count, language)
    // What fewer stand of goes across.
    guard matrix.columns.count <= max(3, matrix.senders.count) else {
      return byDay(matrix, title: title, terms, language)
    }
    var columns: [TextTable.Column] = [
      .init(language("代码", "Code")), .init(language("报送单位", "Sender")),
    ]
    for column in matrix.columns {
      columns.append(
        .init(
          [column.series.map { terms[$0].text(in: language) }, column.due.description]
            .compactMap(\.self).joined(separator: " ")))
    }
    return TextTable(
      title: title, columns: columns,
      rows: zip(matrix.senders, matrix.rows).map { sender, row in
        let cells: [TextTable.Cell] = [
          .init(sender.code ?? "—"), .init(terms[sender.name].text(in: language)),
        ]
        return cells + row.map { cell($0, language) }
      })
  }

  /// A row a due day, a column a sender.
  private static func byDay(
    _ matrix: ReceiptsMatrix, title: String, _ terms: Terms, _ language: Language
  ) -> TextTable {
    var columns: [TextTable.Column] = [
      .init(language("期限", "Due")), .init(language("报告", "Report")),
    ]
    columns += matrix.senders.map { TextTable.Column(terms[$0.name].text(in: language)) }
    return TextTable(
      title: title, columns: columns,
      rows: matrix.columns.enumerated().map { index, column in
        let cells: [TextTable.Cell] = [
          .init(column.due.description),
          .init(column.series.map { terms[$0].text(in: language) } ?? "—"),
        ]
        return cells + matrix.rows.map { cell($0[index], language) }
      })
  }

  private static func cell(
    _ receipt: ReceiptsMatrix.Receipt, _ language: Language
  ) -> TextTable.Cell {
    switch receipt {
    case .received(let day): .init(language("已报 \(day)", "in \(day)"), style: .good)
    case .late(let day, let days):
      .init(language("迟报 \(day)（\(days)天）", "late \(day) (\(days) d)"), style: .warning)
    case .overdue(let days):
      .init(language("逾期\(days)天", "overdue \(days) d"), style: .bad)
    case .unknown: .init(language("数据不足", "no record"), style: .warning)
    case .pending: .init(language("未到期", "to come"), style: .faint)
    }
  }

  private static func overdue(
    _ matrix: ReceiptsMatrix, of verdict: Verdict, _ evaluation: Evaluation, _ language: Language
  ) -> TextTable {
    let (asOf, terms) = (evaluation.asOf, evaluation.terms)
    return TextTable(
      title: verdict.id
        + language(
          "：截至\(asOf)逾期未报\(matrix.overdue.count)份",
          ": \(matrix.overdue.count) overdue on \(asOf)"),
      columns: [
        .init(language("期限", "Due")), .init(language("报送单位", "Sender")),
        .init(language("报告", "Report")), .init(language("逾期天数", "Days"), isNumeric: true),
      ],
      rows: matrix.overdue.map { sender, column, days in
        [
          .init(column.due.description), .init(terms[sender.name].text(in: language)),
          .init(column.series.map { terms[$0].text(in: language) } ?? "—"), .init(String(days)),
        ]
      })
  }

  private static func tasks(
    _ tasks: [TaskFigure], of verdict: Verdict, _ terms: Terms, _ language: Language
  ) -> TextTable {
    let wording = Wording(language: language)
    let rows = Set(tasks.map(\.row)).count
    let isQuarterly = tasks.contains { $0.quarter != nil }
    var columns: [TextTable.Column] = [.init(language("项", "Row"), isNumeric: true)]
    if isQuarterly { columns.append(.init(language("季度", "Quarter"))) }
    columns += [
      .init(language("任务", "Task")), .init(language("牵头", "Lead")),
      .init(language("期限", "Due")), .init(language("进度", "Light")),
      .init(language("依据", "Evidence")),
    ]
    return TextTable(
      title: heading(verdict, language("\(rows)项任务", "\(rows) tasks"), language),
      columns: columns,
      rows: tasks.map { task in
        var cells: [TextTable.Cell] = [.init(task.row)]
        if isQuarterly { cells.append(.init(task.quarter.map { "Q\($0)" } ?? "—")) }
        cells += [
          .init(task.task ?? language("（来源文件缺失）", "(lost in the source)")),
          .init(terms.list(task.leads).text(in: language)),
          .init(task.dueText ?? task.due?.description ?? "—"),
          .init(wording.light(task.light), style: task.light.style),
          .init(task.evidence ?? "—"),
        ]
        return cells
      })
  }
}
