public import PlanningModel

/// Reads reports received, or known to be outstanding.
///
/// Columns: `target` (the entry's id), `series`, `unit` or `office`, `due`, `received` (empty
/// while outstanding), `evidence`, `provenance`, `source`, `note`.
public enum SubmissionLedger {
  /// The columns of the ledger.
  public static let columns = ColumnRules(
    required: ["target", "due", "received"],
    optional: ["series", "unit", "office", "evidence", "provenance", "source", "note"],
    units: ["unit"])

  /// Reads the rows.
  public static func read(
    _ table: HeaderedTable, in context: LedgerContext
  ) -> Reading<SubmissionRecord> {
    var reading = Reading<SubmissionRecord>(table)
    var firsts = FirstRows()
    for row in table.rows {
      var reader = RowReader(row, of: table)
      let record = record(&reader, context)
      if let record {
        let sender = record.unit?.rawValue ?? record.office ?? ""
        let key = "\(record.target), \(record.series ?? ""), \(sender), \(record.due)"
        firsts.check(&reader, .recordDuplicate, "target", key)
      }
      reading.take(record, from: reader)
    }
    return reading
  }

  private static func record(
    _ reader: inout RowReader, _ context: LedgerContext
  ) -> SubmissionRecord? {
    let target = reader.required("target")
    let (series, office) = (reader.text("series"), reader.text("office"))
    let due = reader.required("due").flatMap { _ in reader.date("due") }
    let unit = reader.unit("unit", in: context, on: due)
    let received = reader.date("received")
    let provenance = reader.provenance("provenance", else: context.provenance)
    if !reader.isRejected, (unit == nil) == (office == nil) {
      reader.note(
        .recordSender, "unit", value: office,
        Bilingual("报送单位应为一个镇街或一个部门", "a report comes from one unit or one office"),
        Bilingual("unit 和 office 填其中一个", "fill in one of unit and office"))
    }
    guard let target, let due else { return nil }
    return SubmissionRecord(
      target: target, series: series, unit: unit, office: office, due: due, received: received,
      evidence: reader.text("evidence"), provenance: provenance)
  }
}
