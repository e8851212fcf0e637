import Planning
import PlanningModel

/// What one would say to a village head: the answer first, then what he would ask next.
struct ExplanationSentence {
  let explanation: Explanation
  let language: Language
  private var wording: Wording { Wording(language: language) }

  /// The answer, then the sentences about other facilities.
  var text: String {
    ([answer] + [dormant, neighbour, backup].compactMap(\.self))
      .joined(separator: language("", " "))
  }

  private var service: String { language(explanation.label, explanation.labelEnglish) }
  /// The limit as people say it: 15, not 15.0.
  private var limit: String {
    let text = explanation.limit.minutesText
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// The village with its township and how many live there.
  private var village: String {
    var notes: [String] = []
    if let unit = explanation.unitName { notes.append(unit) }
    if let people = explanation.people, let count = people.count {
      notes.append(
        language(
          "\(people.cohort.label)\(count)\(people.cohort.unit)",
          "\(count) \(people.cohort.labelEnglish)"))
    }
    guard !notes.isEmpty else { return explanation.place.name }
    return language(
      "\(explanation.place.name)（\(notes.joined(separator: "，"))）",
      "\(explanation.place.name) (\(notes.joined(separator: ", ")))")
  }

  private var answer: String {
    guard let facility = explanation.facility, let time = explanation.time else { return nowhere }
    let estimated =
      explanation.isEstimated
      ? language("（附近没有道路，按直线距离估计）", " (no road nearby; estimated from the straight line)")
      : ""
    let verdict =
      time <= explanation.limit
      ? language("在\(limit)分钟以内", "within \(limit) minutes")
      : language(
        "超过\(limit)分钟的上限\(beyond(time))分钟", "\(beyond(time)) more than the limit of \(limit)")
    return language(
      "\(village)\(by)到最近的\(service)“\(facility.name)”需\(time.minutesText)分钟（\(way)），"
        + "\(verdict)\(estimated)\(route)。",
      "\(village) is \(time.minutesText) minutes \(by) (\(way)) from the nearest "
        + "facility (\(service)), “\(facility.name)”, \(verdict)\(estimated)\(route).")
  }

  private var nowhere: String {
    switch explanation.reason {
    case .noSite:
      language(
        "全区没有登记\(service)，\(village)无处可去。",
        "No facility (\(service)) is registered in the district, so \(village) has nowhere to go.")
    case .notOperating:
      language(
        "全区登记的\(service)截至\(explanation.asOf)都没有运营（\(states)），\(village)无处可去。",
        "No registered facility (\(service)) operates on \(explanation.asOf) (\(states)), so "
          + "\(village) has nowhere to go.")
    case .noData:
      language(
        "\(village)没有坐标，算不出到\(service)的时间。",
        "\(village) has no coordinates, so no time to a facility (\(service)) can be told.")
    default:
      language(
        "\(village)无路可达任何\(service)：村址附近的道路与设施所在的道路不相通。",
        "\(village) has no way to any facility (\(service)): its roads are not joined to theirs.")
    }
  }

  private var states: String {
    explanation.notOperating.keys.sorted().compactMap { standing in
      explanation.notOperating[standing].map {
        language("\(wording.standing(standing))的\($0)处", "\($0) \(wording.standing(standing))")
      }
    }.joined(separator: language("、", ", "))
  }

  private var by: String {
    switch explanation.profile.mode {
    case .walk: language("步行", "on foot")
    case .motor: language("骑电动车、摩托车", "by e-bike or motorcycle")
    case .car: language("乘小汽车", "by car")
    case .bus: language("乘公交", "by bus")
    }
  }

  private var way: String {
    switch explanation.profile.direction {
    case .to: language("去程", "one way, there")
    case .from: language("返程", "one way, back")
    case .roundTrip: language("往返平均", "mean of there and back")
    case .worst: language("往返中较长的一程", "the longer of the two ways")
    }
  }

  private var route: String {
    guard let way = explanation.way else { return "" }
    let named = way.legs.filter { !$0.name.isEmpty }.max { $0.metres < $1.metres }
    let along = named.map { language("，主要沿\($0.name)", ", mostly along \($0.name)") } ?? ""
    let climb =
      way.climbMetres >= 1
      ? language(
        "、\(ExplanationText.climbWord(explanation, language))\(metres(way.climbMetres))",
        " with \(metres(way.climbMetres)) of climb")
      : ""
    guard !way.legs.isEmpty else {
      return language(
        "：全程\(metres(way.metres))\(climb)，不用上大路", ": \(metres(way.metres))\(climb), off the road")
    }
    let walked = metres(way.walks.reduce(0) { $0 + $1.metres })
    let slopes = way.walks.contains(where: \.isAcrossCountry)
    return language(
      "：全程\(metres(way.metres))\(climb)\(along)，其中上路前后\(slopes ? "翻坡" : "")步行\(walked)",
      ": \(metres(way.metres))\(climb)\(along), \(walked) of it "
        + "\(slopes ? "across the slopes " : "")to and from the road")
  }

  private var dormant: String? {
    guard let other = explanation.dormant else { return nil }
    let state =
      Explanation.Standing(other.facility, on: explanation.asOf).map(wording.standing) ?? ""
    let name = other.facility.name
    let minutes = other.time.minutesText
    guard explanation.facility != nil else {
      return language(
        "其中最近的是“\(name)”（\(minutes)分钟，\(state)）。",
        "The nearest of them is “\(name)” (\(minutes) minutes, \(state)).")
    }
    return language(
      "更近的“\(name)”（\(minutes)分钟）截至\(explanation.asOf)没有运营（\(state)），不算。",
      "“\(name)” is nearer (\(minutes) minutes) but does not operate on \(explanation.asOf) "
        + "(\(state)).")
  }

  private var neighbour: String? {
    guard let other = explanation.neighbour else { return nil }
    let answer =
      other.time <= explanation.limit
      ? language("算上邻区就在\(limit)分钟以内", "counting it, the village is within \(limit) minutes")
      : language("也超过上限", "it is beyond the limit as well")
    guard explanation.facility != nil else {
      return language(
        "邻区有“\(other.facility.name)”，需\(other.time.minutesText)分钟，\(answer)。",
        "Across the border there is “\(other.facility.name)”, \(other.time.minutesText) minutes "
          + "away; \(answer).")
    }
    return language(
      "邻区的“\(other.facility.name)”更近，需\(other.time.minutesText)分钟，\(answer)。",
      "“\(other.facility.name)” across the border is nearer, \(other.time.minutesText) minutes; "
        + "\(answer).")
  }

  private var backup: String? {
    guard explanation.facility != nil, explanation.isCovered else { return nil }
    guard let other = explanation.backup else {
      return language(
        "它一旦停办，再没有别处可去。", "Should it close, there is no other.")
    }
    let answer =
      other.time <= explanation.limit
      ? language("仍在\(limit)分钟以内", "still within \(limit)")
      : language("就超过\(limit)分钟了", "more than \(limit)")
    return language(
      "它一旦停办，下一处是“\(other.facility.name)”，需\(other.time.minutesText)分钟，\(answer)。",
      "Should it close, the next is “\(other.facility.name)”, \(other.time.minutesText) minutes, "
        + "\(answer).")
  }

  private func beyond(_ time: TravelTime) -> String {
    TravelTime(milliseconds: time.milliseconds - explanation.limit.milliseconds).minutesText
  }

  /// 93米, 4.2公里; 93 m, 4.2 km.
  private func metres(_ value: Double) -> String {
    let whole = Int(value.rounded())
    guard whole >= 1000 else { return language("\(whole)米", "\(whole) m") }
    let tenths = Int((value / 100).rounded())
    let text = "\(tenths / 10).\(tenths % 10)"
    return language("\(text)公里", "\(text) km")
  }
}
