public import PlanningModel

/// Reads the units of a district.
///
/// Columns: `code_<system>` for each code system, `name`, `name_en`, `class`, `parent_code`,
/// `lon`, `lat`, `seat_provenance`, `population` or `population_<year>`,
/// `population_provenance`, `area_km2`, `source`, `note`.
public enum UnitLedger {
  /// The units and the year that their population is of.
  public struct Units: Sendable {
    /// The units, with places and faults.
    public var reading: Reading<AdministrativeUnit>
    /// The year in the population column's name, if it has one.
    public var populationYear: Int?
  }

  /// The columns of the ledger.
  public static func columns(_ system: CodeSystem) -> ColumnRules {
    ColumnRules(
      required: ["code_\(system.rawValue)", "name", "class"],
      optional: [
        "name_en", "parent_code", "lon", "lat", "seat_provenance", "population",
        "population_provenance", "area_km2", "source", "note",
      ],
      prefixes: ["code_", "population_"])
  }

  /// Reads the rows; units of the context are not looked at.
  public static func read(_ table: HeaderedTable, in context: LedgerContext) -> Units {
    var reading = Reading<AdministrativeUnit>(table)
    if let missing = PlaceColumns.missing(from: table) { reading.faults.append(missing) }
    let population = populationColumn(of: table)
    var firsts = FirstRows()
    for row in table.rows {
      var reader = RowReader(row, of: table)
      let unit = unit(&reader, table, context, population: population?.column)
      if let unit {
        for (system, code) in unit.codes.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
          firsts.check(
            &reader, .unitDuplicateCode, "code_\(system.rawValue)", code, scope: system.rawValue)
        }
        firsts.check(
          &reader, .unitDuplicateName, "name", unit.name, scope: "name in \(unit.parent)")
      }
      reading.take(unit, from: reader)
    }
    UnitParents.check(&reading, district: context.districtCode)
    if reading.values.isEmpty {
      reading.faults.append(
        ImportCheck.unitNone.fault(
          file: table.file, layer: table.layer,
          rule: Bilingual("台账中没有可用的乡镇街道", "the ledger holds no unit that can be used"),
          remedy: Bilingual(
            "本区县每个街道、镇、乡各填一行", "add a row for each 街道, 镇 and 乡 of the district")))
    }
    return Units(reading: reading, populationYear: population?.year)
  }

  private static func unit(
    _ reader: inout RowReader, _ table: HeaderedTable, _ context: LedgerContext,
    population: String?
  ) -> AdministrativeUnit? {
    var codes: [CodeSystem: String] = [:]
    for column in table.columns(prefixed: "code_") {
      if let code = reader.unitCode(column) {
        codes[CodeSystem(rawValue: String(column.dropFirst(5)))] = code
      }
    }
    let classes = [UnitClass.street, .town, .township, .ethnicTownship]
    let name = reader.required("name")
    let unitClass = reader.word("class", classes.map { ($0.rawValue, $0) })
    let parent = reader.text("parent_code") ?? context.districtCode
    let position = reader.position(context.coordinates)
    let people = population.flatMap { reader.count($0) }
    let area = reader.measure("area_km2")
    let seat = reader.provenance("seat_provenance", else: context.provenance)
    let counted = reader.provenance("population_provenance", else: context.provenance)
    let column = "code_\(context.codeSystem.rawValue)"
    guard let code = codes[context.codeSystem] else {
      if !reader.isRejected, table.columns.contains(column) {
        reader.note(
          .unitCodeMissing, column,
          Bilingual(
            "没有 \(context.codeSystem.rawValue) 代码",
            "the unit has no code in \(context.codeSystem.rawValue)"),
          Bilingual("填写代码；代码不得编造", "fill in the code; codes are never made up"))
      }
      return nil
    }
    guard let name, let unitClass else { return nil }
    if !code.hasPrefix(DistrictCode.prefix(of: context.districtCode)) {
      reader.note(
        .unitCodeOutside, column, value: code,
        Bilingual(
          "代码不以本区县代码 \(context.districtCode) 开头",
          "the code does not begin with the district's \(context.districtCode)"),
        Bilingual(
          "更正代码，或核对 yike.yaml 中的 district.code",
          "correct the code, or check district.code in yike.yaml"))
    }
    checkClass(unitClass, code, column, context.codeSystem, &reader)
    return AdministrativeUnit(
      id: UnitID(code), name: name, nameEnglish: reader.text("name_en"), unitClass: unitClass,
      parent: UnitID(parent), codes: codes, seat: position,
      seatProvenance: position == nil ? nil : seat, population: people,
      populationProvenance: people == nil ? nil : counted, areaSquareKilometres: area,
      source: reader.text("source"))
  }

  /// NBS writes the class into the seventh digit: 0 街道, 1 镇, 2 and 3 乡.
  private static func checkClass(
    _ unitClass: UnitClass, _ code: String, _ column: String, _ system: CodeSystem,
    _ reader: inout RowReader
  ) {
    guard system.rawValue.hasPrefix("nbs"), let digit = code.dropFirst(6).first else { return }
    let expected: [Character] =
      switch unitClass {
      case .street: ["0"]
      case .town: ["1"]
      default: ["2", "3"]
      }
    guard !expected.contains(digit) else { return }
    reader.note(
      .unitClassDigit, column, value: code,
      Bilingual(
        "代码第七位 \(digit) 与类别“\(unitClass.rawValue)”不符",
        "the seventh digit \(digit) does not belong to \(unitClass.rawValue)"),
      Bilingual(
        "核对类别和代码：0 为街道，1 为镇，2、3 为乡",
        "check the class and the code; 0 is 街道, 1 is 镇, 2 and 3 are 乡"))
  }

  /// `population`, or the latest of `population_<year>`.
  private static func populationColumn(
    of table: HeaderedTable
  ) -> (column: String, year: Int?)? {
    let dated = table.columns(prefixed: "population_").compactMap { column -> (String, Int)? in
      guard let year = Int(column.dropFirst("population_".count)), (1900...2200).contains(year)
      else { return nil }
      return (column, year)
    }
    if let latest = dated.max(by: { $0.1 < $1.1 }) { return (latest.0, latest.1) }
    return table.columns.contains("population") ? ("population", nil) : nil
  }
}
