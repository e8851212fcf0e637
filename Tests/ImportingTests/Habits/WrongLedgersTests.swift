import Importing
import PlanningModel
import Testing

/// What the rules for messy ledgers must not take.
@Suite struct WrongLedgersTests {
  private func read(_ rows: [[String]]) throws -> Reading<DemandPoint> {
    let context = try LedgerFixture.context()
    return VillageLedger.read(
      HeaderedTable(
        try TableFile.choose(try LedgerForms.gbk(rows), file: "t").table,
        rules: VillageLedger.columns(context.cohorts)), in: context)
  }

  static let head = MessyLedgersTests.villageColumns
  static func row(_ total: String, township: String = "白马镇", name: String = "甲村") -> [String] {
    [name, "村", township, "107.5", "29.4", total, "1"]
  }

  private func blocking(_ rows: [[String]]) throws -> [String] {
    try read(rows).faults.filter { $0.severity == .blocking }.map(brief)
  }

  @Test func aTotalThatTheRowsDoNotReach() throws {
    let total = ["合计", "", "", "", "", "11", "1"]
    #expect(try blocking([Self.head, Self.row("10"), total]) == ["3 total table.totals_differ"])
    #expect(try blocking([Self.head, Self.row("11"), total]).isEmpty)
    // What is unknown may be in the total, but never makes the rows more than it.
    let open = [
      Self.head, Self.row("10"), Self.row("", name: "乙村"), ["合计", "", "", "", "", "11", ""],
    ]
    #expect(try blocking(open).isEmpty)
    let over = [
      Self.head, Self.row("12"), Self.row("", name: "乙村"), ["合计", "", "", "", "", "11", ""],
    ]
    #expect(try blocking(over) == ["4 total table.totals_differ"])
  }

  @Test func namesAndFiguresAreNeverFilledDown() throws {
    let rows = [Self.head, Self.row("10"), Self.row("20", name: "")]
    #expect(try blocking(rows) == ["3 name cell.missing"])
    #expect(
      try read([Self.head, Self.row("10"), Self.row("", name: "乙村")]).values[1].people["total"]
        == nil)
  }

  @Test func aTotalEndsAGroup() throws {
    let rows = [
      Self.head, Self.row("10"), ["小计", "", "", "", "", "10", ""],
      Self.row("20", township: "", name: "乙村"),
    ]
    #expect(try blocking(rows) == ["4 township cell.missing"])
    #expect(try blocking([Self.head, Self.row("10", township: "")]) == ["2 township cell.missing"])
  }

  @Test func aWordForNothingIsNotZeroAndNotAName() throws {
    let reading = try read([Self.head, Self.row("无")])
    #expect(reading.values.first?.people["total"] == nil)
    #expect(reading.faults.map(brief) == ["2 total cell.empty_word"])
    #expect(try blocking([Self.head, Self.row("10", name: "无")]) == ["2 name cell.missing"])
  }

  @Test(arguments: ["1,23", "1,2345", ",123", "12 345", "1,234,5", "约100", "100人", "1.234,5"])
  func figuresThatAreNone(text: String) throws {
    #expect(try blocking([Self.head, Self.row(text)]) == ["2 total cell.not_number"])
  }

  @Test func unitsThatAreNotOurs() throws {
    var head = Self.head
    head[5] = "total（万人）"
    #expect(try blocking([head, Self.row("10")]) == ["1 total column.other_unit"])
    head[5] = "total（人）"
    #expect(try blocking([head, Self.row("10")]).isEmpty)
  }

  @Test func villagesCalledLikeMarksAreVillages() throws {
    let rows = [
      Self.head, Self.row("1", name: "合计村"), Self.row("2", name: "注溪村"),
      Self.row("3", name: "说明坝村"),
    ]
    #expect(try read(rows).values.map(\.name) == ["合计村", "注溪村", "说明坝村"])
    #expect(try read(rows).faults.isEmpty)
  }
}
