public import Planning
public import PlanningModel
import Targets

/// Verdicts as tables for a terminal.
public struct VerdictTables: Sendable {
  private let results: TargetResults
  private let names: FindingNames
  private let language: Language

  /// Tables of an evaluation in a language.
  public init(_ evaluation: Evaluation, language: Language) {
    results = evaluation.results
    names = FindingNames(evaluation.district, language)
    self.language = language
  }

  private var wording: Wording { Wording(language: language) }

  /// One row a target.
  public var verdicts: TextTable {
    TextTable(
      columns: [
        .init(language("序号", "No."), isNumeric: true), .init(language("编号", "Id")),
        .init(language("指标", "Target")), .init(language("状态", "Status")),
        .init(language("口径", "Rule")), .init(language("需", "Need"), isNumeric: true),
        .init(language("完成", "Done"), isNumeric: true),
        .init(language("未知", "Unknown"), isNumeric: true),
        .init(language("差距", "Gap"), isNumeric: true),
        .init(language("占比", "Share"), isNumeric: true),
        .init(language("文号·条款", "Document, clause")),
      ],
      rows: results.verdicts.enumerated().map { position, verdict in
        let mark = verdict.provenance?.needsMark == true ? "*" : ""
        let marked: (Int?) -> TextTable.Cell = { value in
          .init(value.map { "\($0)\(mark)" } ?? "—")
        }
        return [
          .init("\(position + 1)"), .init(verdict.id), .init(verdict.title(in: language)),
          .init(wording.status(verdict.status), style: verdict.status.style),
          .init(wording.rule(verdict.rule)), .init(verdict.required?.description ?? "—"),
          marked(verdict.achieved), marked(verdict.unknown), marked(verdict.gap),
          .init(verdict.shareText.map { "\($0)\(mark)" } ?? "—"),
          .init("\(verdict.citation.document) \(verdict.citation.clause)", style: .faint),
        ]
      })
  }

  /// The explanation of the mark in ``verdicts``; nil when no figure bears it.
  public var markNote: String? {
    guard results.verdicts.contains(where: { $0.provenance?.needsMark == true }) else {
      return nil
    }
    return language(
      "* 含示例数据或估算数据，不得作为事实引用。",
      "* rests on illustrative or estimated data; not a fact.")
  }

  /// One row for each unit or place that a failed or undecided target leaves out.
  public var missing: TextTable {
    var rows: [[TextTable.Cell]] = []
    for verdict in results.verdicts {
      for finding in verdict.missing {
        rows.append([
          .init(verdict.id), .init(verdict.missingWord(in: language), style: .bad),
          .init(finding.code ?? finding.id), .init(names.name(of: finding)),
          .init(finding.reason.map(wording.reason) ?? "—"),
        ])
      }
      for finding in verdict.undecided {
        rows.append([
          .init(verdict.id), .init(language("待核实", "undecided"), style: .warning),
          .init(finding.code ?? finding.id), .init(names.name(of: finding)),
          .init(finding.reason.map(wording.reason) ?? "—"),
        ])
      }
    }
    return TextTable(
      title: language("未覆盖及待核实单元", "Missing and undecided units"),
      columns: [
        .init(language("目标", "Target")), .init(language("情形", "Evidence")),
        .init(language("代码", "Code")), .init(language("名称", "Name")),
        .init(language("原因", "Reason")),
      ], rows: rows)
  }

  /// What other readings of the same words would have said.
  public var alternatives: TextTable {
    TextTable(
      title: language("其他口径", "Other readings"),
      columns: [
        .init(language("目标", "Target")), .init(language("口径", "Rule")),
        .init(language("完成", "Done"), isNumeric: true),
        .init(language("总数", "Of"), isNumeric: true),
        .init(language("未知", "Unknown"), isNumeric: true), .init(language("状态", "Status")),
      ],
      rows: results.verdicts.flatMap { verdict in
        verdict.alternatives.map { other in
          [
            .init(verdict.id), .init(wording.rule(other.rule)),
            .init(other.achieved?.description ?? "—"),
            .init(verdict.universe?.description ?? "—"),
            .init(other.unknown?.description ?? "—"),
            .init(wording.status(other.status), style: other.status.style),
          ]
        }
      })
  }

  /// Findings between targets.
  public var crossChecks: TextTable {
    TextTable(
      title: language("交叉核对", "Cross-checks"),
      columns: [.init(language("目标", "Target")), .init(language("核对结果", "Finding"))],
      rows: results.crossChecks.map { [.init($0.id), .init(language($0.text, $0.textEnglish))] })
  }

  /// What the verdicts assume.
  public var assumptions: TextTable {
    TextTable(
      title: language("假定", "Assumptions"),
      columns: [.init(language("编号", "Id")), .init(language("内容", "Text"))],
      rows: results.assumptions.map { [.init($0.id), .init(language($0.text, $0.textEnglish))] })
  }
}
