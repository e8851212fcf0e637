import PlanningModel

extension StoreWriter {
  /// Writes submissions, milestones and issues.
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
  }
}
