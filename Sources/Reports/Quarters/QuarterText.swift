public import Planning
public import PlanningModel
import Targets

/// The quarterly form as a table for a terminal.
public enum QuarterText {
  /// A row a target: the year's need, the plan and what was done by the end of each quarter up to
  /// the one asked for, its light and its status.
  public static func rendered(
    _ table: QuarterTable, language: Language, colours: Bool = false
  ) -> String {
    let wording = Wording(language: language)
    let text = TextTable(
      title: title(table, language),
      columns: columns(table, language),
      rows: table.evaluation.results.verdicts.map { verdict in
        let mark = verdict.provenance?.needsMark == true ? "*" : ""
        let figures = (table.standings[verdict.id] ?? []).flatMap { standing in
          [
            TextTable.Cell(standing.planned.map(String.init) ?? "—"),
            TextTable.Cell(standing.achieved.map { "\($0)\(mark)" } ?? "—"),
          ]
        }
        let light = table.light(of: verdict.id)
        let status = table.standing(of: verdict.id)?.status
        var cells: [TextTable.Cell] = [
          .init(verdict.id), .init(verdict.title(in: language)),
          .init(verdict.dueDate?.description ?? "—"),
          .init(verdict.required.map(String.init) ?? "—"),
        ]
        cells += figures
        cells.append(.init(wording.light(light), style: light.style))
        cells.append(
          .init(
            status.map(wording.status) ?? language("未到季末", "to come"),
            style: status?.style ?? .faint))
        return cells
      })
    return text.rendered(colours: colours) + "\n" + notes(table, language)
  }

  private static func title(_ table: QuarterTable, _ language: Language) -> String {
    let lights = [TrafficLight.red, .yellow, .green, .grey].map { light in
      language(
        "\(Wording(language: language).light(light))\(table.count(light))项",
        "\(table.count(light)) \(Wording(language: language).light(light))")
    }.joined(separator: language("、", ", "))
    return language(
      "\(table.year)年第\(ordinal(table.quarter))季度进度表（累计，截至\(table.day)）：\(lights)",
      "Progress in Q\(table.quarter) \(table.year) (cumulative, as of \(table.day)): \(lights)")
  }

  private static func columns(_ table: QuarterTable, _ language: Language) -> [TextTable.Column] {
    var columns: [TextTable.Column] = [
      .init(language("编号", "Id")), .init(language("指标", "Target")),
      .init(language("期限", "Due")), .init(language("全年需", "Year"), isNumeric: true),
    ]
    for quarter in 1...table.quarter {
      columns.append(
        .init(language("\(ordinal(quarter))季计划", "Q\(quarter) plan"), isNumeric: true))
      columns.append(
        .init(language("\(ordinal(quarter))季完成", "Q\(quarter) done"), isNumeric: true))
    }
    columns += [.init(language("灯", "Light")), .init(language("状态", "Status"))]
    return columns
  }

  private static func notes(_ table: QuarterTable, _ language: Language) -> String {
    var notes: [String] = []
    if !table.isOver {
      notes.append(
        language(
          "截至\(table.evaluation.asOf)，本季度未结束，不作判定。",
          "The quarter is not over on \(table.evaluation.asOf) and is not judged."))
    }
    notes.append(
      language(
        "绿：已完成或达时序；黄：滞后；红：未达标或不可行；灰：数据不足、参考、不适用或未到。",
        "Green: met or on track; yellow: behind; red: missed or infeasible; grey: not enough data, "
          + "for information, not applicable or to come."))
    notes.append(
      language(
        "计划为文件的季度计划；未规定的，逐件定有期限的按到期件数，其余按全年任务均分，向下取整。",
        "The plan is the document's own; where it has none, what is due by then of things with days "
          + "of their own, else the year's need in four equal parts, rounded down."))
    if let mark = VerdictTables(table.evaluation, language: language).markNote {
      notes.append(mark)
    }
    notes += table.evaluation.results.assumptions.map {
      language("假定：\($0.id) \($0.text)", "Assumed: \($0.id) \($0.textEnglish)")
    }
    return notes.joined(separator: "\n") + "\n"
  }

  private static func ordinal(_ quarter: Int) -> String {
    ["一", "二", "三", "四"][max(1, min(4, quarter)) - 1]
  }
}
