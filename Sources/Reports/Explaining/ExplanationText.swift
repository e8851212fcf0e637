import Foundation
public import Planning
public import PlanningModel

/// An explanation as one sentence a village head understands, and the trace below it.
public struct ExplanationText {
  private let explanation: Explanation
  private let language: Language

  /// Words for an explanation.
  public init(_ explanation: Explanation, language: Language) {
    self.explanation = explanation
    self.language = language
  }

  /// The sentence, then the way leg by leg, then what it rests on.
  public var rendered: String {
    let tables =
      (explanation.way == nil ? [] : [legs])
      + [ExplanationTrace(explanation: explanation, language: language).table]
    return ([sentence + "\n"] + tables.map { $0.rendered() }).joined(separator: "\n")
  }

  /// The answer in words.
  public var sentence: String {
    ExplanationSentence(explanation: explanation, language: language).text
  }

  static func climbWord(_ explanation: Explanation, _ language: Language) -> String {
    explanation.profile.direction == .roundTrip
      ? language("往返共爬升", "climb there and back") : language("爬升", "climb")
  }

  private var legs: TextTable {
    let climb = Self.climbWord(explanation, language)
    var table = TextTable(
      columns: [
        .init(language("路段", "Leg")), .init(language("道路等级", "Class")),
        .init(language("米", "m"), isNumeric: true),
        .init(language("\(climb)米", "\(climb), m"), isNumeric: true),
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
    func walk(_ walk: Explanation.Walk, _ near: String, _ far: String) {
      row(
        walk.isAcrossCountry ? far : near, "—", walk.metres, walk.climbMetres, walk.time)
    }
    guard let last = way.lastWalk else {
      let direct = language("翻坡步行，不经道路", "across the slopes, by no road")
      walk(way.firstWalk, direct, direct)
      return table
    }
    walk(
      way.firstWalk, language("走到路边", "to the road"),
      language("翻坡走到路边", "across the slopes to the road"))
    for leg in way.legs {
      row(
        leg.name.isEmpty ? language("（无名路）", "(unnamed)") : leg.name, leg.roadClass,
        leg.metres, leg.climbMetres, leg.time)
    }
    walk(
      last, language("从路边走到设施", "from the road"),
      language("从路边翻坡走到设施", "across the slopes from the road"))
    return table
  }

  private static func whole(_ value: Double) -> String { String(Int(value.rounded())) }
}
