import PlanningModel
import YAMLDocuments

extension PolicyReading {
  mutating func readCount(_ entry: YAMLEntry, kinds: [ServiceKind]) -> CountMeasure? {
    let indicators = faults.texts(entry.find("object")) + faults.texts(entry.find("objects"))
    let value = faults.integer(entry.find("value"))
    let comparison = faults.choice(entry.find("op"), of: Comparison.self) ?? .atLeast
    let counting = faults.choice(entry.find("counting"), of: Counting.self) ?? .grossNewInYear
    let state = readState(entry) ?? StateRequirement(minimum: .accepted, isDesignated: false)
    let hosts = readUnitNames(entry.find("hosts_named"))
    let place = faults.text(entry.find("place_named"))
    let within = readUnitNames(entry.find("within"))
    let colocated = readKindList(entry.find("colocated_with"))
    _ = faults.text(entry.find("approx"))
    var designation: String?
    if let filter = entry.find("where") {
      faults.allow(["designation"], in: filter)
      designation = faults.text(filter.find("designation"))
    }
    guard kinds.isEmpty != indicators.isEmpty else {
      faults.add(
        "policy.count_subject", at: entry,
        rule: kinds.isEmpty
          ? Bilingual(
            "数量指标需要设施类型或台账项目",
            "a count needs a kind of facility or an object of the ledger")
          : Bilingual(
            "设施类型与台账项目只能写一个",
            "a count has either a kind of facility or an object of the ledger"),
        remedy: Bilingual("写“kind: …”或“object: …”", "write “kind: …” or “object: …”"))
      return nil
    }
    if !hosts.isEmpty, kinds.isEmpty {
      faults.add(
        "policy.hosts_without_kind", at: entry.find("hosts_named") ?? entry,
        rule: Bilingual("只有设施才有所在单元", "only facilities have hosts"),
        remedy: Bilingual(
          "补上“kind: …”，或删去 hosts_named", "add “kind: …”, or remove hosts_named"))
    }
    if !within.isEmpty, !kinds.isEmpty {
      faults.add(
        "policy.within_without_object", at: entry.find("within") ?? entry,
        rule: Bilingual("“within”只用于台账项目", "“within” is for objects of the ledger"),
        remedy: Bilingual("设施写“hosts_named”", "write “hosts_named” for facilities"))
    }
    if let value, value < 0 {
      faults.add(
        "policy.value_range", at: entry.find("value") ?? entry, value: String(value),
        rule: Bilingual("承诺的数量不得为负", "a promised number is not negative"),
        remedy: Bilingual("写 0 或以上的数", "write 0 or more"))
    }
    return CountMeasure(
      subject: kinds.isEmpty ? .indicators(indicators) : .facilities(kinds), value: value,
      comparison: comparison, counting: counting, state: state, designation: designation,
      within: within, hostsNamed: hosts, placeNamed: place, colocatedWith: colocated)
  }

  /// `designated` stands for accepted and holding a designation (打造, 创建, 规范化).
  mutating func readState(_ entry: YAMLEntry) -> StateRequirement? {
    guard let state = entry.find("state_min") else { return nil }
    if case .scalar("designated", _) = state.content {
      return StateRequirement(minimum: .accepted, isDesignated: true)
    }
    guard let minimum = faults.choice(state, of: FacilityState.self) else { return nil }
    guard minimum.step != nil else {
      let words =
        FacilityState.allCases.filter { $0.step != nil }.map(\.rawValue)
        .joined(separator: ", ") + ", designated"
      faults.add(
        "policy.state_min", at: state, value: minimum.rawValue,
        rule: Bilingual(
          "关闭或暂停的设施不在建设进度的任何一级",
          "a closed or suspended facility is on no step of the ladder"),
        remedy: Bilingual("改写为 \(words) 之一", "write one of \(words)"))
      return nil
    }
    return StateRequirement(minimum: minimum, isDesignated: false)
  }
}
