import Planning
import PlanningModel
import Scenarios

/// What is built and runs when: a bar for each site over the years or quarters of a plan (Gantt),
/// with the money and the number reached of each year below.
struct GanttChart {
  let outcome: PlanOutcome
  let language: Language
  private var words: PlanWording { PlanWording(outcome: outcome, language: language) }
  private static let rowHeight = 28.0
  private static let left = 380.0
  private static let right = 880.0
  private static let mostRows = 60

  private var sites: [PlanOutcome.Site] { Array(outcome.built.prefix(Self.mostRows)) }
  private var head: Double { outcome.plan.isQuarterly ? 58 : 38 }
  private var bottom: Double { head + Double(max(1, sites.count)) * Self.rowHeight + 8 }

  /// The drawing; nil when there is no plan or nothing to build.
  var svg: String? {
    guard outcome.hasPlan, !sites.isEmpty else { return nil }
    let height = bottom + Double(feet.count) * 24 + 52
    var text = ChartDrawing.start(
      height: height, title: language("分年建设安排（甘特图）", "What is built when (Gantt chart)"))
    text += "<defs><pattern id=\"gantt-building\" width=\"7\" height=\"7\" "
    text += "patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
    text += "<rect width=\"7\" height=\"7\" fill=\"#f3ddb8\"/>"
    text += "<path d=\"M0 0v7\" stroke=\"#a86a12\" stroke-width=\"2.4\"/></pattern></defs>\n"
    text += calendar
    for (row, site) in sites.enumerated() {
      text += bar(site, top: head + Double(row) * Self.rowHeight)
    }
    for (row, foot) in feet.enumerated() {
      let y = bottom + 20 + Double(row) * 24
      text += ChartDrawing.text(foot.label, Self.left - 10, y, anchor: "end", size: 14)
      for (year, value) in foot.values.enumerated() {
        text += ChartDrawing.text(value, middle(ofYear: year), y, anchor: "middle", size: 14)
      }
    }
    return text + legend(height - 14) + "</svg>\n"
  }

  private func x(_ period: Int) -> Double {
    Self.left + (Self.right - Self.left) * Double(period) / Double(outcome.periods.count)
  }

  private func periods(ofYear year: Int) -> Range<Int> {
    let year = outcome.plan.years[year]
    let inYear = outcome.periods.indices.filter { outcome.periods[$0].year == year }
    return (inYear.first ?? 0)..<((inYear.last ?? 0) + 1)
  }

  private func middle(ofYear year: Int) -> Double {
    let periods = periods(ofYear: year)
    return (x(periods.lowerBound) + x(periods.upperBound)) / 2
  }

  /// Years, quarters below them, and the lines between.
  private var calendar: String {
    var text = ""
    for year in outcome.plan.years.indices {
      text += ChartDrawing.text(
        language("\(outcome.plan.years[year])年", "\(outcome.plan.years[year])"),
        middle(ofYear: year), 22, anchor: "middle", size: 16)
    }
    for (index, period) in outcome.periods.enumerated() {
      let startsYear = index == 0 || outcome.periods[index - 1].year != period.year
      text += ChartDrawing.line(
        x(index), startsYear ? 28 : 48, x(index), bottom, colour: startsYear ? "#77726a" : "#ddd8cc"
      )
      if let quarter = period.quarter {
        text += ChartDrawing.text(
          "Q\(quarter)", (x(index) + x(index + 1)) / 2, 46, anchor: "middle", size: 12)
      }
    }
    text += ChartDrawing.line(Self.right, 28, Self.right, bottom, colour: "#77726a")
    text += ChartDrawing.text(
      language("费用", "Cost") + words.mark, 985, 22, anchor: "end", size: 14)
    return text + ChartDrawing.line(14, bottom, 986, bottom, colour: "#77726a")
  }

  private func bar(_ site: PlanOutcome.Site, top: Double) -> String {
    guard let opens = site.opens else { return "" }
    let label = DisplayWidth.shortened(site.name, columns: 46)
    var text = ChartDrawing.text(label, Self.left - 10, top + 18, anchor: "end", size: 14)
    text += ChartDrawing.box(
      x(opens), top + 4, x(opens + 1) - x(opens), 18, fill: "url(#gantt-building)",
      stroke: "#8a8477")
    if opens + 1 < outcome.periods.count {
      text += ChartDrawing.box(
        x(opens + 1), top + 4, Self.right - x(opens + 1), 18, fill: "#3f5f4d", stroke: "#2b4436")
    }
    return text
      + ChartDrawing.text(
        "\(site.cost) \(outcome.plan.currency)", 985, top + 18, anchor: "end", size: 13)
  }

  /// What stands below the bars, a value a year.
  private var feet: [(label: String, values: [String])] {
    let money = outcome.years.map { year in
      "\(year.spent)" + (year.available.map { " / \($0)" } ?? "")
    }
    let currency = outcome.plan.currency + words.mark
    var feet = [
      (language("支出 / 可用（\(currency)）", "Spent / available (\(currency))"), money)
    ]
    if outcome.years.contains(where: { $0.staff > 0 }) {
      feet.append(
        (
          language("岗位 / 上限", "Posts / at most") + words.mark,
          outcome.years.map { year in
            "\(year.staff)" + (year.staffLimit.map { " / \($0)" } ?? "")
          }
        ))
    }
    for goal in outcome.targets {
      let values = outcome.plan.years.indices.map { year -> String in
        let inYear = periods(ofYear: year)
        let last = inYear.upperBound - 1
        // What an earlier quarter requires holds to the end of the year too.
        let asked = inYear.compactMap { goal.required[$0] }.max()
        let required = asked.map { " / \(words.wording.count($0))" } ?? ""
        return words.wording.count(goal.reached[last]) + required
      }
      feet.append(
        (language("\(goal.id) 达到 / 要求", "\(goal.id) reached / required") + words.mark, values))
    }
    return feet
  }

  private func legend(_ y: Double) -> String {
    var text = ChartDrawing.box(24, y - 12, 26, 13, fill: "url(#gantt-building)", stroke: "#8a8477")
    text += ChartDrawing.text(language("建设（期末开办）", "built, opens at the end"), 58, y, size: 13)
    text += ChartDrawing.box(230, y - 12, 26, 13, fill: "#3f5f4d", stroke: "#2b4436")
    text += ChartDrawing.text(language("运营", "operates"), 264, y, size: 13)
    let rest = outcome.built.count - sites.count
    let more = rest > 0 ? language("其余\(rest)处见表", "\(rest) more in the table") : ""
    let mark =
      words.mark.isEmpty
      ? ""
      : language("\(words.mark) 依据示例或估算数据", "\(words.mark) rests on illustrative or estimated data")
    return text + ChartDrawing.text(mark, 340, y, size: 13)
      + ChartDrawing.text(more, 760, y, size: 13)
  }
}
