import PlanningModel
import Workspace

/// Applies the waivers of `yike.yaml`: a blocking fault that a planner accepted, with a reason,
/// becomes a listed rejection that the report prints (DESIGN §5.14).
struct Waiving {
  let waivers: [Waiver]

  /// The faults with waived ones turned into warnings, and a warning for every waiver that
  /// covers nothing any more.
  func applied(to faults: [InputFault]) -> [InputFault] {
    var used: Set<Int> = []
    var result = faults.map { fault -> InputFault in
      guard let index = waivers.firstIndex(where: { $0.covers(fault) }) else { return fault }
      used.insert(index)
      guard fault.severity == .blocking else { return fault }
      var waived = fault
      waived.severity = .warning
      let rule = Bilingual(splitting: fault.rule)
      let reason = waivers[index].reason
      waived.rule =
        Bilingual("\(rule.chinese)（已豁免：\(reason)）", "\(rule.english) (waived: \(reason))").text
      return waived
    }
    for (index, waiver) in waivers.enumerated() where !used.contains(index) {
      result.append(
        InputFault(
          check: "waiver.unused", severity: .warning, file: WorkspaceFolder.settingsName,
          column: "waivers", value: "\(waiver.check) \(waiver.file)",
          rule: Bilingual("已没有问题需要这条豁免", "no finding is covered by this waiver any more"),
          remedy: Bilingual("删去这条豁免", "take it out")))
    }
    return result
  }

  /// Waivers as the report prints them.
  var texts: [String] {
    waivers.map { waiver in
      let row = waiver.row.map { ":\($0)" } ?? ""
      return "\(waiver.check) \(waiver.file)\(row)：\(waiver.reason)"
    }
  }
}
