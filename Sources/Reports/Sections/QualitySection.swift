import Coverage
import Planning
import PlanningModel
import Targets

/// 八、数据质量与口径说明: findings, waivers, definitions, travel settings, data marks.
struct QualitySection {
  let context: ReportContext
  private var language: Language { context.language }

  var section: ReportSection {
    var blocks: [ReportBlock] = []
    blocks.append(.subheading(RichText(language("（一）数据检查", "Findings"))))
    blocks += findings
    if !context.evaluation.waivers.isEmpty {
      blocks.append(
        .paragraph(RichText(language("经说明理由予以放行的事项：", "Waived, with a reason:"))))
      blocks.append(.list(context.evaluation.waivers.map { RichText($0) }))
    }
    blocks.append(.subheading(RichText(language("（二）口径定义", "Definitions"))))
    blocks.append(.list(definitions))
    blocks.append(.subheading(RichText(language("（三）出行设定", "Travel"))))
    blocks.append(.list(travel))
    blocks.append(.subheading(RichText(language("（四）数据性质", "Kinds of data"))))
    blocks.append(.table(legend))
    blocks.append(.paragraph(statement))
    if let changes = UnitChangeTable(context: context).table {
      blocks.append(.subheading(RichText(language("（五）单元变更", "Changes of units"))))
      blocks.append(.table(changes))
    }
    return ReportSection(
      heading: language("八、数据质量与口径说明", "8. Data quality and definitions"), blocks: blocks)
  }

  private var findings: [ReportBlock] {
    let all = context.evaluation.findings
    guard !all.isEmpty else {
      return [.paragraph(RichText(language("未发现数据问题。", "Nothing was found.")))]
    }
    var checks: [String: [InputFault]] = [:]
    for finding in all {
      checks["\(finding.severity.order)\(finding.check)", default: []].append(finding)
    }
    let groups = checks.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map(\.value)
    let counts = [Severity.blocking, .warning, .hint].map { severity in
      let count = all.count { $0.severity == severity }
      return language(
        "\(context.wording.severity(severity))\(count)条",
        "\(count) \(context.wording.severity(severity))")
    }
    let table = ReportTable(
      caption: RichText(language("表8-1　数据检查结果", "Table 8-1. Findings")),
      columns: [
        .init(heading: language("级别", "Severity"), alignment: .center, width: 9),
        .init(heading: language("检查项", "Check"), alignment: .left, width: 21),
        .init(heading: language("条数", "Count"), alignment: .right, width: 7),
        .init(heading: language("说明（首条）", "First finding"), alignment: .left, width: 37),
        .init(heading: language("处理建议", "Remedy"), alignment: .left, width: 26),
      ],
      rows: groups.map { group in
        .init(cells: [
          RichText(context.wording.severity(group[0].severity)),
          RichText(context.wording.check(group[0].check)),
          "\(group.count)", RichText(place(group[0])),
          RichText(group[0].remedy(in: language)),
        ])
      })
    return [
      .paragraph(
        RichText(
          language(
            "共\(all.count)条：\(counts.joined(separator: "、"))。",
            "\(all.count) findings: \(counts.joined(separator: ", ")).")))
    ] + [.table(table)]
  }

  private func place(_ finding: InputFault) -> String {
    let row = finding.row.map { language("第\($0)行", " row \($0)") } ?? ""
    let value = finding.value.map { language("“\($0)”", " “\($0)”") } ?? ""
    return "\(finding.file)\(row)\(value)" + language("：", ": ") + finding.rule(in: language)
  }

  var definitions: [RichText] {
    var rules: Set<String> = []
    for verdict in context.verdicts {
      rules.insert(verdict.rule)
      rules.formUnion(verdict.alternatives.map(\.rule))
    }
    let lines: [RichText] = rules.sorted().compactMap { rule in
      context.wording.definition(rule).map { definition in
        let name = context.wording.rule(rule)
        return language("\(strong: name)：\(definition)。", "\(strong: name): \(definition).")
      }
    }
    return lines + [
      RichText(
        language(
          "需完成数按承诺比例乘以总数后向上取整；缺少证据的单元计为未知，不计为完成，也不计为未完成。",
          "The need is the promised share of the universe, rounded up; a unit without evidence "
            + "is unknown, neither done nor not done.")),
      RichText(
        language(
          "覆盖人口按村（社区）居住点计算，不按面积计算；时间等于限值的计为覆盖。",
          "People are counted where they live, never by area; a time equal to the limit counts.")),
    ]
  }

  var travel: [RichText] {
    var lines: [RichText] = []
    for table in context.tables {
      lines.append(
        RichText(
          context.label(table) + language("：", ": ") + context.wording.limit(table.limit)
            + language("，", ", ") + context.wording.profile(table.profile)
            + language("。", ".")))
    }
    let villages = context.tables.flatMap(\.rows).filter { $0.level == .village && $0.isEstimated }
    let estimated = Set(villages.map(\.id)).count
    if estimated > 0 {
      lines.append(
        language(
          "\(estimated)个村（社区）附近没有道路，时间按直线距离乘以绕行系数估算\(mark: .estimated)。",
          "The times of \(estimated) villages are estimated from the straight line, for want of "
            + "a road"
            + "\(mark: .estimated)."))
    }
    return lines.isEmpty
      ? [RichText(language("未作出行时间测算。", "No travel times were computed."))] : lines
  }

  private var legend: ReportTable {
    ReportTable(
      caption: RichText(language("表8-2　数据性质", "Table 8-2. Kinds of data")),
      columns: [
        .init(heading: language("性质", "Kind"), alignment: .center, width: 16),
        .init(heading: language("标记", "Mark"), alignment: .center, width: 12),
        .init(heading: language("含义", "Meaning"), alignment: .left, width: 72),
      ],
      rows: Provenance.allCases.map { provenance in
        .init(cells: [
          RichText(context.wording.provenance(provenance)),
          provenance.needsMark ? "\(mark: provenance)" : "—",
          RichText(context.wording.meaning(provenance)),
        ])
      })
  }

  private var statement: RichText {
    language(
      "由多种数据得出的数字，按其中最弱的一种标注。\(strong: "示例数据")系为演示编制，不反映实际情况，"
        + "不得作为工作依据；正式使用前应以本区台账替换。",
      "A figure made of several kinds bears the weakest. \(strong: "Illustrative data") was made "
        + "up to show the method and says nothing about the real place; replace it with the "
        + "district's own ledgers before use.")
  }
}

extension Severity {
  /// Heavier findings first.
  fileprivate var order: Int { self == .blocking ? 0 : self == .warning ? 1 : 2 }
}
