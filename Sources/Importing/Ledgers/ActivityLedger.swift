public import PlanningModel

/// Reads evidence that units ran activities.
///
/// Columns: `unit` (name, or code in the district's system), `activity`, `year`, `sessions`,
/// `served_people`, `evidence`, `provenance`, `source`, `note`.
public enum ActivityLedger {
  /// The columns of the ledger.
  public static let columns = ColumnRules(
    required: ["unit", "activity", "year"],
    optional: ["sessions", "served_people", "evidence", "provenance", "source", "note"],
    units: ["unit"], repeated: ["unit"])

  /// Reads the rows.
  public static func read(
    _ table: HeaderedTable, in context: LedgerContext
  ) -> Reading<ActivityRecord> {
    var reading = Reading<ActivityRecord>(table)
    var firsts = FirstRows()
    for row in table.rows {
      var reader = RowReader(row, of: table)
      let record = record(&reader, context)
      if let record {
        let key = "\(record.unit), \(record.activity), \(record.year), \(record.evidence ?? "")"
        firsts.check(&reader, .recordDuplicate, "activity", key)
      }
      reading.take(record, from: reader)
    }
    return reading
  }

  private static func record(
    _ reader: inout RowReader, _ context: LedgerContext
  ) -> ActivityRecord? {
    let year = reader.required("year").flatMap { _ in reader.year("year") }
    let start = year.flatMap { CivilDate(year: $0, month: 1, day: 1) }
    let unit = reader.required("unit").flatMap { _ in
      reader.unit("unit", in: context, on: start)
    }
    let activity = reader.required("activity")
    let (sessions, served) = (reader.count("sessions"), reader.count("served_people"))
    let provenance = reader.provenance("provenance", else: context.provenance)
    guard let unit, let activity, let year else { return nil }
    return ActivityRecord(
      unit: unit, activity: activity, year: year, sessions: sessions, servedPeople: served,
      evidence: reader.text("evidence"), provenance: provenance)
  }
}
