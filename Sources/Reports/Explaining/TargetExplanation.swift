import Planning
import PlanningModel
import Targets

/// One verdict in words and rows.
struct TargetExplanation {
  let verdict: Verdict
  let context: ReportContext
  private var language: Language { context.language }
  private var wording: Wording { context.wording }

  /// The answer: the number that was asked for and how it comes about, else the verdict.
  func sentence(_ item: FigureID.Item?) -> String {
    guard let item else {
      let reason = verdict.reason(in: language).map { language("，\($0)", "; \($0)") } ?? ""
      let text = GapNarrative(context: context, verdict: verdict).figures.text(in: language)
      return language(
        "\(verdict.title)（\(verdict.id)）：\(wording.status(verdict.status))\(reason)。\(text)",
        "\(verdict.title(in: .en)) (\(verdict.id)): \(wording.status(verdict.status))\(reason). "
          + text)
    }
    let id = FigureID(.target(verdict.id), item)
    return "\(id) = \(value(item))" + language("：", ": ") + derivation(item)
  }

  private func value(_ item: FigureID.Item) -> String {
    switch item {
    case .total: wording.count(verdict.universe)
    case .required: wording.count(verdict.required)
    case .achieved: wording.count(verdict.achieved)
    case .unknown: wording.count(verdict.unknown)
    case .gap: wording.count(verdict.gap)
    case .share: verdict.shareText ?? "—"
    default: "—"
    }
  }

  private func derivation(_ item: FigureID.Item) -> String {
    let (need, done) = (wording.count(verdict.required), wording.count(verdict.achieved))
    switch item {
    case .total:
      return language(
        "口径分母“\(context.universe(verdict.universeID))”的单元（人）数。",
        "the size of the universe “\(context.universe(verdict.universeID))”.")
    case .required:
      let text = verdict.requiredText.map(context.term) ?? "—"
      guard verdict.universe != nil, text.hasSuffix("%") else {
        return language("文件承诺\(text)。", "promised: \(text).")
      }
      return language(
        "文件承诺\(text)，\(wording.count(verdict.universe)) × \(text) 向上取整。",
        "promised: \(text); \(wording.count(verdict.universe)) × \(text), rounded up.")
    case .achieved:
      guard !records(item).isEmpty else {
        return verdict.achieved == 0
          ? language(
            "没有记录\(wording.rule(verdict.rule))计为完成。",
            "no record counts as done (\(wording.rule(verdict.rule))).")
          : language(
            "\(wording.rule(verdict.rule))计为完成的数。",
            "what counts as done (\(wording.rule(verdict.rule))).")
      }
      return language(
        "\(wording.rule(verdict.rule))计为完成的，列于下表。",
        "what counts as done (\(wording.rule(verdict.rule))), listed below.")
    case .unknown:
      guard !records(item).isEmpty else {
        return language("没有缺少证据的记录。", "no record lacks evidence.")
      }
      return language("缺少证据的，列于下表。", "what lacks evidence, listed below.")
    case .gap:
      return language("需\(need)，完成\(done)，相减，不小于0。", "\(need) needed less \(done) done.")
    case .share:
      return language(
        "\(wording.count(verdict.numerator)) ÷ \(wording.count(verdict.denominator))，向下取一位小数。",
        "\(wording.count(verdict.numerator)) ÷ \(wording.count(verdict.denominator)), floored.")
    default: return ""
    }
  }

  /// The rows behind it, the facilities behind the rows, the words of the document.
  func tables(_ item: FigureID.Item?) -> [TextTable] { records(item) + [basis] }

  private func records(_ item: FigureID.Item?) -> [TextTable] {
    var groups: [(word: String, findings: [UnitFinding])] = [
      (language("已覆盖", "met"), verdict.met), (language("未覆盖", "missing"), verdict.missing),
      (language("待核实", "undecided"), verdict.undecided),
    ]
    switch item {
    case .achieved, .share: groups = [groups[0]]
    case .unknown: groups = [groups[2]]
    case .gap: groups = [groups[1], groups[2]]
    default: break
    }
    var rows = TextTable(
      title: language("各行", "Rows"),
      columns: [
        .init(language("结论", "Answer")), .init(language("编号", "Id")),
        .init(language("名称", "Name")), .init(language("依据的设施", "By")),
        .init(language("分钟", "Minutes"), isNumeric: true), .init(language("原因", "Reason")),
      ])
    for group in groups {
      for finding in group.findings {
        rows.rows.append([
          .init(group.word), .init(finding.id), .init(context.name(of: finding)),
          .init(finding.by.isEmpty ? "—" : finding.by.map(\.rawValue).joined(separator: " ")),
          .init(finding.time?.minutesText ?? "—"),
          .init(finding.reason.map(wording.reason) ?? "—"),
        ])
      }
    }
    var tables = rows.rows.isEmpty ? [] : [rows]
    let used = Set(groups.flatMap(\.findings).flatMap(\.by))
    let evidence = EvidenceRows(verdict: verdict, context: context)
    tables += evidence.tables(item, besides: used)
    if verdict.rule == "activity" {
      let ids = Set(groups.flatMap(\.findings).map(\.id))
      tables.append(activities(of: ids))
    }
    return tables
  }

  /// The activity records of the year in the units that the answer is about.
  private func activities(of units: Set<String>) -> TextTable {
    var table = TextTable(
      title: language("活动记录", "Activity records"),
      columns: [
        .init(language("单元", "Unit")), .init(language("活动", "Activity")),
        .init(language("年度", "Year")), .init(language("场次", "Sessions"), isNumeric: true),
        .init(language("数据性质", "Data")),
      ])
    for record in context.evaluation.district.activities
    where units.contains(record.unit.rawValue) && record.year == context.evaluation.asOf.year {
      table.rows.append([
        .init(record.unit.rawValue), .init(context.term(record.activity)), .init("\(record.year)"),
        .init(record.sessions.map(String.init) ?? "—"),
        .init(wording.provenance(record.provenance)),
      ])
    }
    return table
  }

  private var basis: TextTable {
    var table = TextTable(
      title: language("依据", "What it rests on"),
      columns: [.init(language("项目", "Item")), .init(language("内容", "Content"))])
    func add(_ item: String, _ content: String?) {
      if let content { table.rows.append([.init(item), .init(content)]) }
    }
    add(language("文号", "Document"), verdict.citation.document)
    add(language("条款", "Clause"), verdict.citation.clause)
    add(language("原文", "Words"), verdict.citation.quote)
    add(
      language("口径", "Rule"),
      wording.rule(verdict.rule)
        + (wording.definition(verdict.rule).map { language("：\($0)", ": \($0)") } ?? ""))
    add(
      language("完成时限", "Due"),
      (verdict.dueDate.map(wording.date) ?? "—") + language("，", ", ")
        + wording.dueKind(verdict.dueKind))
    if case .milestone(let figure)? = verdict.detail, let state = figure.state {
      let parts = [state, figure.date.map(wording.date), figure.evidence]
      add(
        language("进展记录", "Record"),
        parts.compactMap(\.self).joined(separator: language("，", ", ")))
    }
    if !verdict.leads.isEmpty {
      add(language("责任单位", "Lead"), context.terms(verdict.leads))
    }
    for assumption in context.evaluation.results.assumptions
    where verdict.assumptions.contains(assumption.id) {
      add(language("假定", "Assumed"), language(assumption.text, assumption.textEnglish))
    }
    for check in context.evaluation.results.crossChecks where check.id == verdict.id {
      add(language("交叉核对", "Cross-check"), language(check.text, check.textEnglish))
    }
    add(language("数据性质", "Data"), verdict.provenance.map(wording.provenance))
    return table
  }
}
