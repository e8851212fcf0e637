import Coverage
import Planning
import PlanningModel
import Targets

/// The annexes of the report as a workbook: the same figures as the report, typed, all rows.
struct ReportWorkbook {
  let context: ReportContext
  let title: String
  let subtitle: String
  var language: Language { context.language }
  var wording: Wording { context.wording }

  /// The report as data gives title, date and scenario.
  init(_ document: ReportDocument, context: ReportContext) {
    self.context = context
    title = document.title
    subtitle = document.subtitle.plain
  }

  /// All sheets in the order of their tabs.
  var sheets: [WorkbookSheet] {
    [summary, targets, units, uncovered, issues] + compared + planned + [
      facilities, quality, sources,
    ]
  }

  /// The bytes of the file.
  func bytes() throws -> [UInt8] { try WorkbookWriter.bytes(sheets, title: title) }

  /// 概要: counts by status, the paragraphs of the summary, what the sheets hold.
  private var summary: WorkbookSheet {
    var rows: [WorkbookSheet.Row] = VerdictStatus.allCases.compactMap { status in
      let count = context.verdicts.count { $0.status == status }
      guard count > 0 else { return nil }
      return .init(
        cells: [.text(wording.status(status)), .integer(count), .empty], look: look(status))
    }
    rows.append(
      .init(
        cells: [.text(language("合计", "total")), .integer(context.verdicts.count), .empty],
        look: .total))
    for block in SummarySection(context: context).section.blocks {
      guard case .box(let title, let lines) = block else { continue }
      rows += lines.map { line in
        .init(cells: [
          .text(title.replacing("　", with: "")), .empty, .text(line.text(in: language)),
        ])
      }
    }
    return WorkbookSheet(
      name: language("概要", "Summary"), title: title, note: subtitle,
      columns: [
        .init(heading: language("项目", "Item"), width: 22),
        .init(heading: language("目标数", "Targets"), width: 10),
        .init(heading: language("说明", "Words"), width: 100),
      ], rows: rows)
  }

  /// 目标判定: a row for each target.
  private var targets: WorkbookSheet {
    let rows = context.verdicts.enumerated().map { position, verdict in
      WorkbookSheet.Row(
        cells: [
          .integer(position + 1), .text(verdict.id), .text(verdict.title(in: language)),
          .text(verdict.citation.document), .text(verdict.citation.clause),
          .text(wording.rule(verdict.rule)),
          .text(context.measureWord(verdict).trimmingPrefix(" ").description),
          .init(verdict.requiredText.map(context.term)), .init(verdict.universe),
          .init(verdict.required),
          .init(verdict.achieved), .init(verdict.unknown), .init(verdict.gap),
          .init(share: verdict.numerator, of: verdict.denominator),
          .text(wording.status(verdict.status)), .init(verdict.dueDate),
          .text(wording.dueKind(verdict.dueKind)),
          .init(context.terms(verdict.leads)),
          .init(verdict.provenance.map(wording.provenance)), .init(verdict.reason(in: language)),
        ], look: look(verdict.status))
    }
    return WorkbookSheet(
      name: language("目标判定", "Targets"), title: language("指标完成情况", "Targets"),
      note: subtitle,
      columns: [
        .init(heading: language("序号", "No."), width: 6),
        .init(heading: language("编号", "Id"), width: 13),
        .init(heading: language("指标", "Target"), width: 34),
        .init(heading: language("文号", "Document"), width: 24),
        .init(heading: language("条款", "Clause"), width: 16),
        .init(heading: language("口径", "Rule"), width: 14),
        .init(heading: language("计量单位", "Counted in"), width: 9),
        .init(heading: language("承诺", "Promised"), width: 9),
        .init(heading: language("总数", "Universe"), width: 10),
        .init(heading: language("需完成", "Need"), width: 10),
        .init(heading: language("已完成", "Done"), width: 10),
        .init(heading: language("情况不明", "Unknown"), width: 10),
        .init(heading: language("差距", "Gap"), width: 10),
        .init(heading: language("占比", "Share"), width: 9),
        .init(heading: language("状态", "Status"), width: 11),
        .init(heading: language("完成时限", "Due"), width: 12),
        .init(heading: language("时限性质", "Kind of due"), width: 22),
        .init(heading: language("责任单位", "Lead"), width: 22),
        .init(heading: language("数据性质", "Data"), width: 11),
        .init(heading: language("判定说明", "Reason"), width: 50),
      ], rows: rows, frozenColumns: 3)
  }

  /// 单元: every unit's answer to every target that asks units.
  private var units: WorkbookSheet {
    let ids = Set(context.evaluation.district.units.map(\.id.rawValue))
    let asked = context.verdicts.filter { verdict in
      (verdict.met + verdict.missing + verdict.undecided).contains { ids.contains($0.id) }
    }
    var answers: [String: [String: String]] = [:]
    for verdict in asked {
      for (findings, word) in [
        (verdict.met, language("已覆盖", "met")), (verdict.missing, language("未覆盖", "missing")),
        (verdict.undecided, language("待核实", "undecided")),
      ] {
        for finding in findings { answers[finding.id, default: [:]][verdict.id] = word }
      }
    }
    let rows = context.evaluation.district.units.map { unit in
      WorkbookSheet.Row(
        cells: [
          .text(unit.id.rawValue), .text(context.name(of: unit)),
          .text(wording.unitClass(unit.unitClass)), .init(unit.population),
          .init(unit.populationProvenance.map(wording.provenance)),
        ] + asked.map { .text(answers[unit.id.rawValue]?[$0.id] ?? "—") })
    }
    return WorkbookSheet(
      name: language("单元", "Units"),
      title: language("各乡镇（街道）完成情况", "Targets by unit"),
      note: language("“—”表示该单元不在考核范围。", "“—”: not in the universe."),
      columns: [
        .init(heading: language("代码", "Code"), width: 12),
        .init(heading: language("乡镇（街道）", "Unit"), width: 24),
        .init(heading: language("类别", "Class"), width: 9),
        .init(heading: language("人口", "People"), width: 10),
        .init(heading: language("数据性质", "Data"), width: 11),
      ]
        + asked.map {
          .init(heading: "\($0.id) \($0.title(in: language))", width: 15)
        }, rows: rows, frozenColumns: 2)
  }
}

extension ReportWorkbook {
  func look(_ status: VerdictStatus) -> WorkbookSheet.Look {
    switch status {
    case .met, .onTrack: .good
    case .missed, .behind, .infeasible: .bad
    case .unknown: .unknown
    case .informational, .notApplicable: .plain
    }
  }
}
