import Planning
import PlanningModel

/// What an explanation rests on: facility, rule, travel, people, places, each with how good its
/// data are.
struct ExplanationTrace {
  let explanation: Explanation
  let language: Language
  private var wording: Wording { Wording(language: language) }

  var table: TextTable {
    var table = TextTable(
      title: language("依据", "What it rests on"),
      columns: [
        .init(language("项目", "Item")), .init(language("内容", "Content")),
        .init(language("数据性质", "Data")),
      ])
    for row in facility + [rule, travel, village] + people + [roads] {
      table.rows.append([.init(row.0), .init(row.1), .init(row.2.map(wording.provenance) ?? "—")])
    }
    return table
  }

  private typealias Row = (String, String, Provenance?)

  private var facility: [Row] {
    guard let facility = explanation.facility else { return [] }
    var state = wording.state(facility.state)
    if let opened = facility.opened {
      state += language("，\(opened)起", ", since \(opened)")
    }
    var rows: [Row] = [
      (language("设施", "Facility"), facility.name, facility.provenance.record),
      (language("设施编号", "Its id"), facility.id.rawValue, nil),
      (language("设施状态", "Its state"), state, facility.provenance.record),
      (language("设施位置", "Its place"), Self.place(facility.position), facility.provenance.position),
    ]
    if let capacity = facility.capacity {
      rows.append((language("设施容量", "Its capacity"), String(capacity), facility.provenance.record))
    }
    return rows
  }

  private var rule: Row {
    let minutes = explanation.limit.minutesText
    return (
      language("判定规则", "Rule"),
      language(
        "时间可达：村址到运营中的本区设施不超过\(minutes)分钟，等于也算",
        "within time: at most \(minutes) minutes from the village to an own operating facility"),
      nil
    )
  }

  private var travel: Row {
    (language("出行", "Travel"), wording.profile(explanation.profile), nil)
  }

  private var village: Row {
    (
      language("村址", "Village"),
      "\(Self.place(explanation.place.position)) \(explanation.place.id.rawValue)",
      explanation.place.positionProvenance
    )
  }

  private var people: [Row] {
    guard let people = explanation.people else { return [] }
    let count =
      people.isWithheld
      ? language("人数过少，不对外列出", "too few to be shown")
      : people.count.map { language("\($0)\(people.cohort.unit)", "\($0)") }
        ?? language("没有数据", "no data")
    return [
      (
        language(people.cohort.label, people.cohort.labelEnglish), count,
        explanation.place.peopleProvenance
      )
    ]
  }

  private var isAcrossCountry: Bool {
    explanation.way?.walks.contains(where: \.isAcrossCountry) ?? false
  }

  private var roads: Row {
    (
      language("道路和地形", "Roads and terrain"),
      explanation.isEstimated
        ? language("直线距离×绕行系数", "straight line times a detour factor")
        : explanation.way == nil
          ? language("路网", "the road network")
          : isAcrossCountry
            ? language(
              "路网逐段计时，离路处按高程翻坡步行，见上表",
              "leg by leg, in the table above; off the roads across the slopes of the elevation")
            : language("路网逐段计时，见上表", "leg by leg, in the table above"),
      explanation.fieldProvenance
    )
  }

  private static func place(_ position: GeographicPosition?) -> String {
    guard let position else { return "—" }
    func degrees(_ value: Double) -> String {
      let micro = Int((value * 1_000_000).rounded())
      let fraction = String(abs(micro) % 1_000_000)
      let zeros = String(repeating: "0", count: 6 - fraction.count)
      return "\(micro < 0 ? "-" : "")\(abs(micro) / 1_000_000).\(zeros)\(fraction)"
    }
    return "\(degrees(position.longitude)), \(degrees(position.latitude))"
  }
}
