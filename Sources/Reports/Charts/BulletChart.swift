import PlanningModel
import Targets

/// How far every target has come: a bar to what is needed, known and unknown told apart by tone.
struct BulletChart {
  let context: ReportContext
  private var language: Language { context.language }
  private static let rowHeight = 26.0
  private static let left = 400.0
  private static let full = 430.0

  /// The targets that have a number to reach.
  private var verdicts: [Verdict] {
    context.verdicts.filter { ($0.required ?? 0) > 0 && $0.achieved != nil }
  }

  /// The drawing; nil when no target has a number to reach.
  var svg: String? {
    let verdicts = verdicts
    guard !verdicts.isEmpty else { return nil }
    let height = Double(verdicts.count) * Self.rowHeight + 74
    var text = ChartDrawing.start(
      height: height, title: language("各指标完成进度", "Progress of the targets"))
    text += "<defs><pattern id=\"bullet-unknown\" width=\"6\" height=\"6\" "
    text += "patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
    text += "<rect width=\"6\" height=\"6\" fill=\"#efece4\"/>"
    text += "<path d=\"M0 0v6\" stroke=\"#a59f90\" stroke-width=\"1.6\"/></pattern></defs>\n"
    let bottom = 30 + Double(verdicts.count) * Self.rowHeight
    for (share, label) in [(0.0, "0"), (0.5, "50%"), (1.0, "100%")] {
      let x = Self.left + share * Self.full
      text += ChartDrawing.line(x, 26, x, bottom, colour: share == 1 ? "#222" : "#c9c4b8")
      text += ChartDrawing.text(label, x, 18, anchor: "middle", size: 13)
    }
    for (row, verdict) in verdicts.enumerated() {
      text += bar(verdict, top: 30 + Double(row) * Self.rowHeight)
    }
    return text + legend(bottom + 24) + "</svg>\n"
  }

  private func bar(_ verdict: Verdict, top: Double) -> String {
    let required = Double(max(1, verdict.required ?? 1))
    let achieved = min(1, Double(verdict.achieved ?? 0) / required)
    let possible = min(1, achieved + Double(verdict.unknown ?? 0) / required)
    let title = DisplayWidth.shortened("\(verdict.id) \(verdict.title(in: language))", columns: 50)
    let tone = verdict.status.isFailure ? "#8f2f22" : "#3f5f4d"
    var text = ChartDrawing.text(
      title, Self.left - 10, top + 16, anchor: "end", size: 14)
    text += ChartDrawing.box(
      Self.left, top + 4, Self.full, 16, fill: "#f4f2ec", stroke: "#c9c4b8")
    if possible > achieved {
      text += ChartDrawing.box(
        Self.left + achieved * Self.full, top + 4, (possible - achieved) * Self.full, 16,
        fill: "url(#bullet-unknown)")
    }
    if achieved > 0 {
      text += ChartDrawing.box(Self.left, top + 7, achieved * Self.full, 10, fill: tone)
    }
    let mark = verdict.provenance?.needsMark == true ? "*" : ""
    let done = context.wording.count(verdict.achieved)
    let need = context.wording.count(verdict.required)
    return text
      + ChartDrawing.text(
        "\(done)\(mark) / \(need)　\(context.wording.status(verdict.status))",
        Self.left + Self.full + 12, top + 16, size: 13)
  }

  private func legend(_ y: Double) -> String {
    ChartDrawing.box(24, y - 9, 26, 10, fill: "#3f5f4d")
      + ChartDrawing.text(language("已完成", "done"), 58, y, size: 13)
      + ChartDrawing.box(130, y - 9, 26, 10, fill: "#8f2f22")
      + ChartDrawing.text(
        language("已完成（未达标指标）", "done, of a target that is failed"), 164, y, size: 13)
      + ChartDrawing.box(400, y - 11, 26, 13, fill: "url(#bullet-unknown)", stroke: "#c9c4b8")
      + ChartDrawing.text(language("情况不明", "unknown"), 434, y, size: 13)
      + ChartDrawing.text(
        language("* 依据示例或估算数据", "* rests on illustrative or estimated data"), 560, y, size: 13)
  }
}
