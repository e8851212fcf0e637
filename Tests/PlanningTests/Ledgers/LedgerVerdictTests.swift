import Foundation
import PlanningModel
import Targets
import TestSupport
import Testing

@testable import Planning

/// Six messy ledgers from the file to the verdict, as XLSX and as GBK CSV, through the session that
/// the command line uses: an edit changes the verdict as it should; a wrong one is refused with
/// its place, and the store, from which all verdicts come, stays.
@Suite struct LedgerVerdictTests {
  struct Journey: Sendable, CustomTestStringConvertible {
    var ledger: MessyLedger
    var role: String
    var target: String
    var status: VerdictStatus
    var achieved: Int?
    /// Cells that the planner changes, and what comes of it.
    var edit: [(sheet: Int, old: String, new: String)]
    var edited: VerdictStatus
    var editedAchieved: Int?
    /// A cell that is wrong, the row and column as `check` names them, and the check.
    var wrong: (sheet: Int, old: String, new: String)
    var place: (row: Int, column: String, check: String)
    var testDescription: String { ledger.name }
  }

  static let journeys: [Journey] = [
    // 乙村 is 未统计: unknown, not 0. When it is counted, 200 of 360 are near: 55.5 %.
    Journey(
      ledger: .people, role: "villages", target: "near", status: .unknown, achieved: 200,
      edit: [(0, "未统计", "100"), (0, "200", "300"), (0, "260", "360")], edited: .missed,
      editedAchieved: 200, wrong: (0, "2734", "2743"), place: (8, "total", "table.totals_differ")),
    Journey(
      ledger: .total, role: "villages", target: "near", status: .unknown, achieved: 200,
      edit: [(0, "——", "20"), (0, "260", "280")], edited: .met, editedAchieved: 200,
      wrong: (0, "白马镇", "白马"), place: (3, "township", "unit.unmatched")),
    Journey(
      ledger: .dates, role: "submissions", target: "T1", status: .missed, achieved: 2,
      edit: [(0, "无", "2024年6月10日")], edited: .met, editedAchieved: 3,
      wrong: (0, "2024年6月8日", "2024年6月"), place: (3, "received", "cell.not_date")),
    Journey(
      ledger: .facilities, role: "facilities", target: "canteens", status: .missed, achieved: 2,
      edit: [(0, "在建", "运营"), (0, "无", "2024.11.1")], edited: .met, editedAchieved: 3,
      wrong: (0, "2023.6.1", "2023.6.31"), place: (3, "opened", "cell.not_date")),
    Journey(
      ledger: .progress, role: "progress", target: "homes", status: .met, achieved: 2000,
      edit: [(0, "2000", "1999")], edited: .missed, editedAchieved: 1999,
      wrong: (0, "1,076", "1,07"), place: (5, "value", "cell.not_number")),
    // The second sheet of a township: 200 of 200 + 100 + 60 were near, then of 200 + 10 + 60.
    Journey(
      ledger: .townships, role: "villages", target: "near", status: .unknown, achieved: 200,
      edit: [(1, "", "10")], edited: .met, editedAchieved: 200,
      wrong: (2, "丙社区", ""), place: (2, "name", "cell.missing")),
  ]

  private func verdict(
    _ district: LedgerDistrict, _ target: String
  ) throws -> Verdict {
    let session = try WorkspaceSession(folder: district.folder) { _ in }
    let results = try session.evaluate(EvaluationRequest(threads: 1)).results
    return try #require(results.verdicts.first { $0.id == target })
  }

  /// The forms in which a ledger can be saved: a text file has one sheet.
  private func save(
    _ ledger: MessyLedger, _ sheets: [LedgerSheet], asText: Bool, _ role: String,
    in district: LedgerDistrict
  ) throws {
    let file = asText ? "台账.csv" : "台账.xlsx"
    try district.write(
      asText ? try sheets[0].gbk() : LedgerSheet.workbook(sheets), to: "geodata/\(file)")
    try district.setLedger(role: role, (file, ledger, asText))
  }

  @Test(arguments: journeys) func fromTheFileToTheVerdict(journey: Journey) throws {
    let forms = journey.ledger.sheets.count == 1 ? [true, false] : [false]
    for asText in forms {
      let district = try LedgerDistrict()
      let messy = journey.ledger.sheets
      try save(journey.ledger, messy, asText: asText, journey.role, in: district)
      let before = try verdict(district, journey.target)
      #expect(before.status == journey.status, "\(before)")
      #expect(before.achieved == journey.achieved, "\(before)")

      var edited = messy
      for (sheet, old, new) in journey.edit {
        edited[sheet] = edited[sheet].replacing(old, with: new)
      }
      try save(journey.ledger, edited, asText: asText, journey.role, in: district)
      let after = try verdict(district, journey.target)
      #expect(after.status == journey.edited, "\(after)")
      #expect(after.achieved == journey.editedAchieved, "\(after)")

      let store = try #require(district.store)
      var wrong = edited
      let cell = journey.wrong
      wrong[cell.sheet] = wrong[cell.sheet].replacing(cell.old, with: cell.new)
      try save(journey.ledger, wrong, asText: asText, journey.role, in: district)
      let error = try #require(
        #expect(throws: WorkError.self) { try verdict(district, journey.target) })
      let fault = try #require(
        error.faults.first { $0.check == journey.place.check }, "\(error.faults)")
      #expect(fault.file == (asText ? "geodata/台账.csv" : "geodata/台账.xlsx"))
      #expect(fault.layer == (asText ? nil : messy[cell.sheet].name))
      #expect(fault.row == journey.place.row && fault.column == journey.place.column)
      #expect(!fault.remedy(in: .zh).isEmpty && !fault.remedy(in: .en).isEmpty)
      #expect(district.store == store)

      // The ledger as it was before gives the verdict that it gave.
      try save(journey.ledger, edited, asText: asText, journey.role, in: district)
      #expect(try verdict(district, journey.target).status == journey.edited)
    }
  }
}
