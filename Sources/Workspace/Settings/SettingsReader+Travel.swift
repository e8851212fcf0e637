import PlanningModel
import YAMLDocuments

extension SettingsReader {
  static func readTravel(_ entry: YAMLEntry?, _ faults: inout YAMLFaults) -> TravelSettings {
    var travel = TravelSettings.defaults
    guard let entry else { return travel }
    faults.allow(
      [
        "paces", "default_pace", "direction", "slope", "snap", "off_road", "fallback",
        "speeds_kmh", "motor_cap_kmh", "mountain_factor", "road_rules", "join_ends_metres",
      ], in: entry)
    readPaces(entry, &travel, &faults)
    readDirections(entry.find("direction"), &travel, &faults)
    readSlope(entry.find("slope"), &travel.slope, &faults)
    readSnap(entry.find("snap"), &travel.snap, &faults)
    travel.offRoad = faults.choice(entry.find("off_road")) ?? travel.offRoad
    if let fallback = entry.find("fallback") {
      faults.allow(["detour"], in: fallback)
      travel.fallbackDetour = faults.decimal(
        fallback.find("detour"), from: ExactDecimal(1), to: ExactDecimal(10),
        else: travel.fallbackDetour)
    }
    readSpeeds(entry.find("speeds_kmh"), &travel, &faults)
    travel.motorCapKilometresPerHour = faults.decimal(
      entry.find("motor_cap_kmh"), from: ExactDecimal(1), to: ExactDecimal(150),
      else: travel.motorCapKilometresPerHour)
    if let mountain = entry.find("mountain_factor") {
      faults.allow(["factor", "grade"], in: mountain)
      travel.mountain.factor = faults.decimal(
        mountain.find("factor"), from: thousandth, to: ExactDecimal(1),
        else: travel.mountain.factor)
      travel.mountain.grade = faults.decimal(
        mountain.find("grade"), from: ExactDecimal(0), to: ExactDecimal(1),
        else: travel.mountain.grade)
    }
    readRoadRules(entry, &travel, &faults)
    travel.joinEndsMetres = faults.decimal(
      entry.find("join_ends_metres"), from: ExactDecimal(0), to: ExactDecimal(50),
      else: travel.joinEndsMetres)
    return travel
  }

  /// The file of road rules; the numbers that it holds may not stand in `yike.yaml` as well.
  private static func readRoadRules(
    _ entry: YAMLEntry, _ travel: inout TravelSettings, _ faults: inout YAMLFaults
  ) {
    guard let file = entry.find("road_rules") else { return }
    travel.roadRulesFile = WorkspacePath.read(file, &faults)
    for key in ["speeds_kmh", "motor_cap_kmh", "mountain_factor"] {
      guard let other = entry.find(key) else { continue }
      faults.add(
        "settings.ambiguous", at: other, key: other.path,
        rule: Bilingual(
          "已用 road_rules 指定道路规则，\(key) 应写在该文件中",
          "with road_rules, \(key) belongs into that file"),
        remedy: Bilingual(
          "移到该文件中，并从这里删去", "move it to that file, and take it out here"))
    }
  }

  private static let thousandth = ExactDecimal(1, over: 1000) ?? ExactDecimal(1)

  private static func readPaces(
    _ entry: YAMLEntry, _ travel: inout TravelSettings, _ faults: inout YAMLFaults
  ) {
    if let paces = entry.find("paces") {
      travel.paces = []
      for pair in faults.pairs(of: paces) {
        faults.checkIdentifier(pair.key, line: pair.line, in: paces)
        guard let pace = faults.pace(pair.value) else { continue }
        travel.paces.append(Pace(name: pair.key, millimetresPerSecond: pace))
      }
      travel.paces.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }
    let named = entry.find("default_pace")
    travel.defaultPace = faults.text(named) ?? travel.defaultPace
    faults.checkKnown(
      travel.defaultPace, among: travel.paces.map(\.name), at: named ?? entry,
      as: Bilingual("步速", "the pace"))
  }

  private static func readDirections(
    _ entry: YAMLEntry?, _ travel: inout TravelSettings, _ faults: inout YAMLFaults
  ) {
    guard let entry else { return }
    faults.allow(TravelMode.allCases.map(\.rawValue), in: entry)
    for mode in TravelMode.allCases {
      guard let direction = faults.choice(entry.find(mode.rawValue), of: TravelDirection.self)
      else { continue }
      travel.directions[mode] = direction
    }
  }

  private static func readSlope(
    _ entry: YAMLEntry?, _ slope: inout SlopeSettings, _ faults: inout YAMLFaults
  ) {
    guard let entry else { return }
    faults.allow(["function", "cap_downhill", "clamp"], in: entry)
    slope.function = faults.choice(entry.find("function")) ?? slope.function
    slope.isCappedDownhill =
      faults.boolean(entry.find("cap_downhill")) ?? slope.isCappedDownhill
    slope.clamp = faults.decimal(
      entry.find("clamp"), from: thousandth, to: ExactDecimal(2), else: slope.clamp)
  }

  private static func readSnap(
    _ entry: YAMLEntry?, _ snap: inout SnapSettings, _ faults: inout YAMLFaults
  ) {
    guard let entry else { return }
    faults.allow(["candidates", "cap_metres"], in: entry)
    if let count = entry.find("candidates"), let candidates = faults.integer(count) {
      if (1...50).contains(candidates) {
        snap.candidates = candidates
      } else {
        faults.add(
          "settings.out_of_range", at: count, value: String(candidates),
          rule: Bilingual("值不在 1 至 50 之间", "the value is not between 1 and 50"),
          remedy: Bilingual("写 1 至 50 之间的数", "write a number from 1 to 50"))
      }
    }
    snap.capMetres = faults.decimal(
      entry.find("cap_metres"), from: ExactDecimal(1), to: ExactDecimal(50_000),
      else: snap.capMetres)
  }

  private static func readSpeeds(
    _ entry: YAMLEntry?, _ travel: inout TravelSettings, _ faults: inout YAMLFaults
  ) {
    guard let entry else { return }
    var speeds = Dictionary(
      travel.speeds.map { ($0.roadClass, $0.kilometresPerHour) }, uniquingKeysWith: { $1 })
    for pair in faults.pairs(of: entry) {
      faults.checkIdentifier(pair.key, line: pair.line, in: entry)
      speeds[pair.key] = faults.decimal(
        pair.value, from: ExactDecimal(1), to: ExactDecimal(150), else: ExactDecimal(1))
    }
    travel.speeds = speeds.map { RoadSpeed(roadClass: $0.key, kilometresPerHour: $0.value) }
      .sorted { $0.roadClass.utf8.lexicographicallyPrecedes($1.roadClass.utf8) }
  }
}
