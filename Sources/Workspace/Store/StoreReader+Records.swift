import PlanningModel

extension StoreReader {
  func readSubmissions() throws -> [SubmissionRecord] {
    try rows(
      "submission",
      """
      SELECT target, series, unit, office, due, received, evidence, provenance
      FROM submission ORDER BY fid
      """
    ) { row in
      SubmissionRecord(
        target: try row.text(0), series: try row.optionalText(1),
        unit: try row.optionalText(2).map { UnitID($0) }, office: try row.optionalText(3),
        due: try date(row, 4), received: try row.optionalDate(5),
        evidence: try row.optionalText(6), provenance: try row.choice(7))
    }
  }

  func readMilestones() throws -> [MilestoneRecord] {
    try rows(
      "milestone",
      """
      SELECT target, unit, row_label, quarter, state, date, evidence, provenance
      FROM milestone ORDER BY fid
      """
    ) { row in
      MilestoneRecord(
        target: try row.text(0), unit: try row.optionalText(1).map { UnitID($0) },
        row: try row.optionalText(2), quarter: try row.optionalInteger(3),
        state: try row.optionalText(4), date: try date(row, 5),
        evidence: try row.optionalText(6), provenance: try row.choice(7))
    }
  }

  func readIssues() throws -> [IssueRecord] {
    try rows(
      "issue",
      "SELECT target, id, unit, found, due, closed, evidence, provenance FROM issue ORDER BY fid"
    ) { row in
      IssueRecord(
        target: try row.text(0), id: try row.text(1),
        unit: try row.optionalText(2).map { UnitID($0) }, found: try date(row, 3),
        due: try row.optionalDate(4), closed: try row.optionalDate(5),
        evidence: try row.optionalText(6), provenance: try row.choice(7))
    }
  }

  func readUnitChanges() throws -> [UnitChange] {
    try rows(
      "unit_change",
      """
      SELECT date, change, from_system, from_code, from_name, to_system, to_code, to_name, note,
        provenance
      FROM unit_change ORDER BY fid
      """
    ) { row in
      UnitChange(
        date: try row.optionalDate(0), change: try row.optionalText(1),
        fromSystem: CodeSystem(rawValue: try row.text(2)), fromCode: try row.text(3),
        fromName: try row.optionalText(4), toSystem: CodeSystem(rawValue: try row.text(5)),
        toCode: try row.text(6), toName: try row.optionalText(7), note: try row.optionalText(8),
        provenance: try row.choice(9))
    }
  }

  private func date(_ row: StoreRow, _ index: Int) throws -> CivilDate {
    guard let date = try row.optionalDate(index) else {
      throw row.damage(index, Bilingual("缺少日期", "a date is missing"))
    }
    return date
  }
}
