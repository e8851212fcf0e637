import Coverage
public import Planning
public import PlanningModel
import Targets

/// What `yike compare` prints on a terminal: flips first, then gains and losses.
public enum ComparisonText {
  /// The tables one below the other.
  public static func rendered(
    _ comparison: ScenarioComparison, language: Language, colours: Bool = false
  ) -> String {
    let words = ComparisonWording(comparison, language)
    var parts = [words.heading, words.cost].compactMap { $0 }.map { $0 + "\n" }
    parts.append(targets(comparison, words).rendered(colours: colours))
    if comparison.targets.contains(where: \.isUntested) {
      parts.append(
        language(
          "未验：结论与出行有关，加 --robustness 逐项改变步速、时限、坡度等再看是否不变。",
          "Not tried: these verdicts rest on travel; --robustness varies pace, limit, slope and so on."
        )
          + "\n")
    }
    parts.append(services(comparison, words).rendered(colours: colours))
    for service in comparison.services {
      for level in [UnitLevel.township, .village] {
        let table = places(service, level, words)
        if !table.rows.isEmpty { parts.append(table.rendered(colours: colours)) }
      }
    }
    return parts.joined(separator: "\n")
  }

  private static func targets(
    _ comparison: ScenarioComparison, _ words: ComparisonWording
  ) -> TextTable {
    let language = words.wording.language
    let changed = comparison.targets.filter { $0.isChanged }
    let flips = comparison.targets.count { $0.flips }
    return TextTable(
      title: language(
        "目标：\(comparison.targets.count) 项，结论改变 \(flips) 项，数字或结论改变 \(changed.count) 项",
        "Targets: \(comparison.targets.count), \(flips) with another verdict, \(changed.count) with "
          + "another verdict or figure"),
      columns: [
        .init(language("编号", "Id")), .init(language("目标", "Target")),
        .init(language("之前", "Before")), .init(language("之后", "After")),
        .init(language("实际", "Achieved"), isNumeric: true),
        .init(language("缺口", "Gap"), isNumeric: true),
        .init(language("新增单元", "Units gained")), .init(language("失去单元", "Units lost")),
        .init(language("稳健", "Holds")),
      ],
      rows: changed.map { change in
        [
          .init(change.after.id),
          .init(
            language(change.after.title, change.after.titleEnglish ?? change.after.title)),
          .init(words.status(change.before)),
          .init(words.status(change.after), style: words.style(change)),
          .init(words.pair(change.before.achieved, change.after.achieved)),
          .init(words.pair(change.before.gap, change.after.gap)),
          .init(words.names(change.gained)), .init(words.names(change.lost)),
          .init(words.holds(change)),
        ]
      })
  }

  private static func services(
    _ comparison: ScenarioComparison, _ words: ComparisonWording
  ) -> TextTable {
    let language = words.wording.language
    let isVaried = comparison.services.contains { $0.varied != nil }
    return TextTable(
      title: language("人口：得失之和等于全区变化", "People: gains and losses add up to the change"),
      columns: [
        .init(language("服务", "Service")), .init(language("时限", "Limit")),
        .init(language("之前", "Before"), isNumeric: true),
        .init(language("新增", "Gained"), isNumeric: true),
        .init(language("失去", "Lost"), isNumeric: true),
        .init(language("之后", "After"), isNumeric: true),
        .init(language("数据性质", "Data")),
      ] + (isVaried ? [.init(language("净变化稳健", "Change holds"))] : []),
      rows: comparison.services.map { service in
        let whole = service.rows.last { $0.row.level == .district }
        return [
          .init(language(service.table.label, service.table.labelEnglish)),
          .init(words.wording.limit(service.table.limit)),
          .init(words.people(service, whole?.before?.covered)),
          .init(words.people(service, service.gained)), .init(words.people(service, service.lost)),
          .init(words.people(service, whole?.after?.covered)),
          .init(
            whole.map { words.wording.provenance($0.row.provenance) } ?? "", style: .faint),
        ] + (isVaried ? [.init(words.holds(service))] : [])
      })
  }

  /// So many places a table; hundreds of lines would bury the rest.
  private static let mostPlaces = 40

  private static func places(
    _ service: ScenarioComparison.ServiceChange, _ level: UnitLevel, _ words: ComparisonWording
  ) -> TextTable {
    let language = words.wording.language
    let rows = service.rows.filter { $0.row.level == level && $0.isChanged }
      .sorted { ($1.change ?? 0).magnitude < ($0.change ?? 0).magnitude }
    let shown = rows.prefix(mostPlaces)
    let rest =
      rows.count > shown.count
      ? language(
        "，前 \(shown.count) 个，全部见 --format csv", ", the first \(shown.count); --format csv has all")
      : ""
    let name = language(service.table.label, service.table.labelEnglish)
    let isVillage = level == .village
    return TextTable(
      title: isVillage
        ? language(
          "\(name)：\(rows.count) 个村（社区）有变化\(rest)",
          "\(name): \(rows.count) villages change\(rest)")
        : language(
          "\(name)：\(rows.count) 个乡镇街道有变化\(rest)",
          "\(name): \(rows.count) townships change\(rest)"),
      columns: [
        .init(language("名称", "Name")),
        .init(language("覆盖人数变化", "Covered people, change"), isNumeric: true),
        .init(language("之前，分钟", "Before, minutes"), isNumeric: true),
        .init(language("之后，分钟", "After, minutes"), isNumeric: true),
      ],
      rows: shown.map { change in
        [
          .init(change.row.name), .init(service.countsPeople ? words.signed(change.change) : "—"),
          .init(change.before?.time?.minutesText ?? "—"),
          .init(change.after?.time?.minutesText ?? "—"),
        ]
      })
  }
}
