public import PlanningModel

/// Reads states reached, with the papers that prove them.
///
/// Columns: `target` (the entry's id), `unit`, `row` and `quarter` of a table of tasks, `state`
/// (empty for done), `date`, `evidence`, `provenance`, `source`, `note`.
public enum MilestoneLedger {
  /// The columns of the ledger.
  public static let columns = ColumnRules(
    required: ["target", "date"],
    optional: [
      "unit", "row", "quarter", "state", "evidence", "provenance", "source", "note",
    ], units: ["unit"])

  /// Reads the rows.
  public static func read(
    _ table: HeaderedTable, in context: LedgerContext
  ) -> Reading<MilestoneRecord> {
    var reading = Reading<MilestoneRecord>(table)
    var firsts = FirstRows()
    for row in table.rows {
      var reader = RowReader(row, of: table)
      let record = record(&reader, context)
      if let record {
        let place = [
          record.unit?.rawValue, record.row, record.quarter.map(String.init), record.state,
        ].map { $0 ?? "" }.joined(separator: ", ")
        firsts.check(
          &reader, .recordDuplicate, "target", "\(record.target), \(place), \(record.date)")
      }
      reading.take(record, from: reader)
    }
    return reading
  }

  private static func record(
    _ reader: inout RowReader, _ context: LedgerContext
  ) -> MilestoneRecord? {
    let target = reader.required("target")
    let date = reader.required("date").flatMap { _ in reader.date("date") }
    let unit = reader.unit("unit", in: context, on: date)
    let quarter = reader.count("quarter")
    let provenance = reader.provenance("provenance", else: context.provenance)
    if let quarter, !(1...4).contains(quarter) {
      reader.note(
        .recordQuarter, "quarter", value: String(quarter),
        Bilingual("季度为1至4", "a quarter is 1 to 4"), Bilingual("改写为1至4", "write 1 to 4"))
    }
    guard let target, let date else { return nil }
    return MilestoneRecord(
      target: target, unit: unit, row: reader.text("row"), quarter: quarter,
      state: reader.text("state"), date: date, evidence: reader.text("evidence"),
      provenance: provenance)
  }
}
