import Foundation
import TestSupport
import Testing

/// A ledger that a planner edits changes the verdict; a wrong one is refused, and the verdicts
/// before it stay.
@Suite struct EditedLedgerTests {
  private func targets(_ run: YikeProcess) throws -> [String: [String: Any]] {
    #expect(run.exitCode == 0, "\(run.stderr)")
    let list = try #require(try run.json()["targets"] as? [[String: Any]])
    return Dictionary(
      uniqueKeysWithValues: list.compactMap { entry in
        (entry["id"] as? String).map { ($0, entry) }
      })
  }

  private func status(_ id: String, _ run: YikeProcess) throws -> String? {
    try targets(run)[id]?["status"] as? String
  }

  private static let header = "target,unit,row,quarter,state,date,evidence\n"

  @Test func milestonesOfWulong() throws {
    let copy = try WorkspaceCopy()
    try copy.replace(
      "\nsources:\n",
      with: "\nsources:\n  - role: milestones\n    file: geodata/milestones.csv\n"
        + "    provenance: official\n",
      in: "yike.yaml")
    let file = "geodata/milestones.csv"
    try copy.write(Self.header, to: file)
    let ids = ["WL24-35", "WL24-36", "WL24-43", "WL24-47b"]
    let before = try targets(try copy.run("targets", "--format", "json"))
    for id in ids { #expect(before[id]?["status"] as? String == "unknown", "\(id)") }

    let proved = """
      WL24-35,,,,公布,2024-11-20,渝民发1号
      WL24-36,,,,完成,2024年10月8日,联检纪要
      WL24-43,,,,实施,2024/12/1,市政府批复
      WL24-47b,,,,印发,2024.12.30,武隆民政发9号

      """
    try copy.write(Self.header + proved, to: file)
    let after = try targets(try copy.run("targets", "--format", "json"))
    for id in ids { #expect(after[id]?["status"] as? String == "met", "\(id)") }

    // An earlier state is not the one that the document asks for.
    try copy.write(Self.header + proved.replacing("印发", with: "征求意见"), to: file)
    let partly = try targets(try copy.run("targets", "--format", "json"))
    #expect(partly["WL24-47b"]?["status"] as? String != "met")
    #expect(partly["WL24-43"]?["status"] as? String == "met")

    // A wrong day: refused with its place; the store stays.
    let store = try copy.data("geodata/500156.gpkg")
    try copy.write(Self.header + proved.replacing("2024.12.30", with: "2024.12.32"), to: file)
    let refused = try copy.run("targets", "--format", "json")
    #expect(refused.exitCode == 1, "\(refused.stderr)")
    for part in [file, "5", "date", "2024.12.32", "cell.not_date"] {
      #expect((refused.stderr + refused.output).contains(part), "\(part)")
    }
    #expect(try copy.data("geodata/500156.gpkg") == store)
  }

  @Test func receiptsAndIssuesOfTongliang() throws {
    let copy = try ExampleWorkspaceTests.Copy("500151-tongliang")
    let folder = copy.folder.appending(path: "geodata")
    func write(_ text: String, _ name: String) throws {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    let units = try String(contentsOf: folder.appending(path: "units.csv"), encoding: .utf8)
      .split(separator: "\n").dropFirst().compactMap { $0.split(separator: ",").first }
    #expect(units.count == 28)
    let head = "target,series,unit,office,due,received,evidence\n"
    func receipts(outstanding: Int) -> String {
      let dates = ["2023-06-10", "2023-09-10", "2023-12-10"]
      return head
        + units.enumerated().map { index, unit in
          dates.map { "TL23-5c1,,\(unit),,\($0),\(index < outstanding ? "" : $0),收文\n" }
            .joined()
        }.joined()
    }
    let before = try targets(try copy.run("targets", "--format", "json"))
    try write(receipts(outstanding: 0), "submissions.csv")
    let all = try targets(try copy.run("targets", "--format", "json"))
    try write(receipts(outstanding: 1), "submissions.csv")
    let lacking = try targets(try copy.run("targets", "--format", "json"))
    #expect(before["TL23-5c1"]?["status"] as? String == "unknown")
    #expect(all["TL23-5c1"]?["status"] as? String == "met")
    #expect(lacking["TL23-5c1"]?["status"] as? String != "met")

    let issues = "target,id,unit,found,due,closed\nTL23-5a,1,,2023-05-01,2023-06-01,2023-05-20\n"
    try write(issues, "issues.csv")
    let closed = try status("TL23-5a", try copy.run("targets", "--format", "json"))
    try write(issues + "TL23-5a,2,,2023-05-02,2023-06-01,\n", "issues.csv")
    let open = try status("TL23-5a", try copy.run("targets", "--format", "json"))
    #expect(closed != open, "\(closed ?? "") \(open ?? "")")
    #expect(open != "met")
  }

  /// Two header rows, remarks, 无, the planner's own column names, GBK: the same verdicts, and every
  /// rule that was applied is listed.
  @Test func aMessyLedgerInGBK() throws {
    let copy = try WorkspaceCopy()
    let source = """

      sources:
        - role: milestones
          file: geodata/进展台账.csv
          provenance: official
          columns: {条目: target, 进展/阶段: state, 进展/日期: date, 镇街: unit, 依据: evidence}

      """
    try copy.replace("\nsources:\n", with: source, in: "yike.yaml")
    let file = "geodata/进展台账.csv"
    let ledger = """
      武隆区重点工作进展台账,,,,
      条目,进展,,镇街,依据
      ,阶段,日期,,
      WL24-35,公布,2024.11.20,无,渝民发1号
      WL24-43,实施,２０２４年12月1日,—,略
      WL24-47b,印发,45656,,武隆民政发9号
      填表人：某某,,,审核人：某某,

      """
    try copy.write(try GBKText.bytes(ledger), to: file)
    let read = try targets(try copy.run("targets", "--format", "json"))
    for id in ["WL24-35", "WL24-43", "WL24-47b"] {
      #expect(read[id]?["status"] as? String == "met", "\(id)")
    }
    let check = try copy.run("check", "--format", "csv")
    for rule in [
      "table.title_rows", "table.header_rows", "table.notes", "cell.empty_word",
      "cell.date_spelling", "cell.date_serial",
    ] { #expect(check.output.contains(rule), "\(rule)") }
    #expect(!check.output.contains("某某"))

    let store = try copy.data("geodata/500156.gpkg")
    try copy.write(try GBKText.bytes(ledger.replacing("45656", with: "2024年12月")), to: file)
    let refused = try copy.run("targets", "--format", "json")
    #expect(refused.exitCode == 1)
    for part in [file, "6", "date", "2024年12月", "cell.not_date"] {
      #expect((refused.stderr + refused.output).contains(part), "\(part)")
    }
    #expect(try copy.data("geodata/500156.gpkg") == store)
  }

  /// A workbook with a sheet for each township, as Excel saves it, through the command line.
  @Test func aWorkbookOfTownships() throws {
    let district = try LedgerDistrict()
    let ledger = MessyLedger.townships
    let file = "geodata/分乡镇台账.xlsx"
    try district.setLedger(role: "villages", ("分乡镇台账.xlsx", ledger, false))
    func near(_ sheets: [LedgerSheet]) throws -> [String: Any]? {
      try district.write(LedgerSheet.workbook(sheets), to: file)
      return try targets(
        try YikeProcess.run(["targets", "--format", "json"], in: district.folder))["near"]
    }
    let before = try near(ledger.sheets)
    #expect(before?["status"] as? String == "unknown")
    #expect(before?["achieved"] as? Int == 200)
    var edited = ledger.sheets
    edited[1] = edited[1].replacing("", with: "10")
    let after = try near(edited)
    #expect(after?["status"] as? String == "met")
    #expect(after?["universe"] as? Int == 270)
    let check = try YikeProcess.run(["check", "--format", "csv"], in: district.folder).output
    for rule in ledger.applied { #expect(check.contains(rule), "\(rule)") }

    let store = district.store
    try district.write(
      LedgerSheet.workbook([edited[0], edited[1], edited[2].replacing("107.7", with: "1077")]),
      to: file)
    let refused = try YikeProcess.run(["targets"], in: district.folder)
    #expect(refused.exitCode == 1)
    for part in ["\(file)[凤山街道]:2", "lon", "1077"] {
      #expect(refused.stderr.contains(part), "\(part): \(refused.stderr)")
    }
    #expect(district.store == store)
  }
}
