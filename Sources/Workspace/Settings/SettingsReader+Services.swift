import PlanningModel
import YAMLDocuments

extension SettingsReader {
  static func readCohorts(_ entry: YAMLEntry?, _ faults: inout YAMLFaults) -> [Cohort] {
    guard let entry else { return ServiceCatalogue.cohorts }
    var cohorts: [Cohort] = []
    for pair in faults.pairs(of: entry) {
      faults.checkIdentifier(pair.key, line: pair.line, in: entry)
      faults.allow(["label", "label_en", "unit", "unit_en", "sensitive"], in: pair.value)
      let labels = readLabels(pair, &faults)
      cohorts.append(
        Cohort(
          id: CohortID(pair.key), label: labels.label, labelEnglish: labels.english,
          unit: faults.text(pair.value.find("unit")) ?? "人",
          unitEnglish: faults.text(pair.value.find("unit_en")) ?? "people",
          isSensitive: faults.boolean(pair.value.find("sensitive")) ?? false))
    }
    return cohorts.sorted { $0.id < $1.id }
  }

  static func readServiceTypes(_ entry: YAMLEntry?, _ faults: inout YAMLFaults) -> [ServiceType] {
    guard let entry else { return ServiceCatalogue.types }
    var types: [ServiceType] = []
    for pair in faults.pairs(of: entry) {
      faults.checkIdentifier(pair.key, line: pair.line, in: entry)
      faults.allow(["label", "label_en"], in: pair.value)
      let labels = readLabels(pair, &faults)
      types.append(
        ServiceType(
          id: ServiceKind(pair.key), label: labels.label, labelEnglish: labels.english))
    }
    return types.sorted { $0.id < $1.id }
  }

  static func readServiceGroups(
    _ entry: YAMLEntry?, kinds: [ServiceKind], _ faults: inout YAMLFaults
  ) -> [ServiceGroup] {
    guard let entry else {
      // Only what the declared kinds allow; a list of kinds of one's own needs groups of its own.
      return ServiceCatalogue.groups.filter { $0.kinds.allSatisfy(kinds.contains) }
    }
    var groups: [ServiceGroup] = []
    for pair in faults.pairs(of: entry) {
      faults.checkIdentifier(pair.key, line: pair.line, in: entry)
      faults.allow(["label", "label_en", "kinds"], in: pair.value)
      if kinds.contains(ServiceKind(pair.key)), pair.value.find("kinds") != nil,
        faults.texts(pair.value.find("kinds")) != [pair.key]
      {
        faults.add(
          "settings.ambiguous", at: pair.value, value: pair.key,
          rule: Bilingual("组名与服务类型同名", "a group carries the name of a kind of service"),
          remedy: Bilingual("为该组另取名称", "choose another name for the group"))
      }
      let labels = readLabels(pair, &faults)
      let members = readKinds(faults.require("kinds", in: pair.value), known: kinds, &faults)
      groups.append(
        ServiceGroup(
          id: pair.key, label: labels.label, labelEnglish: labels.english, kinds: members))
    }
    return groups.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }

  /// Kinds of service, each of them declared, sorted and without repetition.
  static func readKinds(
    _ entry: YAMLEntry?, known: [ServiceKind], _ faults: inout YAMLFaults
  ) -> [ServiceKind] {
    var kinds: Set<ServiceKind> = []
    for item in faults.items(of: entry) {
      guard let kind = faults.text(item) else { continue }
      faults.checkKnown(
        kind, among: known.map(\.rawValue), at: item, as: Bilingual("服务类型", "the kind of service"))
      kinds.insert(ServiceKind(kind))
    }
    return kinds.sorted()
  }

  private static func readLabels(
    _ pair: (key: String, line: Int, value: YAMLEntry), _ faults: inout YAMLFaults
  ) -> (label: String, english: String) {
    let label = faults.text(faults.require("label", in: pair.value)) ?? pair.key
    return (label, faults.text(pair.value.find("label_en")) ?? pair.key)
  }
}
