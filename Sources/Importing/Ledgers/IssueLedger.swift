public import PlanningModel

/// Reads issues by number.
///
/// It takes no words about what was found; they would be about people.
///
/// Columns: `target` (the entry's id), `id`, `unit`, `found`, `due`, `closed` (empty while open),
/// `evidence`, `provenance`, `source`, `note`.
public enum IssueLedger {
  /// The columns of the ledger.
  public static let columns = ColumnRules(
    required: ["target", "id", "found", "closed"],
    optional: ["unit", "due", "evidence", "provenance", "source", "note"], units: ["unit"])

  /// Reads the rows.
  public static func read(
    _ table: HeaderedTable, in context: LedgerContext
  ) -> Reading<IssueRecord> {
    var reading = Reading<IssueRecord>(table)
    var firsts = FirstRows()
    for row in table.rows {
      var reader = RowReader(row, of: table)
      let record = record(&reader, context)
      if let record {
        firsts.check(&reader, .recordDuplicate, "id", record.id, scope: record.target)
      }
      reading.take(record, from: reader)
    }
    return reading
  }

  private static func record(
    _ reader: inout RowReader, _ context: LedgerContext
  ) -> IssueRecord? {
    let (target, id) = (reader.required("target"), reader.required("id"))
    let found = reader.required("found").flatMap { _ in reader.date("found") }
    let unit = reader.unit("unit", in: context, on: found)
    let (due, closed) = (reader.date("due"), reader.date("closed"))
    let provenance = reader.provenance("provenance", else: context.provenance)
    if let found, let closed, closed < found {
      reader.note(
        .recordClosedEarly, "closed", value: closed.description,
        Bilingual("销号早于发现（\(found)）", "it was closed before it was found on \(found)"),
        Bilingual("更正其中一个日期", "correct one of the two dates"))
    }
    guard let target, let id, let found else { return nil }
    return IssueRecord(
      target: target, id: id, unit: unit, found: found, due: due, closed: closed,
      evidence: reader.text("evidence"), provenance: provenance)
  }
}
