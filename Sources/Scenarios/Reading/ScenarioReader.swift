public import PlanningModel
import YAMLDocuments

/// Reads a scenario file against the units and kinds that the workspace knows.
public struct ScenarioReader {
  private let names: UnitNames
  private let kinds: Set<ServiceKind>
  private let registers: Set<String>
  let cohorts: Set<CohortID>
  var faults = YAMLFaults()

  /// Prepares to read.
  ///
  /// - Parameters:
  ///   - names: the district's units, by full name, alias or code.
  ///   - kinds: the kinds of service that the workspace declares.
  ///   - registers: the registers that it declares.
  ///   - cohorts: the cohorts that it declares.
  public init(
    names: UnitNames, kinds: Set<ServiceKind>, registers: Set<String>,
    cohorts: Set<CohortID> = []
  ) {
    self.names = names
    self.kinds = kinds
    self.registers = registers
    self.cohorts = cohorts
  }

  /// Reads the text of a scenario file alone; what it extends is not looked at.
  ///
  /// - Returns: the scenario, or nil when a fault blocks; the file that it extends, with the
  ///   line; and all faults of the file.
  /// - Throws: `WorkError` when the text is not YAML.
  mutating func read(_ text: String, file: String) throws
    -> (Scenario?, base: (file: String, line: Int)?)
  {
    faults = YAMLFaults()
    let root = try YAMLFile.parse(text, file: file)
    var scenario = scenario(root)
    scenario?.files = [Scenario.SourceText(file: file, text: text)]
    let base = root.find("extends").flatMap { entry in
      faults.text(entry).map { (file: $0, line: entry.line) }
    }
    let isBlocked = faults.faults.contains { $0.severity == .blocking }
    return (isBlocked ? nil : scenario, base)
  }

  private mutating func scenario(_ root: YAMLEntry) -> Scenario? {
    faults.allow(
      [
        "schema", "id", "title", "title_en", "extends", "as_of", "currency", "assume_complete",
        "assumptions", "open", "close", "move", "resize", "change", "people", "roads", "travel",
        "limits", "rules", "thresholds", "activities", "progress",
      ], in: root)
    if let schema = faults.require("schema", in: root), faults.text(schema) != "yike-scenario/1" {
      faults.add(
        "scenario.schema", at: schema,
        rule: Bilingual("schema 不是 yike-scenario/1", "the schema is not yike-scenario/1"),
        remedy: Bilingual("写“schema: yike-scenario/1”", "write “schema: yike-scenario/1”"))
    }
    let id = faults.text(faults.require("id", in: root))
    let title = faults.text(root.find("title")) ?? id
    guard let id, let title else { return nil }
    return Scenario(
      id: id, title: title, titleEnglish: faults.text(root.find("title_en")) ?? title,
      asOf: faults.date(root.find("as_of")), currency: faults.text(root.find("currency")),
      assumeComplete: faults.items(of: root.find("assume_complete")).compactMap {
        registerName($0)
      },
      assumptions: faults.items(of: root.find("assumptions")).compactMap { assumption($0) },
      facilities: facilities(root), people: people(root), roads: roads(root),
      settings: settings(root),
      activities: faults.items(of: root.find("activities")).compactMap { activity($0) },
      progress: faults.items(of: root.find("progress")).compactMap { ledgerEntry($0) },
      files: [])
  }

  private mutating func registerName(_ entry: YAMLEntry) -> String? {
    guard let name = faults.text(entry) else { return nil }
    if !registers.contains(name) {
      faults.add(
        "scenario.unknown_register", at: entry, value: name,
        rule: Bilingual(
          "yike.yaml 没有声明名册“\(name)”", "yike.yaml declares no register “\(name)”"),
        remedy: Bilingual(
          "已声明的名册：" + registers.sorted().joined(separator: ", "),
          "known registers: " + registers.sorted().joined(separator: ", ")))
    }
    return name
  }

  mutating func assumption(_ entry: YAMLEntry) -> Scenario.StatedAssumption? {
    faults.allow(["id", "text", "text_en"], in: entry)
    guard let id = faults.text(faults.require("id", in: entry)),
      let text = faults.text(faults.require("text", in: entry))
    else { return nil }
    return .init(id: id, text: text, textEnglish: faults.text(entry.find("text_en")) ?? text)
  }

  private mutating func activity(_ entry: YAMLEntry) -> ActivityRecord? {
    faults.allow(
      ["unit", "activity", "year", "sessions", "served_people", "evidence", "provenance"],
      in: entry)
    guard let unit = unit(faults.require("unit", in: entry)),
      let activity = faults.text(faults.require("activity", in: entry)),
      let year = faults.integer(faults.require("year", in: entry)),
      let provenance = faults.choice(
        faults.require("provenance", in: entry), of: Provenance.self)
    else { return nil }
    return ActivityRecord(
      unit: unit, activity: activity, year: year, sessions: count(entry.find("sessions")),
      servedPeople: count(entry.find("served_people")),
      evidence: faults.text(entry.find("evidence")), provenance: provenance)
  }

  private mutating func ledgerEntry(_ entry: YAMLEntry) -> LedgerEntry? {
    faults.allow(["indicator", "value", "as_of", "unit", "evidence", "provenance"], in: entry)
    guard let indicator = faults.text(faults.require("indicator", in: entry)),
      let value = count(faults.require("value", in: entry)),
      let date = faults.date(faults.require("as_of", in: entry)),
      let provenance = faults.choice(
        faults.require("provenance", in: entry), of: Provenance.self)
    else { return nil }
    return LedgerEntry(
      indicator: indicator, value: value, asOf: date, unit: unit(entry.find("unit")),
      evidence: faults.text(entry.find("evidence")), provenance: provenance)
  }

  /// A unit by full name, alias or code; a fault with the nearest names otherwise.
  mutating func unit(_ entry: YAMLEntry?) -> UnitID? {
    guard let entry, let name = faults.text(entry) else { return nil }
    if let found = names.find(name: name) { return found }
    if names[UnitID(name)] != nil { return UnitID(name) }
    let near = names.nearest(to: name)
    faults.add(
      "unit.unmatched", at: entry, value: name,
      rule: Bilingual(
        "本区县没有名为“\(name)”的乡镇街道", "no unit of the district is called “\(name)”"),
      remedy: near.isEmpty
        ? Bilingual("填写正式全称", "write the full official name")
        : Bilingual(
          "是否为 " + near.joined(separator: "、") + "？",
          "did you mean " + near.joined(separator: ", ") + "?"))
    return nil
  }

  /// A count that is not negative.
  mutating func count(_ entry: YAMLEntry?) -> Int? {
    guard let entry, let value = faults.integer(entry) else { return nil }
    if value < 0 {
      faults.add(
        "count.negative", at: entry, value: String(value),
        rule: Bilingual("数量不得为负", "a count cannot be negative"),
        remedy: Bilingual(
          "写 0 或以上的数；不清楚的不写",
          "write 0 or more, or leave it out when it is not known"))
      return nil
    }
    return value
  }

  mutating func kind(_ entry: YAMLEntry?) -> ServiceKind? {
    guard let entry, let name = faults.text(entry) else { return nil }
    if kinds.contains(ServiceKind(name)) { return ServiceKind(name) }
    faults.add(
      "facility.unknown_kind", at: entry, value: name,
      rule: Bilingual(
        "yike.yaml 没有声明服务类型“\(name)”", "yike.yaml declares no service type “\(name)”"),
      remedy: Bilingual(
        "已声明的类型：" + kinds.map(\.rawValue).sorted().joined(separator: ", "),
        "known kinds: " + kinds.map(\.rawValue).sorted().joined(separator: ", ")))
    return nil
  }
}
