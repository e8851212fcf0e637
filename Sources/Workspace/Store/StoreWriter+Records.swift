import PlanningModel

extension StoreWriter {
  /// Writes submissions, milestones, issues and changes of units.
  func writeTasks(_ contents: StoreContents) throws {
    try insert(
      "submission",
      ["target", "series", "unit", "office", "due", "received", "evidence", "provenance"],
      contents.submissions.map {
        [
          $0.target, $0.series, $0.unit?.rawValue, $0.office, $0.due.description,
          $0.received?.description, $0.evidence, $0.provenance.rawValue,
        ]
      })
    try insert(
      "milestone",
      ["target", "unit", "row_label", "quarter", "state", "date", "evidence", "provenance"],
      contents.milestones.map {
        [
          $0.target, $0.unit?.rawValue, $0.row, $0.quarter, $0.state, $0.date.description,
          $0.evidence, $0.provenance.rawValue,
        ]
      })
    try insert(
      "issue", ["target", "id", "unit", "found", "due", "closed", "evidence", "provenance"],
      contents.issues.map {
        [
          $0.target, $0.id, $0.unit?.rawValue, $0.found.description, $0.due?.description,
          $0.closed?.description, $0.evidence, $0.provenance.rawValue,
        ]
      })
    try insert(
      "unit_change",
      [
        "date", "change", "from_system", "from_code", "from_name", "to_system", "to_code",
        "to_name", "note", "provenance",
      ],
      contents.unitChanges.map {
        [
          $0.date?.description, $0.change, $0.fromSystem.rawValue, $0.fromCode, $0.fromName,
          $0.toSystem.rawValue, $0.toCode, $0.toName, $0.note, $0.provenance.rawValue,
        ]
      })
  }
}
