import Foundation
import Testing

/// The calendar of 铜梁 2023 as the command line shows it: 28 units, three days, seven tasks.
@Suite struct ReceiptsTests {
  private let copy: ExampleWorkspaceTests.Copy

  /// All units report on the day, but 巴川街道 in June eight days late and 东城街道 never in June.
  init() throws {
    copy = try ExampleWorkspaceTests.Copy("500151-tongliang")
    let units = try text("geodata/units.csv").split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", maxSplits: 1)[0]
    }
    var ledger = "target,series,unit,office,due,received,evidence,provenance,source,note\n"
    for due in ["2023-06-10", "2023-09-10", "2023-12-10"] {
      for unit in units {
        var received = due
        if due == "2023-06-10", unit == "500151001" { received = "2023-06-18" }
        if due == "2023-06-10", unit == "500151002" { received = "" }
        ledger += "TL23-5c1,,\(unit),,\(due),\(received),,official,test,\n"
      }
    }
    try Data(ledger.utf8).write(to: copy.folder.appending(path: "geodata/submissions.csv"))
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOf: copy.folder.appending(path: path), encoding: .utf8)
  }

  private func receipts(asOf: String) throws -> [String: Any] {
    let run = try copy.run("targets", "--format", "json", "--as-of", asOf)
    let targets = try #require(
      try run.json()["targets"] as? [[String: Any]], "\(run.stderr)")
    let target = try #require(targets.first { $0["id"] as? String == "TL23-5c1" })
    return try #require(target["detail"] as? [String: Any])
  }

  @Test func theMatrixHasARowAUnitAndAColumnADay() throws {
    let detail = try receipts(asOf: "2023-10-01")
    #expect(detail["kind"] as? String == "receipts")
    let columns = try #require(detail["columns"] as? [[String: Any]])
    #expect(
      columns.map { $0["due"] as? String } == ["2023-06-10", "2023-09-10", "2023-12-10"])
    let rows = try #require(detail["rows"] as? [[String: Any]])
    #expect(rows.count == 28)
    var states: [String: Int] = [:]
    for row in rows {
      let receipts = try #require(row["receipts"] as? [[String: Any]])
      #expect(receipts.count == 3)
      for receipt in receipts { states[try #require(receipt["state"] as? String), default: 0] += 1 }
    }
    #expect(states == ["received": 54, "late": 1, "overdue": 1, "pending": 28])
  }

  @Test(arguments: [
    ("2023-06-09", 0, 0), ("2023-06-10", 2, 0), ("2023-06-17", 2, 7), ("2023-06-18", 1, 8),
    ("2023-12-31", 1, 204),
  ])
  func theOverdueListIsThatOfTheDay(asOf: String, count: Int, days: Int) throws {
    let overdue = try #require(try receipts(asOf: asOf)["overdue"] as? [[String: Any]])
    #expect(overdue.count == count)
    for entry in overdue {
      #expect(entry["due"] as? String == "2023-06-10")
      #expect(entry["days"] as? Int == days)
    }
  }

  @Test func theTableShowsTheMatrixAndTheSourceThatBreaksOff() throws {
    let output = try copy.run("targets", "--as-of", "2023-10-01").output
    let matrix = try #require(output.range(of: "应报84份，已收55份"))
    let below = output[matrix.upperBound...].split(separator: "\n", maxSplits: 32)
    #expect(below[0].contains("2023-06-10") == false)
    #expect(below.prefix(4).contains { $0.contains("迟报 2023-06-18（8天）") })
    #expect(below.prefix(5).contains { $0.contains("东城街道") && $0.contains("逾期113天") })
    #expect(output.contains("TL23-5c1：截至2023-10-01逾期未报1份"))
    #expect(output.contains("7项任务") && output.contains("来源文件不完整"))
    #expect(output.contains("（来源文件缺失）"))
    let english = try copy.run("targets", "--as-of", "2023-10-01", "--language", "en").output
    #expect(english.contains("55 of 84 received by 2023-10-01"))
    #expect(english.contains("(lost in the source)"))
  }
}
