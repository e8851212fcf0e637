import PlanningModel
import YAMLDocuments

extension PolicyReading {
  /// Reads names of units; each must be that of exactly one, and stand there once.
  mutating func readUnitNames(_ entry: YAMLEntry?) -> [String] {
    var names: [String] = []
    for item in faults.items(of: entry) {
      guard let name = readUnitName(item) else { continue }
      if names.contains(name) {
        faults.add(
          "policy.duplicate_name", at: item, value: name,
          rule: Bilingual("该名称重复", "the name is given twice"),
          remedy: Bilingual("删去其中一个", "remove one of them"))
      } else if let unitNames, unitNames.find(name: name) == nil {
        let near = unitNames.nearest(to: name)
        faults.add(
          "policy.unknown_unit", at: item, value: name,
          rule: Bilingual(
            "本区县没有（或不止一个）名为“\(name)”的乡镇街道",
            "not exactly one unit of the district is called “\(name)”"),
          remedy: near.isEmpty
            ? Bilingual("更正名称", "correct the name")
            : Bilingual(
              "是否为 " + near.joined(separator: "、") + "？",
              "nearest names: " + near.joined(separator: "、")))
      }
      names.append(name)
    }
    return names
  }

  /// A name, or `{district: …, township: …}` where units of several districts are held.
  private mutating func readUnitName(_ entry: YAMLEntry) -> String? {
    guard case .mapping = entry.content else { return faults.text(entry) }
    faults.allow(["district", "township"], in: entry)
    let district = faults.require("district", in: entry).flatMap { faults.text($0) }
    let township = faults.require("township", in: entry).flatMap { faults.text($0) }
    guard let district, let township else { return nil }
    return "\(district)/\(township)"
  }

  mutating func noNames(_ entry: YAMLEntry) {
    faults.add(
      "policy.without_names", at: entry,
      rule: Bilingual("没有点名任何单位", "no unit is named"),
      remedy: Bilingual("写出文件点名的单位", "name the units that the document names"))
  }
}
