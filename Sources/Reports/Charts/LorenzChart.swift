import Coverage
import Planning
import PlanningModel

/// How unevenly the way is shared: people from the nearest to the farthest, and their share of
/// all minutes (Lorenz 1905), beside the line of equality.
struct LorenzChart {
  let context: ReportContext
  let table: CoverageTable
  private var language: Language { context.language }
  private static let side = 340.0
  private static let left = 90.0
  private static let top = 20.0

  private var equity: Equity? {
    let cohort = context.evaluation.district.cohorts.first { $0.id == table.cohort }
    // A curve has a point for each place, so small counts could be read from it.
    guard cohort?.isSensitive == false else { return nil }
    let rows = table.rows.filter { $0.level == .village && ($0.total ?? 0) > 0 }
    guard rows.contains(where: { $0.time != nil }) else { return nil }
    return EquityQuestion(
      values: rows.map { $0.time.map { Double($0.milliseconds) } },
      people: rows.map { Double($0.total ?? 0) }, isCost: true
    ).answer()
  }

  /// The drawing; nil where nobody's time is known or the cohort is sensitive.
  var svg: String? {
    guard let equity, equity.lorenz.count > 1 else { return nil }
    let title = language("步行时间的洛伦兹曲线", "Lorenz curve of the times")
    var text = ChartDrawing.start(height: Self.side + 84, title: title)
    let (right, bottom) = (Self.left + Self.side, Self.top + Self.side)
    text += ChartDrawing.box(
      Self.left, Self.top, Self.side, Self.side, fill: "#fbfaf6", stroke: "#555")
    for tick in [0.0, 0.25, 0.5, 0.75, 1] {
      let label = "\(Int(tick * 100))%"
      let (x, y) = (Self.left + tick * Self.side, bottom - tick * Self.side)
      text += ChartDrawing.text(label, x, bottom + 20, anchor: "middle", size: 13)
      text += ChartDrawing.text(label, Self.left - 8, y + 5, anchor: "end", size: 13)
    }
    text += "<path d=\"M\(SVGNumber.text(Self.left)) \(SVGNumber.text(bottom))"
    text += "L\(SVGNumber.text(right)) \(SVGNumber.text(Self.top))\" stroke=\"#777\" "
    text += "stroke-dasharray=\"6 5\" fill=\"none\"/>\n"
    var path = "M\(SVGNumber.text(Self.left)) \(SVGNumber.text(bottom))"
    for point in equity.lorenz {
      path += "L\(SVGNumber.text(Self.left + point.people * Self.side)) "
      path += SVGNumber.text(bottom - point.share * Self.side)
    }
    text += "<path d=\"\(path)\" stroke=\"#8f2f22\" stroke-width=\"2.4\" fill=\"none\"/>\n"
    text += ChartDrawing.text(
      language("人口累计占比（由近及远）", "people, nearest first"), Self.left + Self.side / 2, bottom + 44,
      anchor: "middle", size: 14)
    for (line, words) in notes(equity).enumerated() {
      text += ChartDrawing.text(words, right + 40, Self.top + 40 + Double(line) * 30, size: 15)
    }
    return text + "</svg>\n"
  }

  private func notes(_ equity: Equity) -> [String] {
    let gini = equity.values.first { $0.measure == .gini }?.value
    let people = Int(equity.people.rounded())
    var lines = [
      language("实线：各人出行时间之和的累计占比", "solid: share of the sum of all times"),
      language("虚线：人人时间相等", "dashed: the same time for all"),
      context.label(table), context.wording.profile(table.profile),
      language(
        "\(context.cohort(table.cohort))，可达者\(context.wording.count(people))人",
        "\(context.cohort(table.cohort)), \(context.wording.count(people)) with a time"),
    ]
    if let gini {
      lines.append(language("基尼系数 ", "Gini coefficient ") + ThreeDecimals.text(gini))
    }
    if let weakest = Provenance.weakest(of: table.rows.map(\.provenance)), weakest.needsMark {
      let word = context.wording.provenance(weakest)
      lines.append(language("含\(word)，不得作为事实引用", "contains \(word) data; not a fact"))
    }
    return lines
  }
}

/// Numbers with three decimals, rounded half up.
enum ThreeDecimals {
  static func text(_ value: Double) -> String {
    let thousandths = Int((abs(value) * 1000).rounded())
    let digits = String(thousandths % 1000)
    return (value < 0 && thousandths > 0 ? "-" : "") + "\(thousandths / 1000)."
      + String(repeating: "0", count: 3 - digits.count) + digits
  }
}
