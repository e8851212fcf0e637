import PlanningModel
import YAMLDocuments

extension SettingsReader {
  static func readRegisters(
    _ entry: YAMLEntry?, kinds: [ServiceKind], _ faults: inout YAMLFaults
  ) -> [Register] {
    guard let entry else { return [] }
    var registers: [Register] = []
    var holders: [String: String] = [:]
    for pair in faults.pairs(of: entry) {
      faults.checkIdentifier(pair.key, line: pair.line, in: entry)
      faults.allow(["kinds", "activities", "indicators", "targets", "complete"], in: pair.value)
      let register = Register(
        id: pair.key, kinds: readKinds(pair.value.find("kinds"), known: kinds, &faults),
        activities: faults.texts(pair.value.find("activities")),
        indicators: faults.texts(pair.value.find("indicators")),
        targets: faults.texts(pair.value.find("targets")),
        isComplete: faults.boolean(faults.require("complete", in: pair.value)) ?? false)
      let things =
        register.kinds.map(\.rawValue) + register.activities + register.indicators
        + register.targets
      if things.isEmpty {
        faults.add(
          "settings.register_empty", at: pair.value,
          rule: Bilingual("该名册没有列出任何内容", "the register lists nothing"),
          remedy: Bilingual(
            "写明它所列的 kinds、activities、indicators 或 targets",
            "name kinds, activities, indicators or targets that it lists"))
      }
      for thing in things {
        // In two registers, one complete and one not, absence would mean two things.
        if let other = holders.updateValue(pair.key, forKey: thing), other != pair.key {
          faults.add(
            "settings.register_overlap", at: pair.value, value: thing,
            rule: Bilingual("名册“\(other)”也列有它", "the register “\(other)” lists it too"),
            remedy: Bilingual("只保留在一个名册中", "keep it in one register"))
        }
      }
      registers.append(register)
    }
    return registers.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }

  static func readThresholds(
    _ entry: YAMLEntry?, _ faults: inout YAMLFaults
  ) -> [LocalThreshold] {
    guard let entry else { return [] }
    var thresholds: [LocalThreshold] = []
    for pair in faults.pairs(of: entry) {
      guard let value = faults.decimal(pair.value) else { continue }
      guard value > ExactDecimal(0) else {
        faults.add(
          "settings.out_of_range", at: pair.value, value: value.description,
          rule: Bilingual("阈值应大于 0", "a threshold is above 0"),
          remedy: Bilingual("写比例（如 0.9）或数字", "write a share such as 0.9, or a number"))
        continue
      }
      thresholds.append(LocalThreshold(target: pair.key, value: value))
    }
    return thresholds.sorted { $0.target.utf8.lexicographicallyPrecedes($1.target.utf8) }
  }

  static func readSiteCosts(
    _ entry: YAMLEntry?, kinds: [ServiceKind], _ faults: inout YAMLFaults
  ) -> SiteCosts {
    var costs = SiteCosts()
    guard let entry else { return costs }
    faults.allow(["currency", "provenance", "kinds"], in: entry)
    costs.currency = faults.text(entry.find("currency"))
    costs.provenance = faults.choice(entry.find("provenance"), of: Provenance.self) ?? .illustrative
    for pair in faults.pairs(of: entry.find("kinds") ?? entry) where entry.find("kinds") != nil {
      guard kinds.contains(ServiceKind(pair.key)) else {
        faults.add(
          "settings.unknown_kind", at: pair.value, value: pair.key,
          rule: Bilingual("service_types 中没有这一类型", "service_types knows no such kind"),
          remedy: Bilingual("更正类型，或先在 service_types 中声明", "correct it, or declare it first"))
        continue
      }
      guard let value = faults.decimal(pair.value) else { continue }
      guard value >= ExactDecimal(0) else {
        faults.add(
          "settings.out_of_range", at: pair.value, value: value.description,
          rule: Bilingual("费用不能为负", "a cost is not negative"),
          remedy: Bilingual("写 0 或正数", "write 0 or more"))
        continue
      }
      costs.kinds[ServiceKind(pair.key)] = value
    }
    return costs
  }

  static func readWaivers(_ entry: YAMLEntry?, _ faults: inout YAMLFaults) -> [Waiver] {
    var waivers: [Waiver] = []
    for item in faults.items(of: entry) {
      faults.allow(["id", "file", "row", "reason"], in: item)
      let check = faults.text(faults.require("id", in: item))
      let file = faults.require("file", in: item).flatMap { WorkspacePath.read($0, &faults) }
      let row = faults.integer(item.find("row"))
      let reason = faults.text(faults.require("reason", in: item))
      guard let check, let file, let reason else { continue }
      waivers.append(Waiver(check: check, file: file, row: row, reason: reason))
    }
    return waivers
  }
}
