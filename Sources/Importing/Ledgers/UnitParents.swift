import PlanningModel

/// The digits of a district's code that the codes of its units begin with.
enum DistrictCode {
  /// All six for a district; fewer for a city or province, whose code ends in 00 or 0000 and whose
  /// units begin with the codes of its districts.
  static func prefix(of code: String) -> String {
    var digits = code[...]
    while digits.count > 2, digits.hasSuffix("00") { digits = digits.dropLast(2) }
    return String(digits)
  }

  /// Whether a unit's parent is the district between it and a city: the six digits that its own
  /// code begins with.
  static func isBetween(_ parent: UnitID, _ unit: UnitID, and city: String) -> Bool {
    parent.rawValue.count == 6 && unit.rawValue.hasPrefix(parent.rawValue)
      && parent.rawValue.hasPrefix(prefix(of: city))
  }
}

/// Looks whether the units above lead up to the district.
enum UnitParents {
  /// Moves units whose parent is missing, or whose parents lead back to them, from the values to
  /// the faults.
  static func check(_ reading: inout Reading<AdministrativeUnit>, district: String) {
    let parents = Dictionary(
      reading.values.map { ($0.id, $0.parent) }, uniquingKeysWith: { first, _ in first })
    var kept = Reading<AdministrativeUnit>()
    kept.faults = reading.faults
    for (unit, place) in zip(reading.values, reading.places) {
      if let fault = fault(of: unit, at: place, parents: parents, district: UnitID(district)) {
        kept.faults.append(fault)
      } else {
        kept.values.append(unit)
        kept.places.append(place)
      }
    }
    reading = kept
  }

  private static func fault(
    of unit: AdministrativeUnit, at place: SourcePlace, parents: [UnitID: UnitID],
    district: UnitID
  ) -> InputFault? {
    if unit.parent != district, parents[unit.parent] == nil {
      guard !DistrictCode.isBetween(unit.parent, unit.id, and: district.rawValue) else {
        return nil
      }
      return ImportCheck.unitParentMissing.fault(
        file: place.file, layer: place.layer, row: place.row, column: "parent_code",
        value: unit.parent.rawValue,
        rule: Bilingual(
          "\(unit.name)的上级既不是本区县 \(district)，也不在文件中",
          "the unit above \(unit.name) is neither the district \(district) nor in the file"),
        remedy: Bilingual(
          "填写 \(district)，或补上上级单位的行", "write \(district), or add the row of the unit above"))
    }
    var seen: Set<UnitID> = [unit.id]
    var path = [unit.id.rawValue]
    var current = unit.parent
    while let next = parents[current], !seen.contains(current) {
      seen.insert(current)
      path.append(current.rawValue)
      current = next
    }
    guard current == unit.id else { return nil }
    let circle = (path + [unit.id.rawValue]).joined(separator: " → ")
    return ImportCheck.unitParentCycle.fault(
      file: place.file, layer: place.layer, row: place.row, column: "parent_code",
      value: unit.parent.rawValue,
      rule: Bilingual(
        "\(unit.name)的上级绕回了自身：\(circle)",
        "the units above \(unit.name) lead back to it: \(circle)"),
      remedy: Bilingual(
        "最上一级的 parent_code 填写本区县代码 \(district)",
        "write the district's code \(district) as the parent of the topmost one"))
  }
}

/// Remembers in which row a key stood first.
struct FirstRows {
  private var rows: [String: Int] = [:]

  /// Notes a duplicate when the key of the scope was seen in an earlier row.
  mutating func check(
    _ reader: inout RowReader, _ check: ImportCheck, _ column: String, _ key: String,
    scope: String = ""
  ) {
    let row = reader.place.row ?? 0
    guard let first = rows.updateValue(row, forKey: "\(scope)\u{0}\(key)") else { return }
    rows["\(scope)\u{0}\(key)"] = first
    reader.note(
      check, column, value: key, Bilingual("与第 \(first) 行重复", "the row repeats row \(first)"),
      Bilingual("两行只保留一行，或更正其值", "keep one of the two rows, or correct the value"))
  }
}
