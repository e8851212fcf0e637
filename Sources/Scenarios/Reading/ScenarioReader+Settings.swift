import PlanningModel
import YAMLDocuments

extension ScenarioReader {
  /// What happens to the ways of travelling and judging.
  mutating func settings(_ root: YAMLEntry) -> SettingPatches {
    var patches = SettingPatches()
    if let travel = root.find("travel") { read(travel, into: &patches) }
    for (key, value) in pairs(root, "limits") {
      guard let limit = faults.duration(value) else { continue }
      patches.limits[key] = limit
      patches.origins["limits.\(key)"] = value.origin
    }
    for (key, value) in pairs(root, "rules") {
      guard let rule = faults.text(value) else { continue }
      patches.rules[key] = rule
      patches.origins["rules.\(key)"] = value.origin
    }
    for (key, value) in pairs(root, "thresholds") {
      guard let threshold = faults.decimal(value) else { continue }
      patches.thresholds[key] = threshold
      patches.origins["thresholds.\(key)"] = value.origin
    }
    return patches
  }

  private mutating func pairs(_ root: YAMLEntry, _ key: String) -> [(String, YAMLEntry)] {
    root.find(key).map { faults.pairs(of: $0).map { ($0.key, $0.value) } } ?? []
  }

  private mutating func read(_ travel: YAMLEntry, into patches: inout SettingPatches) {
    faults.allow(["paces", "default_pace", "slope", "snap_cap_metres"], in: travel)
    for (name, value) in pairs(travel, "paces") {
      guard let pace = pace(value) else { continue }
      patches.paces[name] = pace
      patches.origins["travel.paces.\(name)"] = value.origin
    }
    if let entry = travel.find("default_pace") {
      patches.defaultPace = faults.text(entry)
      patches.origins["travel.default_pace"] = entry.origin
    }
    if let entry = travel.find("slope") {
      patches.slope = faults.choice(entry, of: SlopeFunction.self)
      patches.origins["travel.slope"] = entry.origin
    }
    if let entry = travel.find("snap_cap_metres") {
      patches.snapCapMetres = faults.decimal(entry)
      patches.origins["travel.snap_cap_metres"] = entry.origin
    }
  }

  /// Metres a second from 0.1 to 3, in whole millimetres, as in `yike.yaml`.
  private mutating func pace(_ entry: YAMLEntry) -> Int? {
    guard let pace = faults.decimal(entry) else { return nil }
    let millimetres = pace.doubleValue * 1000
    guard (100...3000).contains(millimetres), millimetres == millimetres.rounded() else {
      faults.add(
        "settings.out_of_range", at: entry, value: pace.description,
        rule: Bilingual("步速为 0.1–3 米/秒", "a pace is 0.1 to 3 metres per second"),
        remedy: Bilingual("例：0.8", "for example 0.8"))
      return nil
    }
    return Int(millimetres)
  }
}
