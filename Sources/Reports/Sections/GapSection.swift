import Planning
import PlanningModel
import Targets

/// 三、差距分析: for each failed or undecided target what is lacking, where and why.
struct GapSection {
  let context: ReportContext
  private var language: Language { context.language }

  var section: ReportSection {
    let open = context.verdicts.filter {
      $0.status.isFailure || ($0.status == .unknown && hasFigures($0))
    }
    var blocks: [ReportBlock] = []
    if open.isEmpty {
      blocks.append(.paragraph(RichText(language("没有需要分析的差距。", "There is no gap to explain."))))
    }
    for (position, verdict) in open.enumerated() {
      let number = language(
        "（\(ChineseNumeral.text(position + 1))）", "\(position + 1). ")
      let title = verdict.title(in: language)
      let status = context.wording.status(verdict.status)
      blocks.append(
        .subheading(
          language(
            "\(number)\(title)（\(verdict.id)）：\(status)",
            "\(number)\(title) (\(verdict.id)): \(status)")))
      blocks += GapNarrative(context: context, verdict: verdict).blocks
    }
    let silent = context.verdicts.filter { $0.status == .unknown && !hasFigures($0) }
    if !silent.isEmpty { blocks += undecided(silent) }
    return ReportSection(heading: language("三、差距分析", "3. Gaps"), blocks: blocks)
  }

  private func hasFigures(_ verdict: Verdict) -> Bool {
    verdict.rangeLow != nil && (verdict.rangeHigh != nil || !verdict.undecided.isEmpty)
  }

  /// Targets about which nothing can be said yet, with the reason.
  private func undecided(_ verdicts: [Verdict]) -> [ReportBlock] {
    let table = ReportTable(
      caption: RichText(
        language("表3　数据不足、尚不能判定的目标", "Table 3. Targets that cannot be decided yet")),
      columns: [
        .init(heading: language("编号", "Id"), alignment: .left, width: 14),
        .init(heading: language("指标", "Target"), alignment: .left, width: 34),
        .init(heading: language("原因", "Reason"), alignment: .left, width: 52),
      ],
      rows: verdicts.map { verdict in
        .init(cells: [
          RichText(verdict.id), RichText(verdict.title(in: language)),
          RichText(verdict.reason(in: language) ?? language("缺少判定所需的数据", "data is missing")),
        ])
      })
    return [
      .paragraph(
        RichText(
          language(
            "以下\(verdicts.count)项目标缺少判定所需的数据，既不计为完成，也不计为未完成：",
            "These \(verdicts.count) targets lack the data to decide; they count neither as "
              + "kept nor as broken:"))), .table(table),
    ]
  }
}

/// Small numbers in Chinese characters, for headings: 一, 十二, 二十.
enum ChineseNumeral {
  static func text(_ value: Int) -> String {
    let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    guard (1...99).contains(value) else { return String(value) }
    let (tens, ones) = (value / 10, value % 10)
    let head = tens == 0 ? "" : (tens == 1 ? "" : digits[tens]) + "十"
    return head + (ones == 0 ? "" : digits[ones])
  }
}
