import Planning
import PlanningModel
import Targets

/// How many targets stood how at the end of each quarter: a bar a quarter, a tone a status.
struct QuarterChart {
  let context: ReportContext
  private var language: Language { context.language }

  /// Dark to light, with a pattern where grey would not tell two apart.
  private static let tones: [(status: VerdictStatus, fill: String)] = [
    (.met, "#2f5d46"), (.onTrack, "#7fa892"), (.behind, "url(#quarter-behind)"),
    (.missed, "#8f2f22"), (.infeasible, "#4a1610"), (.unknown, "#e3dfd3"),
    (.informational, "#f6f4ee"), (.notApplicable, "#ffffff"),
  ]

  /// The drawing; nil when there is no quarter to show.
  var svg: String? {
    let quarters = context.quarters
    guard !quarters.isEmpty else { return nil }
    let height = Double(quarters.count) * 44 + 70
    var text = ChartDrawing.start(height: height, title: language("各季度末指标状态", "Targets by quarter"))
    text += "<defs><pattern id=\"quarter-behind\" width=\"7\" height=\"7\" "
    text += "patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
    text += "<rect width=\"7\" height=\"7\" fill=\"#f3ddb8\"/>"
    text += "<path d=\"M0 0v7\" stroke=\"#a86a12\" stroke-width=\"2.4\"/></pattern></defs>\n"
    for (row, quarter) in quarters.enumerated() {
      text += bar(quarter, top: 14 + Double(row) * 44)
    }
    return text + legend(height - 18) + "</svg>\n"
  }

  private func bar(_ quarter: QuarterResults, top: Double) -> String {
    let all = max(1, quarter.results.verdicts.count)
    var text = ChartDrawing.text(
      context.wording.quarter(quarter.quarter), 130, top + 20, anchor: "end", size: 15)
    var x = 144.0
    for tone in Self.tones {
      let count = quarter.results.verdicts.count { $0.status == tone.status }
      guard count > 0 else { continue }
      let width = 830 * Double(count) / Double(all)
      text += ChartDrawing.box(x, top, width, 28, fill: tone.fill, stroke: "#555")
      if width > 26 {
        let isDark = [.met, .missed, .infeasible].contains(tone.status)
        text += "<g fill=\"\(isDark ? "#fff" : "#222")\">"
        text += ChartDrawing.text(
          String(count), x + width / 2, top + 19, anchor: "middle", size: 14)
        text += "</g>\n"
      }
      x += width
    }
    return text
  }

  private func legend(_ y: Double) -> String {
    let used = Set(context.quarters.flatMap { $0.results.verdicts.map(\.status) })
    var x = 144.0
    var text = ""
    for tone in Self.tones where used.contains(tone.status) {
      let word = context.wording.status(tone.status)
      text += ChartDrawing.box(x, y - 12, 20, 14, fill: tone.fill, stroke: "#555")
      text += ChartDrawing.text(word, x + 26, y, size: 13)
      x += 44 + Double(DisplayWidth.columns(of: word)) * 7.4
    }
    return text
  }
}

extension Wording {
  /// 一季度, Q1.
  func quarter(_ number: Int) -> String {
    language("\(ChineseNumeral.text(number))季度", "Q\(number)")
  }
}
