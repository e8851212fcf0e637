import Planning
import PlanningModel
import Targets

/// 附件1: the clauses the targets rest on, in the words of the documents.
struct CitationAnnex {
  let context: ReportContext
  private var language: Language { context.language }

  var section: ReportSection {
    var citations: [Citation] = []
    var targets: [Citation: [String]] = [:]
    for verdict in context.verdicts {
      if targets[verdict.citation] == nil { citations.append(verdict.citation) }
      targets[verdict.citation, default: []].append(verdict.id)
    }
    let table = ReportTable(
      caption: RichText(language("附表1　依据原文", "Annex table 1. The words of the documents")),
      columns: [
        .init(heading: language("文号", "Document"), alignment: .left, width: 18),
        .init(heading: language("条款", "Clause"), alignment: .left, width: 13),
        .init(heading: language("原文", "Words"), alignment: .left, width: 51),
        .init(heading: language("目标", "Targets"), alignment: .left, width: 18),
      ],
      rows: citations.map { citation in
        .init(cells: [
          RichText(citation.document), RichText(citation.clause), RichText(citation.quote),
          RichText((targets[citation] ?? []).joined(separator: language("、", ", "))),
        ])
      })
    return ReportSection(
      heading: language("附件1　依据原文", "Annex 1. Sources"), blocks: [.table(table)],
      startsPage: true)
  }
}

/// 附件2: the inputs with their hashes and all parameters, by which a run can be repeated.
struct InputAnnex {
  let context: ReportContext
  private var language: Language { context.language }

  var section: ReportSection {
    ReportSection(
      heading: language("附件2　输入文件与参数", "Annex 2. Inputs and parameters"),
      blocks: [.table(inputs), .table(parameters)])
  }

  private var inputs: ReportTable {
    ReportTable(
      caption: RichText(
        language("附表2　输入文件与指纹（SHA-256）", "Annex table 2. Inputs and their SHA-256")),
      columns: [
        .init(heading: language("文件", "File"), alignment: .left, width: 26),
        .init(heading: language("内容", "Role"), alignment: .left, width: 13),
        .init(heading: language("数据性质", "Data"), alignment: .center, width: 11),
        .init(heading: language("发布单位", "Publisher"), alignment: .left, width: 18),
        .init(heading: language("指纹", "SHA-256"), alignment: .left, width: 32),
      ],
      rows: context.evaluation.inputs.map { input in
        .init(
          cells: [
            RichText(input.path), RichText(context.wording.role(input.role)),
            RichText(input.provenance.map(context.wording.provenance) ?? "—"),
            RichText(input.publisher ?? "—"), RichText(input.sha256),
          ], look: "fingerprint")
      })
  }

  private var parameters: ReportTable {
    ReportTable(
      caption: RichText(
        language("附表3　参数（名称和说明除外）", "Annex table 3. Parameters, names aside")),
      columns: [
        .init(heading: language("参数", "Key"), alignment: .left, width: 45),
        .init(heading: language("取值", "Value"), alignment: .left, width: 55),
      ],
      rows: context.evaluation.parameters.filter(Self.decides).map { parameter in
        .init(cells: [RichText(parameter.key), RichText(parameter.value)], look: "small")
      },
      note: RichText(
        language("全部参数见 manifest.json。", "All parameters are in manifest.json.")))
  }

  /// Whether a parameter can change a figure: names, measure words and empty values cannot.
  private static func decides(_ parameter: (key: String, value: String)) -> Bool {
    let last = parameter.key.split(separator: ".").last ?? ""
    return !["label", "label_en", "unit", "unit_en", "publisher", "name", "name_en"].contains(last)
      && !parameter.value.isEmpty
  }
}
