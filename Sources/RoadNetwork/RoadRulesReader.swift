public import PlanningModel
import YAMLDocuments

/// Reads a file of road rules, `yike-road-rules/1` (`docs/formats/road-rules.md`).
///
/// Every key is optional and replaces one default; what the file does not say stays as it is.
public struct RoadRulesReader {
  /// The value of `schema` that this version reads.
  public static let schema = "yike-road-rules/1"
  /// More classes than this do not fit the numbers that edges carry.
  static let maximumClasses = Int(RoadNetwork.ferryClass)

  var rules: RoadRules
  var faults = YAMLFaults()

  /// Reads the text of a file and lists everything that is wrong with it.
  ///
  /// - Parameters:
  ///   - text: the content of the file.
  ///   - file: its name for messages.
  ///   - base: the rules that hold where the file is silent.
  /// - Returns: the rules, of use only when no fault blocks; and all faults, by line.
  /// - Throws: `WorkError` (`malformed`) with the line, for a text that is not YAML.
  public static func read(
    text: String, file: String, base: RoadRules = RoadRules()
  ) throws -> (RoadRules, [InputFault]) {
    // An editor's byte-order mark is no part of the first key.
    let plain =
      text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    let root = try YAMLFile.parse(plain, file: file)
    var reader = RoadRulesReader(rules: base)
    reader.read(root)
    let sorted = reader.faults.faults.enumerated()
      .sorted { ($0.element.row ?? 0, $0.offset) < ($1.element.row ?? 0, $1.offset) }
      .map(\.element)
    return (reader.rules, sorted)
  }

  private mutating func read(_ root: YAMLEntry) {
    faults.allow(
      [
        "schema", "classes", "plain_line_class", "access", "ferries", "motor_cap_kmh", "bus",
        "mountain",
      ], in: root)
    if let entry = faults.require("schema", in: root), let found = faults.text(entry),
      found != Self.schema
    {
      faults.add(
        "road_rules.schema", at: entry, value: found,
        rule: Bilingual("本版本读取“\(Self.schema)”", "this version reads “\(Self.schema)”"),
        remedy: Bilingual(
          "写成“schema: \(Self.schema)”，并核对各键",
          "write “schema: \(Self.schema)” and check the keys"))
    }
    if let classes = root.find("classes") { readClasses(classes) }
    readPlainClass(root.find("plain_line_class"))
    if let access = root.find("access") { readAccess(access) }
    if let ferries = root.find("ferries") { readFerries(ferries) }
    replace(\.motorSpeedCapKilometresPerHour, by: speed(root.find("motor_cap_kmh")))
    if let bus = root.find("bus") { readBus(bus) }
    if let mountain = root.find("mountain") {
      faults.allow(["grade", "factor"], in: mountain)
      replace(\.mountainGrade, by: number(mountain.find("grade"), from: 0, to: 2))
      replace(\.mountainSpeedShare, by: number(mountain.find("factor"), above: 0, to: 1))
    }
  }

  private mutating func readPlainClass(_ entry: YAMLEntry?) {
    guard let entry, let name = faults.text(entry) else { return }
    let known = rules.classes.map(\.highway)
    guard known.contains(name) else {
      faults.add(
        "road_rules.undeclared", at: entry, value: name,
        rule: Bilingual(
          "道路等级中没有“\(name)”", "the class “\(name)” is not among the classes"),
        remedy: suggestion(name, known))
      return
    }
    rules.plainLineClass = name
  }

  private mutating func readAccess(_ access: YAMLEntry) {
    faults.allow(["closed", "open"], in: access)
    if let closed = access.find("closed") { rules.closedAccess = faults.texts(closed) }
    if let open = access.find("open") { rules.openAccess = faults.texts(open) }
    for value in rules.openAccess where rules.closedAccess.contains(value) {
      faults.add(
        "road_rules.ambiguous", at: access, value: value,
        rule: Bilingual("“\(value)”既开放又禁行", "“\(value)” both opens and closes"),
        remedy: Bilingual("只留在一个列表中", "keep it in one of the two lists"))
    }
  }

  private mutating func readFerries(_ ferries: YAMLEntry) {
    faults.allow(["modes", "speed_kmh"], in: ferries)
    if let modes = ferries.find("modes") {
      rules.ferryModes = faults.items(of: modes).compactMap { faults.choice($0) }
    }
    replace(\.ferrySpeedKilometresPerHour, by: speed(ferries.find("speed_kmh")))
  }

  private mutating func readBus(_ bus: YAMLEntry) {
    faults.allow(["share_of_car", "headway_min", "longest_wait_min"], in: bus)
    replace(\.busSpeedShare, by: number(bus.find("share_of_car"), above: 0, to: 1))
    if let headway = bus.find("headway_min") {
      if isNone(headway) {
        rules.busHeadwayMinutes = nil
      } else if let minutes = number(headway, above: 0, to: 1440) {
        rules.busHeadwayMinutes = minutes
      }
    }
    replace(\.longestBusWaitMinutes, by: number(bus.find("longest_wait_min"), from: 0, to: 720))
  }

  private mutating func replace<Value>(
    _ rule: WritableKeyPath<RoadRules, Value>, by value: Value?
  ) {
    if let value { rules[keyPath: rule] = value }
  }
}
