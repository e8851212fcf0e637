import Foundation
public import Planning
public import PlanningModel

/// An explanation as one sentence a village head understands, and the trace below it.
public struct ExplanationText {
  private let explanation: Explanation
  private let language: Language
  private var wording: Wording { Wording(language: language) }

  /// Words for an explanation.
  public init(_ explanation: Explanation, language: Language) {
    self.explanation = explanation
    self.language = language
  }

  /// The sentence, then the way leg by leg, then what it rests on.
  public var rendered: String {
    var text = sentence + "\n"
    if explanation.way != nil { text += "\n" + legs.rendered() }
    text +=
      "\n"
      + language(
        "数据性质：\(wording.provenance(explanation.provenance))；"
          + "出行：\(wording.profile(explanation.profile))\n",
        "Data: \(wording.provenance(explanation.provenance)); "
          + "travel: \(wording.profile(explanation.profile))\n")
    return text
  }

  /// One sentence.
  public var sentence: String {
    let place = explanation.place.name
    let home = explanation.unitName.map { language("（\($0)）", " (\($0))") } ?? ""
    let service = language(explanation.label, explanation.labelEnglish)
    let limit = explanation.limit.minutesText
    guard let facility = explanation.facility, let time = explanation.time else {
      let reason = explanation.reason.map(wording.reason) ?? ""
      return language(
        "\(place)\(home)没有可到达的\(service)：\(reason)。",
        "\(place)\(home) can reach none of the \(service): \(reason).")
    }
    let verdict =
      explanation.isCovered
      ? language("在\(limit)分钟以内", "within \(limit) minutes")
      : language("超过\(limit)分钟", "more than \(limit) minutes")
    let estimated =
      explanation.isEstimated
      ? language("（附近没有道路，按直线距离估计）", " (no road nearby; estimated from the straight line)")
      : ""
    return language(
      "\(place)\(home)到最近的\(service)“\(facility.name)”需\(time.minutesText)分钟，"
        + "\(verdict)\(estimated)\(way)。",
      "\(place)\(home) is \(time.minutesText) minutes from the nearest of the \(service), "
        + "“\(facility.name)”, \(verdict)\(estimated)\(way).")
  }

  private var way: String {
    guard let way = explanation.way else { return "" }
    let named = way.legs.filter { !$0.name.isEmpty }.max { $0.metres < $1.metres }
    let along = named.map { language("，主要沿\($0.name)", ", mostly along \($0.name)") } ?? ""
    let climb =
      way.climbMetres >= 1
      ? language(
        "、\(climbWord)\(Self.metres(way.climbMetres))",
        " and \(Self.metres(way.climbMetres)) of climb")
      : ""
    return language(
      "：全程\(Self.metres(way.metres))\(climb)\(along)，"
        + "其中上路前后步行\(Self.metres(way.firstLegMetres + way.lastLegMetres))",
      ": \(Self.metres(way.metres))\(climb)\(along), "
        + "\(Self.metres(way.firstLegMetres + way.lastLegMetres)) of it to and from the road")
  }

  private var climbWord: String {
    explanation.profile.direction == .roundTrip ? "往返共爬升" : "爬升"
  }

  private var legs: TextTable {
    var table = TextTable(
      columns: [
        .init(language("路段", "Leg")), .init(language("道路等级", "Class")),
        .init(language("米", "m"), isNumeric: true),
        .init(language("\(climbWord)米", "climb m"), isNumeric: true),
        .init(language("分钟", "min"), isNumeric: true),
      ])
    guard let way = explanation.way else { return table }
    func row(
      _ name: String, _ roadClass: String, _ metres: Double, _ climb: Double?, _ time: TravelTime
    ) {
      table.rows.append([
        .init(name), .init(roadClass), .init(Self.whole(metres)),
        .init(climb.map(Self.whole) ?? "—"), .init(time.minutesText),
      ])
    }
    row(language("走到路边", "to the road"), "—", way.firstLegMetres, nil, way.firstLegTime)
    for leg in way.legs {
      row(
        leg.name.isEmpty ? language("（无名路）", "(unnamed)") : leg.name, leg.roadClass,
        leg.metres, leg.climbMetres, leg.time)
    }
    row(language("从路边走到设施", "from the road"), "—", way.lastLegMetres, nil, way.lastLegTime)
    return table
  }

  private static func whole(_ value: Double) -> String { String(Int(value.rounded())) }

  private static func metres(_ value: Double) -> String {
    guard value >= 1000 else { return "\(whole(value)) m" }
    let tenths = Int((value / 100).rounded())
    return "\(tenths / 10).\(tenths % 10) km"
  }
}
