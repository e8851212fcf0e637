import PlanningModel

/// Matches the units that rows name, by code within its code system and by name.
extension RowReader {
  /// The unit of a row: by the codes in the columns `codePrefix<system>` and by the name.
  ///
  /// All that are given must agree. What does not match is a blocking fault with the nearest
  /// names; nil without a fault when nothing is given.
  mutating func unit(
    name column: String, codes codePrefix: String, of table: HeaderedTable,
    in context: LedgerContext, on day: CivilDate? = nil
  ) -> UnitID? {
    var found: (unit: UnitID, by: String)?
    var isFaulty = false
    for codeColumn in table.columns(prefixed: codePrefix) {
      guard let code = unitCode(codeColumn) else { continue }
      let system = CodeSystem(rawValue: String(codeColumn.dropFirst(codePrefix.count)))
      if let unit = context.names.find(code: code, in: system) {
        isFaulty = disagrees(unit, codeColumn, code, with: found, in: context) || isFaulty
        found = found ?? (unit, codeColumn)
      } else if let former = context.succession.former(code: code, in: system) {
        let unit = successor(of: former, codeColumn, code, in: context, on: day)
        isFaulty = unit == nil || isFaulty
        if let unit {
          isFaulty = disagrees(unit, codeColumn, code, with: found, in: context) || isFaulty
        }
        found = found ?? unit.map { ($0, codeColumn) }
      } else {
        isFaulty = true
        note(
          .unitUnmatched, codeColumn, value: code,
          Bilingual(
            "\(context.districtName)没有 \(system.rawValue) 代码为 \(code) 的乡镇街道",
            "no unit of \(context.districtName) has the code \(code) in \(system.rawValue)"),
          hint(code: code, notIn: system, in: context))
      }
    }
    if let name = text(column) {
      if let unit = context.names.find(name: name) {
        noteAlias(name, column, unit, in: context)
        isFaulty = disagrees(unit, column, name, with: found, in: context) || isFaulty
        found = found ?? (unit, column)
      } else if let former = context.succession.former(name: name) {
        let unit = successor(of: former, column, name, in: context, on: day)
        isFaulty = unit == nil || isFaulty
        if let unit {
          isFaulty = disagrees(unit, column, name, with: found, in: context) || isFaulty
        }
        found = found ?? unit.map { ($0, column) }
      } else {
        isFaulty = true
        noteUnmatched(name, column, in: context)
      }
    }
    return isFaulty ? nil : found?.unit
  }

  /// A unit named by its code in the district's system or by its name; `day` is the row's own.
  mutating func unit(
    _ column: String, in context: LedgerContext, on day: CivilDate? = nil
  ) -> UnitID? {
    guard let text = text(column) else { return nil }
    if let unit = context.names.find(code: text, in: context.codeSystem) { return unit }
    if let unit = context.names.find(name: text) {
      noteAlias(text, column, unit, in: context)
      return unit
    }
    if let former = context.succession.former(name: text)
      ?? context.succession.former(code: text, in: context.codeSystem)
    {
      return successor(of: former, column, text, in: context, on: day)
    }
    noteUnmatched(text, column, in: context)
    return nil
  }

  /// Notes that a short or former name was taken for a unit, as `aliases` in `yike.yaml` says.
  private mutating func noteAlias(
    _ name: String, _ column: String, _ unit: UnitID, in context: LedgerContext
  ) {
    guard let full = context.names[unit]?.name, full != name, !name.contains("/") else { return }
    note(
      .unitAlias, column, value: name,
      Bilingual(
        "按 aliases 或 decisions.yaml 读作\(full)",
        "it was read as \(full), as aliases or decisions.yaml say"),
      Bilingual("如不是该单位，更正那里的写法", "correct it there if another unit is meant"))
  }

  /// Notes that no unit has a name, with those that look like it.
  mutating func noteUnmatched(
    _ name: String, _ column: String, in context: LedgerContext,
    check: ImportCheck = .unitUnmatched
  ) {
    let near = context.names.nearest(to: name).joined(separator: ", ")
    note(
      check, column, value: name,
      Bilingual(
        "\(context.districtName)没有（或不止一个）名为“\(name)”的乡镇街道",
        "no one unit of \(context.districtName) is called “\(name)”"),
      near.isEmpty
        ? Bilingual("填写正式全称", "write the full official name")
        : Bilingual("是否为 \(near)？填写全称", "is one of these meant: \(near)? write it in full"))
  }

  /// A code of nine digits, nil when empty or faulty; twelve digits that end in 000 are cut.
  mutating func unitCode(_ column: String) -> String? {
    guard var code = digits(column) else { return nil }
    let written = code
    if code.utf8.count == 12, code.hasSuffix("000") { code = String(code.prefix(9)) }
    guard code.utf8.count == 9, code.utf8.allSatisfy({ (48...57).contains($0) }) else {
      note(
        .unitCodeMalformed, column, value: written,
        Bilingual("乡镇街道代码应为九位数字", "a unit code has nine digits"),
        Bilingual("填写九位乡级代码", "write the nine digits of the township level"))
      return nil
    }
    return code
  }

  private mutating func disagrees(
    _ unit: UnitID, _ column: String, _ value: String, with found: (unit: UnitID, by: String)?,
    in context: LedgerContext
  ) -> Bool {
    guard let found, found.unit != unit else { return false }
    let other = context.names[found.unit]?.name ?? found.unit.rawValue
    let this = context.names[unit]?.name ?? unit.rawValue
    note(
      .unitAmbiguous, column, value: value,
      Bilingual(
        "\(column) 列指\(this)，而 \(found.by) 列指\(other)",
        "\(column) means \(this), but \(found.by) means \(other)"),
      Bilingual(
        "更正其中一个，或核对该列所用的代码体系",
        "correct one of them, or check which code system the column is in"))
    return true
  }

  /// Says where else the code is known: the same digits mean other places in other systems.
  private func hint(
    code: String, notIn system: CodeSystem, in context: LedgerContext
  ) -> Bilingual {
    let others = context.units.flatMap { unit in
      unit.codes.filter { $0.value == code && $0.key != system }
        .map { (unit: unit.name, system: $0.key.rawValue) }
    }
    if let first = others.min(by: { ($0.unit, $0.system) < ($1.unit, $1.system) }) {
      return Bilingual(
        "这是\(first.unit)的 \(first.system) 代码；列名应写明代码所属的体系",
        "it is \(first.unit)'s code in \(first.system); "
          + "name the column after the system the codes are in")
    }
    let near = context.units.compactMap { $0.codes[system] }.sorted()
      .filter { $0.dropLast(3) == code.dropLast(3) }
      .min { abs((Int($0) ?? 0) - (Int(code) ?? 0)) < abs((Int($1) ?? 0) - (Int(code) ?? 0)) }
    guard let near, let unit = context.names.find(code: near, in: system) else {
      return Bilingual("核对代码，或改用名称匹配", "check the code, or match by name")
    }
    let name = context.names[unit]?.name ?? ""
    return Bilingual("最接近的代码是 \(near), \(name)", "the nearest code is \(near), \(name)")
  }
}
