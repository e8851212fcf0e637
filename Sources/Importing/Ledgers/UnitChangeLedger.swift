public import PlanningModel

/// Reads changes of units: splits, mergers, new names and codes, each with its day.
///
/// Columns: `date` (empty where no source tells), `change`, `from_system`, `from_code`,
/// `from_name`, `to_system`, `to_code`, `to_name` (both empty where a unit was abolished),
/// `provenance`, `source`, `note`. A split has a row for each part, a merger for each former unit.
public enum UnitChangeLedger {
  /// The columns of the ledger.
  public static let columns = ColumnRules(
    required: ["date", "from_system", "from_code", "to_system", "to_code"],
    optional: ["change", "from_name", "to_name", "provenance", "source", "note"])

  /// Reads the rows.
  ///
  /// - Parameters:
  ///   - provenance: how good rows are that do not say so.
  ///   - district: the units against which rows are looked at, with the day of the evaluation;
  ///     nil looks at none.
  public static func read(
    _ table: HeaderedTable, provenance: Provenance,
    checkedAgainst district: (units: [AdministrativeUnit], code: String, asOf: CivilDate)? = nil
  ) -> Reading<UnitChange> {
    var reading = Reading<UnitChange>(table)
    var firsts = FirstRows()
    for row in table.rows {
      var reader = RowReader(row, of: table)
      let change = change(&reader, provenance)
      if let change {
        firsts.check(
          &reader, .recordDuplicate, "from_code",
          "\(change.fromName ?? change.fromCode) → \(change.toName ?? change.toCode)",
          scope: "\(change.fromCode) \(change.toCode)")
        if let district { check(change, &reader, district) }
      }
      reading.take(change, from: reader)
    }
    return reading
  }

  private static func change(_ reader: inout RowReader, _ fallback: Provenance) -> UnitChange? {
    let date = reader.date("date")
    let from = side(&reader, "from")
    let to = side(&reader, "to")
    if from.code == nil, from.name == nil {
      reader.note(
        .cellMissing, "from_code",
        Bilingual("未写明原单位", "the former unit is not named"),
        Bilingual("填写原单位的代码和体系，或其名称", "give its code and system, or its name"))
      return nil
    }
    return UnitChange(
      date: date, change: reader.text("change"), fromSystem: from.system,
      fromCode: from.code ?? "", fromName: from.name, toSystem: to.system, toCode: to.code ?? "",
      toName: to.name, note: reader.text("note"),
      provenance: reader.provenance("provenance", else: fallback))
  }

  /// A code must say its system, and a system be that of a code.
  private static func side(
    _ reader: inout RowReader, _ side: String
  ) -> (system: CodeSystem, code: String?, name: String?) {
    let code = reader.digits("\(side)_code")
    let name = reader.text("\(side)_name")
    let system = reader.text("\(side)_system")
    if (code == nil) != (system == nil), code != nil || name == nil {
      reader.note(
        .cellMissing, code == nil ? "\(side)_code" : "\(side)_system",
        Bilingual("代码与代码体系须一并填写", "a code and its system belong together"),
        Bilingual("填写该单元格，例如体系 nbs2023", "fill the cell in, a system for example as nbs2023"))
    }
    return (CodeSystem(rawValue: system ?? ""), code, name)
  }

  /// A list that disagrees with the units is worth a look: one of them is of another day.
  private static func check(
    _ change: UnitChange, _ reader: inout RowReader,
    _ district: (units: [AdministrativeUnit], code: String, asOf: CivilDate)
  ) {
    guard let date = change.date, date <= district.asOf else { return }
    func stands(_ system: CodeSystem, _ code: String) -> Bool {
      district.units.contains { $0.codes[system] == code }
    }
    if !change.fromCode.isEmpty, change.fromCode != change.toCode,
      stands(change.fromSystem, change.fromCode), change.change != "part"
    {
      reader.note(
        .unitChangeFormerListed, "from_code", value: change.fromCode,
        Bilingual(
          "\(change.fromName ?? change.fromCode)已于\(date)变更，但单位台账仍有它",
          "\(change.fromName ?? change.fromCode) changed on \(date), but is still in the ledger of units"
        ),
        Bilingual(
          "更新单位台账；如只划出一部分，change 写 part",
          "bring the ledger of units up to date; where only a part left, write part as the change"))
    }
  }
}
