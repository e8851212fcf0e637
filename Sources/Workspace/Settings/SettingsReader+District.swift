import PlanningModel
import YAMLDocuments

extension SettingsReader {
  static func readDistrict(_ entry: YAMLEntry?, _ faults: inout YAMLFaults) -> DistrictSettings? {
    guard let entry else { return nil }
    faults.allow(["code", "name", "name_en", "code_system"], in: entry)
    let codeEntry = faults.require("code", in: entry)
    let code = faults.text(codeEntry)
    let name = faults.text(faults.require("name", in: entry))
    let nameEnglish = faults.text(entry.find("name_en"))
    let system = faults.text(entry.find("code_system")) ?? CodeSystem.nbs2023.rawValue
    guard let codeEntry, let code, let name else { return nil }
    let isSixDigits = code.utf8.count == 6 && code.utf8.allSatisfy { (48...57).contains($0) }
    if !isSixDigits || code == "000000" {
      faults.add(
        "settings.district_code", at: codeEntry, value: code,
        rule: Bilingual("区县代码应为六位数字", "a district has a code of six digits"),
        remedy: Bilingual(
          "用引号写明区县代码，如 \"000000\"",
          "write the district's code in quotes, for example \"000000\""))
    }
    return DistrictSettings(
      code: code, name: name, nameEnglish: nameEnglish ?? name,
      codeSystem: CodeSystem(rawValue: system))
  }

  static func readProjected(_ entry: YAMLEntry?, _ faults: inout YAMLFaults) -> String? {
    referenceSystem(entry, &faults)
  }

  /// A reference system by its number in the EPSG register.
  static func referenceSystem(_ entry: YAMLEntry?, _ faults: inout YAMLFaults) -> String? {
    guard let entry, let text = faults.text(entry) else { return nil }
    let number = text.hasPrefix("EPSG:") ? Int(text.dropFirst(5)) : nil
    guard let number, (1024...32767).contains(number), text == "EPSG:\(number)" else {
      faults.add(
        "settings.reference_system", at: entry, value: text,
        rule: Bilingual(
          "坐标系写作 EPSG: 加编号", "a reference system is written as EPSG: and its number"),
        remedy: Bilingual(
          "例如 EPSG:4545（CGCS2000 三度带，中央经线 108°E）",
          "write for example EPSG:4545 (CGCS2000, 3 degrees, central meridian 108°E)"))
      return nil
    }
    return text
  }

  static func readAliases(_ entry: YAMLEntry?, _ faults: inout YAMLFaults) -> [String: String] {
    guard let entry else { return [:] }
    var aliases: [String: String] = [:]
    for pair in faults.pairs(of: entry) {
      guard let name = faults.text(pair.value) else { continue }
      guard name != pair.key else {
        faults.add(
          "settings.alias", at: pair.value, value: name,
          rule: Bilingual("别名与全称相同", "an alias stands for itself"),
          remedy: Bilingual(
            "冒号后写正式全称，或删去该行",
            "write the full official name after the colon, or remove the line"))
        continue
      }
      aliases[pair.key] = name
    }
    for pair in faults.pairs(of: entry) where aliases[aliases[pair.key] ?? ""] != nil {
      faults.add(
        "settings.alias", at: pair.value, value: aliases[pair.key],
        rule: Bilingual("别名指向了另一个别名", "an alias stands for another alias"),
        remedy: Bilingual("冒号后写正式全称", "write the full official name after the colon"))
    }
    return aliases
  }

  static func readPolicies(_ entry: YAMLEntry?, _ faults: inout YAMLFaults) -> [String] {
    guard let entry else { return ["policies/*.yaml"] }
    return faults.items(of: entry).compactMap { WorkspacePath.read($0, &faults) }
  }
}
