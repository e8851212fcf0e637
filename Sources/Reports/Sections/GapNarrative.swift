import Planning
import PlanningModel
import Targets

/// The analysis of one target in sentences.
struct GapNarrative {
  let context: ReportContext
  let verdict: Verdict
  private var language: Language { context.language }
  private var wording: Wording { context.wording }

  var blocks: [ReportBlock] {
    var lines: [RichText] = [figures]
    if let reason = verdict.reason(in: language) {
      lines.append(RichText(wording.closed(language("判定说明：\(reason)", "Reason: \(reason)"))))
    }
    if let missing = places(verdict.missing) {
      lines.append(
        language(
          "\(verdict.missingWord(in: .zh))（\(verdict.missing.count)\(measure)）：\(missing)。",
          "\(verdict.listing == .items ? "Not done" : "Missing") (\(verdict.missing.count)): "
            + "\(missing)."))
    }
    if let reason = verdict.wholeReason {
      let all = IssueWording(context: context).all(verdict)
      lines.append(
        RichText(
          language(
            "待核实：\(all)（\(wording.reason(reason))），名单见 missing-units.csv。",
            "Undecided: \(all) (\(wording.reason(reason))); missing-units.csv lists them.")))
    } else if let undecided = places(verdict.undecided) {
      lines.append(
        language(
          "待核实（\(verdict.undecided.count)\(measure)）：\(undecided)。",
          "Undecided (\(verdict.undecided.count)): \(undecided)."))
    }
    if let alternatives { lines.append(alternatives) }
    if let neighbours { lines.append(neighbours) }
    if let upper { lines.append(upper) }
    for check in context.evaluation.results.crossChecks where check.id == verdict.id {
      let text = language(check.text, check.textEnglish)
      lines.append(RichText(wording.closed(language("交叉核对：\(text)", "Cross-check: \(text)"))))
    }
    for assumption in context.evaluation.results.assumptions
    where verdict.assumptions.contains(assumption.id) {
      let text = language(assumption.text, assumption.textEnglish)
      lines.append(RichText(wording.closed(language("所依假定：\(text)", "It assumes: \(text)"))))
    }
    return [.paragraph(lines[0]), .list(Array(lines.dropFirst()))]
  }

  private var measure: String { verdict.listing == .items ? "项" : "个" }

  /// What was promised, needed and done, in a sentence.
  var figures: RichText {
    let word = context.measureWord(verdict)
    // Every item of a list is promised; saying its length twice says nothing.
    let isList =
      verdict.listing == .items && verdict.requiredText == verdict.universe.map(String.init)
    let promised = isList ? "" : verdict.requiredText.map { context.promised($0) } ?? ""
    let required = context.required(verdict, language(word, ""))
    let id = FigureID.Subject.target(verdict.id)
    let size: RichText? = verdict.universe.map {
      context.marked(
        $0, word, verdict.countsPeople ? verdict.provenance : nil, FigureID(id, .total))
    }
    let universe: RichText =
      size.map { language("总数\($0)，", promised.isEmpty ? "Of \($0), " : "of \($0), ") } ?? ""
    let due = verdict.dueDate.map {
      language(
        "完成时限\(wording.date($0))（\(wording.dueKind(verdict.dueKind))）",
        "Due \(wording.date($0)) (\(wording.dueKind(verdict.dueKind)))")
    }
    let leads =
      verdict.leads.isEmpty
      ? ""
      : language(
        "；责任单位：\(context.terms(verdict.leads))",
        "; lead: \(context.terms(verdict.leads))")
    let end =
      (due
        ?? language(
          "未定完成时限（\(wording.dueKind(verdict.dueKind))）",
          "No due date (\(wording.dueKind(verdict.dueKind)))")) + leads
    let unit = language(word, "")
    let achieved = context.marked(
      verdict.achieved, unit, verdict.provenance, FigureID(id, .achieved))
    let share = verdict.shareText.map {
      context.marked($0, verdict.provenance, FigureID(id, .share))
    }
    let bracketed: RichText = share.map { language("（\($0)）", " (\($0))") } ?? ""
    let gap = context.marked(verdict.gap, unit, verdict.provenance, FigureID(id, .gap))
    if verdict.isOneMilestone {
      let stage = verdict.requiredText.map(context.term) ?? ""
      return RichText(
        language(
          "承诺达到“\(stage)”，尚无记录证明已经达到。\(end)。",
          "Promised “\(stage)”; nothing on record shows it. \(end)."))
    }
    if let range {
      return language(
        "\(promised)\(universe)需完成\(required)，有记录证明完成的\(achieved)\(bracketed)，"
          + "尚差\(gap)；\(range)。\(end)。",
        "\(promised)\(universe)\(required) needed, \(achieved) on record\(bracketed), "
          + "\(gap) short of it; \(range). \(end).")
    }
    return language(
      "\(promised)\(universe)需完成\(required)，已完成\(achieved)\(bracketed)，"
        + "差距\(gap)。\(end)。",
      "\(promised)\(universe)\(required) needed, \(achieved) done\(bracketed), gap "
        + "\(gap). \(end).")
  }

  /// The range of what the figure can be, where it is not decided.
  private var range: RichText? {
    guard verdict.status == .unknown, let low = verdict.rangeLow else { return nil }
    let unknown = verdict.unknown.map { wording.count($0) }
    let word = language(context.measureWord(verdict), "")
    let high = verdict.rangeHigh.map { wording.count($0) }
    return RichText(
      language(
        (unknown.map { "另有\($0)\(word)待核实" } ?? "登记册不完整，可能还有未登记的")
          + "，实际完成数"
          + (high.map { "在\(wording.count(low))至\($0)之间" } ?? "不少于\(wording.count(low))"),
        "\(unknown ?? "some") unknown, so "
          + (high.map { "between \(wording.count(low)) and \($0)" }
            ?? "at least \(wording.count(low))")))
  }

  /// Places by reason, at most 40 by name.
  private func places(_ findings: [UnitFinding]) -> RichText? {
    guard !findings.isEmpty else { return nil }
    var reasons: [Reason?] = []
    for finding in findings where !reasons.contains(finding.reason) {
      reasons.append(finding.reason)
    }
    let shown = findings.prefix(40)
    let groups: [String] = reasons.compactMap { reason in
      let names = shown.filter { $0.reason == reason }.map { name(of: $0) }
      guard !names.isEmpty else { return nil }
      let list = names.joined(separator: language("、", ", "))
      return reason.map {
        language("\(list)（\(wording.reason($0))）", "\(list) (\(wording.reason($0)))")
      }
        ?? list
    }
    let rest =
      findings.count > shown.count
      ? language(
        "等，其余见 missing-units.csv", "; the rest is in missing-units.csv") : ""
    return RichText(groups.joined(separator: language("；", "; ")) + rest)
  }

  private func name(of finding: UnitFinding) -> String {
    context.unitsByID[UnitID(finding.id)].map {
      context.language($0.name, $0.nameEnglish ?? $0.name)
    } ?? context.name(of: finding)
  }

  /// The other readings, like 按驻点 8/22（不可行）.
  private var alternatives: RichText? {
    guard !verdict.alternatives.isEmpty else { return nil }
    let parts: [RichText] = verdict.alternatives.map { other in
      let count = context.marked(other.achieved, verdict.provenance)
      let total = verdict.universe.map { "/\(wording.count($0))" } ?? ""
      let unknown = other.unknown.flatMap { $0 > 0 ? $0 : nil }.map {
        language("，另\($0)个未知", ", \($0) unknown")
      }
      let status = wording.status(other.status)
      return language(
        "\(wording.rule(other.rule)) \(count)\(total)（\(status)\(unknown ?? "")）",
        "\(wording.rule(other.rule)) \(count)\(total) (\(status)\(unknown ?? ""))")
    }
    return language("换用其他口径：", "Under other readings: ")
      + parts.joined(separator: language("，", ", ")) + language("。", ".")
  }

  private var neighbours: RichText? {
    guard let figure = verdict.withNeighbours else { return nil }
    let achieved = context.marked(figure.achieved, verdict.provenance)
    let share = figure.shareText.map { language("（\($0)）", " (\($0))") } ?? ""
    let status = wording.status(figure.status)
    return language(
      "计入毗邻区县设施：\(achieved)\(share)，\(status)。",
      "Counting neighbours' facilities: \(achieved)\(share), \(status).")
  }

  private var upper: RichText? {
    guard let upper = verdict.upper else { return nil }
    // A title stands in book-title marks, a number (文号) does not.
    let isTitle = !upper.document.contains("〔") && !upper.document.hasPrefix("《")
    let document = isTitle ? "《\(upper.document)》" : upper.document
    let due =
      upper.due.map { language("（\(wording.date($0))前）", " (by \(wording.date($0)))") } ?? ""
    return language(
      "上级要求：\(document)为\(upper.value)\(due)，"
        + (upper.binds ? "严于本区承诺，以上级要求为准。" : "不高于本区承诺，以本区承诺为准。"),
      "The level above: \(upper.documentEnglish ?? upper.document) asks for \(upper.value)\(due); "
        + (upper.binds ? "it is the stricter and binds." : "the district's own promise binds."))
  }
}

extension Verdict {
  /// Whether it is one state to be reached, of which nothing is known: a count would be pedantry.
  fileprivate var isOneMilestone: Bool {
    guard status == .unknown, case .milestone? = detail else { return false }
    return universe == nil && required == 1 && achieved == 0
  }
}
