import Coverage
import Planning
import PlanningModel
import Targets

/// 概要: the verdict in one paragraph, the largest gaps, the headline share.
struct SummarySection {
  let context: ReportContext
  private var language: Language { context.language }

  var section: ReportSection {
    var lines: [RichText] = [counts]
    let gaps = largestGaps
    if gaps.isEmpty {
      lines.append(language("没有未达标、滞后或不可行的目标。", "No promise is broken, late or infeasible."))
    } else {
      lines.append(
        language("最突出的差距：", "The largest gaps: ")
          + gaps.map(sentence).joined(separator: language("；", "; ")) + language("。", "."))
    }
    if let headline { lines.append(headline) }
    var blocks: [ReportBlock] = [.box(title: language("概　要", "Summary"), lines: lines)]
    let assumptions = context.evaluation.results.assumptions
    if context.evaluation.scenario != nil || !assumptions.isEmpty {
      blocks.append(.box(title: language("情景与假定", "Scenario and assumptions"), lines: stated))
    }
    return ReportSection(heading: "", blocks: blocks)
  }

  private var counts: RichText {
    let verdicts = context.verdicts
    let parts: [RichText] = VerdictStatus.allCases.compactMap { status in
      let count = verdicts.count { $0.status == status }
      guard count > 0 else { return nil }
      let word = context.wording.status(status)
      return language("\(word)\(strong: "\(count)")项", "\(strong: "\(count)") \(word)")
    }
    let date = context.wording.date(context.evaluation.asOf)
    let district = context.evaluation.district
    let lead: RichText = language(
      "截至\(date)，\(district.name)民政服务承诺目标共\(strong: "\(verdicts.count)")项，其中",
      "As of \(date), \(district.nameEnglish) has \(strong: "\(verdicts.count)") "
        + "civil-affairs service promises: ")
    return lead + parts.joined(separator: language("、", ", ")) + language("。", ".")
  }

  /// The three failed targets that lack the largest share of what is needed.
  private var largestGaps: [Verdict] {
    let failed = context.verdicts.filter(\.status.isFailure)
    let ranked = failed.enumerated().sorted { first, second in
      let (left, right) = (first.element, second.element)
      // gap / required, compared by cross-multiplication on integers.
      let leftShare = (left.gap ?? 0) * max(1, right.required ?? 1)
      let rightShare = (right.gap ?? 0) * max(1, left.required ?? 1)
      return leftShare != rightShare ? leftShare > rightShare : first.offset < second.offset
    }
    return ranked.prefix(3).map(\.element)
  }

  private func sentence(_ verdict: Verdict) -> RichText {
    let word = context.measureWord(verdict)
    let required = context.required(verdict, word)
    let unit = language(word, "")
    let achieved = context.marked(verdict.achieved, unit, verdict.provenance)
    let gap = context.marked(verdict.gap, unit, verdict.provenance)
    let title = verdict.title(in: language)
    return language(
      "\(title)（\(verdict.id)）要求\(required)，完成\(achieved)，尚差\(gap)",
      "\(title) (\(verdict.id)) needs \(required), has \(achieved), lacks \(gap)")
  }

  private var headline: RichText? {
    guard let table = context.headline,
      let row = table.rows.first(where: { $0.level == .district }),
      let covered = row.covered, let total = row.total
    else { return nil }
    let wording = context.wording
    let limit = wording.limit(table.limit)
    let cohort = context.cohort(table.cohort)
    let share = ShareText.percent(covered, of: total) ?? "—"
    let word = language("人", "")
    let all = context.marked(total, word, row.provenance)
    let reached = context.marked(covered, word, row.provenance)
    let rest = context.marked(total - covered, word, row.provenance)
    let profile = wording.profile(table.profile)
    let label = context.label(table)
    let own: RichText = language(
      "全区\(cohort)\(all)中，有\(reached)（\(strong: share)\(mark: row.provenance)）"
        + "可在\(limit)内到达本区设施（\(label)，\(profile)），其余\(rest)在\(limit)以外",
      "Of \(all) people (\(cohort)), \(reached) (\(strong: share)\(mark: row.provenance)) "
        + "reach the district's own \(label) within \(limit) (\(profile)); "
        + "\(rest) live farther away")
    guard let both = row.coveredWithNeighbours,
      let bothShare = ShareText.percent(both, of: total)
    else { return own + language("。", ".") }
    return own
      + language(
        "；计入毗邻区县设施后，占比为\(context.marked(bothShare, row.provenance))。",
        "; counting neighbours' facilities, the share is "
          + "\(context.marked(bothShare, row.provenance)).")
  }

  private var stated: [RichText] {
    var lines: [RichText] = []
    if let scenario = language(
      context.evaluation.scenarioTitle, context.evaluation.scenarioTitleEnglish)
    {
      lines.append(
        language(
          "本报告按情景“\(scenario)”测算，不等同于现状。",
          "This report evaluates the scenario “\(scenario)”, not the present state."))
    }
    for assumption in context.evaluation.results.assumptions {
      let text = language(assumption.text, assumption.textEnglish)
      let lead = text.hasPrefix("假定") ? "" : "假定："
      lines.append(RichText(context.wording.closed(language(lead + text, "Assumed: \(text)"))))
    }
    return lines
  }
}
