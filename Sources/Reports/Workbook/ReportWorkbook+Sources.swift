import Planning
import PlanningModel
import Targets

extension ReportWorkbook {
  /// 数据质量: every finding on the data, then the waivers.
  var quality: WorkbookSheet {
    var rows = context.evaluation.findings.map { finding in
      WorkbookSheet.Row(
        cells: [
          .text(wording.severity(finding.severity)), .text(wording.check(finding.check)),
          .text(finding.file), .init(finding.layer), .init(finding.row), .init(finding.column),
          .init(finding.value), .text(finding.rule(in: language)),
          .text(finding.remedy(in: language)),
        ], look: finding.severity == .blocking ? .bad : .plain)
    }
    rows += context.evaluation.waivers.map { waiver in
      .init(cells: [
        .text(language("放行", "waived")), .empty, .empty, .empty, .empty, .empty, .empty,
        .text(waiver), .empty,
      ])
    }
    return WorkbookSheet(
      name: language("数据质量", "Data quality"), title: language("数据检查结果", "Findings"),
      note: subtitle,
      columns: [
        .init(heading: language("级别", "Severity"), width: 9),
        .init(heading: language("检查项", "Check"), width: 20),
        .init(heading: language("文件", "File"), width: 30),
        .init(heading: language("工作表或图层", "Sheet or layer"), width: 14),
        .init(heading: language("行", "Row"), width: 8),
        .init(heading: language("列", "Column"), width: 14),
        .init(heading: language("值", "Value"), width: 22),
        .init(heading: language("问题", "Rule"), width: 56),
        .init(heading: language("处理建议", "Remedy"), width: 44),
      ], rows: rows)
  }

  /// 口径与引文: definitions, then the words of every clause, inputs and parameters.
  var sources: WorkbookSheet {
    let quality = QualitySection(context: context)
    func rows(_ kind: String, _ texts: [RichText]) -> [WorkbookSheet.Row] {
      texts.map {
        .init(cells: [.text(kind), .empty, .empty, .text($0.text(in: language))])
      }
    }
    var rows =
      rows(language("口径", "definition"), quality.definitions)
      + rows(language("出行", "travel"), quality.travel)
    for verdict in context.verdicts {
      rows.append(
        .init(cells: [
          .text(language("引文", "quotation")), .text(verdict.id),
          .text("\(verdict.citation.document) \(verdict.citation.clause)"),
          .text(verdict.citation.quote),
        ]))
    }
    for input in context.evaluation.inputs {
      rows.append(
        .init(cells: [
          .text(language("输入文件", "input")), .text(wording.role(input.role)), .text(input.path),
          .text("SHA-256 \(input.sha256)"),
        ]))
    }
    for parameter in context.evaluation.parameters {
      rows.append(
        .init(cells: [
          .text(language("参数", "parameter")), .empty, .text(parameter.key),
          .text(parameter.value),
        ]))
    }
    return WorkbookSheet(
      name: language("口径与引文", "Definitions and sources"),
      title: language("口径、引文、输入文件与参数", "Definitions, quotations, inputs and parameters"),
      note: subtitle,
      columns: [
        .init(heading: language("类别", "Kind"), width: 11),
        .init(heading: language("目标或内容", "Target or role"), width: 16),
        .init(heading: language("出处", "Place"), width: 44),
        .init(heading: language("内容", "Words"), width: 90),
      ], rows: rows)
  }
}
