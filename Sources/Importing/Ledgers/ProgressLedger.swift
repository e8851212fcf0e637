public import PlanningModel

/// Reads counted figures of progress.
///
/// Columns: `indicator`, `value`, `as_of`, `unit` (empty, or the district, for all of it),
/// `evidence`, `provenance`, `source`, `note`.
public enum ProgressLedger {
  /// The columns of the ledger.
  public static let columns = ColumnRules(
    required: ["indicator", "value", "as_of"],
    optional: ["unit", "evidence", "provenance", "source", "note"], units: ["unit"])

  /// Reads the rows.
  public static func read(
    _ table: HeaderedTable, in context: LedgerContext
  ) -> Reading<LedgerEntry> {
    var reading = Reading<LedgerEntry>(table)
    var firsts = FirstRows()
    for row in table.rows {
      var reader = RowReader(row, of: table)
      let entry = entry(&reader, context)
      if let entry {
        let key = "\(entry.indicator), \(entry.asOf), \(entry.unit?.rawValue ?? "")"
        firsts.check(&reader, .recordDuplicate, "indicator", key)
      }
      reading.take(entry, from: reader)
    }
    return reading
  }

  private static func entry(_ reader: inout RowReader, _ context: LedgerContext) -> LedgerEntry? {
    let indicator = reader.required("indicator")
    let value = reader.required("value").flatMap { _ in reader.count("value") }
    let asOf = reader.required("as_of").flatMap { _ in reader.date("as_of") }
    let district = [context.districtName, context.districtCode]
    let isDistrict =
      reader.text("unit").map {
        district.contains($0) || context.succession.isFormerDistrict($0)
      } ?? true
    let unit = isDistrict ? nil : reader.unit("unit", in: context, on: asOf)
    let provenance = reader.provenance("provenance", else: context.provenance)
    guard let indicator, let value, let asOf else { return nil }
    return LedgerEntry(
      indicator: indicator, value: value, asOf: asOf, unit: unit,
      evidence: reader.text("evidence"), provenance: provenance)
  }
}
