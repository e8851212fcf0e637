import PlanningModel
import Scenarios
import Targets
import Workspace

extension WorkspaceSettings {
  /// The settings with what a scenario changes, and the faults that forbid it.
  func patched(by patches: SettingPatches, targets: Set<String>) -> (Self, [InputFault]) {
    var result = self
    var faults: [InputFault] = []
    let known = travel.paces.map(\.name)
    for name in patches.paces.keys.sorted() {
      guard let index = result.travel.paces.firstIndex(where: { $0.name == name }) else {
        faults.append(Self.unknown(patches, "travel.paces.\(name)", name, known: known))
        continue
      }
      result.travel.paces[index].millimetresPerSecond = patches.paces[name] ?? 0
    }
    if let pace = patches.defaultPace {
      if !known.contains(pace) {
        faults.append(Self.unknown(patches, "travel.default_pace", pace, known: known))
      }
      result.travel.defaultPace = pace
    }
    if let slope = patches.slope { result.travel.slope.function = slope }
    if let cap = patches.snapCapMetres { result.travel.snap.capMetres = cap }
    for id in patches.thresholds.keys.sorted() {
      guard targets.contains(id) else {
        faults.append(Self.unknown(patches, "thresholds.\(id)", id, known: targets.sorted()))
        continue
      }
      result.localThresholds.removeAll { $0.target == id }
      if let value = patches.thresholds[id] {
        result.localThresholds.append(LocalThreshold(target: id, value: value))
      }
    }
    result.localThresholds.sort { $0.target < $1.target }
    return (result, faults)
  }

  static func unknown(
    _ patches: SettingPatches, _ key: String, _ value: String, known: [String]
  ) -> InputFault {
    InputFault(
      check: "scenario.unknown_setting", severity: .blocking,
      file: patches.origins[key]?.file ?? "", row: patches.origins[key]?.line, column: key,
      value: value, rule: Bilingual("没有这一项", "there is no such entry"),
      remedy: Bilingual(
        "已有：" + known.joined(separator: ", "), "known: " + known.joined(separator: ", ")))
  }
}
