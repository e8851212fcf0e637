public import Planning
public import PlanningModel
import Targets

/// Verdicts under varied settings, as tables for people.
public enum RobustnessText {
  /// How many flips a table shows; the CSV has them all.
  public static let shownFlips = 8

  /// Two tables for each target: the settings, and what little could turn the verdict.
  public static func rendered(
    _ all: [TargetRobustness], language: Language, colours: Bool
  ) -> String {
    all.flatMap { target in
      [settings(target, language)] + (target.flips.isEmpty ? [] : [flips(target, language)])
    }.map { $0.rendered(colours: colours) }.joined(separator: "\n")
  }

  /// Whether the verdict holds, as a phrase.
  public static func conclusion(_ target: TargetRobustness, _ language: Language) -> String {
    let range = target.extremes.map { extremes in
      let low = extremes.low.shareText ?? "—"
      let high = extremes.high.shareText ?? "—"
      return low == high ? low : language("\(low)至\(high)", "\(low) to \(high)")
    }
    let figure = range.map { language("占比\($0)", "share \($0)") }
    let verdict =
      switch target.holds {
      case true?: language("各种设定下结论不变", "the verdict holds at all settings")
      case false?: language("结论随设定改变", "the verdict depends on the settings")
      case nil: language("无结论可比", "there is no verdict to hold")
      }
    return [figure, verdict].compactMap(\.self).joined(separator: language("；", "; "))
  }

  private static func settings(_ target: TargetRobustness, _ language: Language) -> TextTable {
    let wording = Wording(language: language)
    return TextTable(
      title: "\(target.id) \(language(target.title, target.titleEnglish))"
        + language("：", ": ") + conclusion(target, language),
      columns: [
        .init(language("设定", "Setting")), .init(language("完成", "Achieved"), isNumeric: true),
        .init(language("总数", "Of"), isNumeric: true),
        .init(language("占比", "Share"), isNumeric: true), .init(language("结论", "Verdict")),
      ],
      rows: target.rows.map { row in
        [
          .init(label(row, wording)), .init(row.achieved.map { String($0) } ?? "—"),
          .init(row.universe.map { String($0) } ?? "—"), .init(row.shareText ?? "—"),
          .init(wording.status(row.status)),
        ]
      })
  }

  private static func label(_ row: TargetRobustness.Row, _ wording: Wording) -> String {
    let rule = "rule:"
    guard row.setting.hasPrefix(rule) else {
      return wording.language(row.label.chinese, row.label.english)
    }
    return wording.rule(String(row.setting.dropFirst(rule.count)))
  }

  private static func flips(_ target: TargetRobustness, _ language: Language) -> TextTable {
    TextTable(
      title: language(
        "单独一项未核实的数据即可改变结论（共\(target.flips.count)项，列出最易改变的）",
        "single unverified values that would turn the verdict (\(target.flips.count), the most "
          + "easily turned first)"),
      columns: [
        .init(language("村（社区）、单位", "Place")), .init(language("未核实的数据", "Unverified")),
        .init(language("相差多少即改变", "Turns at a change of")),
        .init(language("相当于", "That is"), isNumeric: true),
      ],
      rows: target.flips.prefix(shownFlips).map { flip in
        [
          .init(flip.name), .init(kind(flip.kind, language)), .init(amount(flip, language)),
          .init(percent(flip.effortPerMille)),
        ]
      })
  }

  static func kind(_ kind: VerdictFlip.Kind, _ language: Language) -> String {
    switch kind {
    case .coordinates: language("村址坐标", "coordinates")
    case .count: language("人数", "count of people")
    case .record: language("设施记录", "facility records")
    }
  }

  private static func amount(_ flip: VerdictFlip, _ language: Language) -> String {
    let sign = flip.isIncrease ? "+" : "−"
    switch flip.kind {
    case .coordinates:
      let seconds = (flip.amount + 999) / 1000
      return language("\(sign)\(seconds)秒路程", "\(sign)\(seconds) s of travel")
    case .count: return language("\(sign)\(flip.amount)人", "\(sign)\(flip.amount) people")
    case .record:
      let others = flip.amount - 1
      return others == 0
        ? language("该记录不实", "this record being wrong")
        : language("与另\(others)个单位的记录同时不实", "wrong together with \(others) other units")
    }
  }

  private static func percent(_ perMille: Int) -> String { "\(perMille / 10).\(perMille % 10)%" }
}
