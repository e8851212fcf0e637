import PlanningModel
import Scenarios
import Targets

extension Policies {
  /// The policies with other limits and covered-rules, and the faults that forbid it: a target
  /// that is not there, that knows no limit, or a rule that it cannot take.
  func patched(by patches: SettingPatches) -> (Policies, [InputFault]) {
    var result = self
    var faults: [InputFault] = []
    for id in patches.limits.keys.sorted() {
      guard let index = targets.firstIndex(where: { $0.id == id }) else {
        faults.append(
          .unknownTarget(patches, "limits.\(id)", id, known: targets.map(\.id)))
        continue
      }
      guard let limit = patches.limits[id], result.targets[index].take(limit: limit) else {
        faults.append(
          .unfit(
            patches, "limits.\(id)", id,
            Bilingual("该目标不按时限判定", "this target is not judged by a limit of time")))
        continue
      }
    }
    for id in patches.rules.keys.sorted() {
      guard let index = targets.firstIndex(where: { $0.id == id }) else {
        faults.append(.unknownTarget(patches, "rules.\(id)", id, known: targets.map(\.id)))
        continue
      }
      guard let rule = patches.rules[id].flatMap(CoveredRuleKind.init(rawValue:)),
        result.targets[index].take(rule: rule)
      else {
        faults.append(
          .unfit(
            patches, "rules.\(id)", patches.rules[id] ?? "",
            Bilingual(
              "该目标没有这一口径：只能用其 rule 或 alternatives 中的一种",
              "the target does not know this rule: take its own, or one of its alternatives")))
        continue
      }
    }
    return (result, faults)
  }
}

extension Target {
  /// Takes another limit; false when it has none.
  fileprivate mutating func take(limit: TravelTime) -> Bool {
    if case .sharePopulation(var share) = measure {
      share.limit = limit
      measure = .sharePopulation(share)
      return true
    }
    guard covered?.time != nil else { return false }
    covered?.time?.limit = limit
    return true
  }

  /// Takes a rule that it names already; false otherwise.
  fileprivate mutating func take(rule: CoveredRuleKind) -> Bool {
    guard var rules = covered else { return false }
    if rules.rule == rule { return true }
    guard rules.alternatives.contains(rule) else { return false }
    rules.alternatives = [rules.rule] + rules.alternatives.filter { $0 != rule }
    rules.rule = rule
    covered = rules
    return true
  }
}

extension InputFault {
  fileprivate static func unknownTarget(
    _ patches: SettingPatches, _ key: String, _ id: String, known: [String]
  ) -> InputFault {
    unfit(
      patches, key, id, Bilingual("没有这个目标", "there is no such target"),
      remedy: Bilingual(
        "已有：" + known.joined(separator: ", "), "known: " + known.joined(separator: ", ")))
  }

  fileprivate static func unfit(
    _ patches: SettingPatches, _ key: String, _ value: String, _ rule: Bilingual,
    remedy: Bilingual = Bilingual("核对目标文件", "look at the file of targets")
  ) -> InputFault {
    InputFault(
      check: "scenario.unfit_setting", severity: .blocking,
      file: patches.origins[key]?.file ?? "", row: patches.origins[key]?.line, column: key,
      value: value, rule: rule, remedy: remedy)
  }
}
