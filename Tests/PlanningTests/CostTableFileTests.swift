import Foundation
import PlanningModel
import Testing
import TravelTimes

@testable import Planning

/// Cost tables and tables of amounts, read from text written by the tests.
struct CostTableFileTests {
  private func file(_ text: String, bytes: [UInt8]? = nil) throws -> String {
    let folder = FileManager.default.temporaryDirectory
    let url = folder.appending(path: "costs-\(UUID().uuidString).csv")
    try Data(bytes ?? Array(text.utf8)).write(to: url)
    return url.path
  }

  private func read(
    _ text: String, unit: CostUnit = .seconds, demand: [String]? = nil, supply: [String]? = nil,
    notes: inout [String]
  ) throws -> CostTable {
    let path = try file(text)
    defer { try? FileManager.default.removeItem(atPath: path) }
    var said: [String] = []
    let table = try CostTableFile(path, unit: unit).read(
      demandIDs: demand, supplyIDs: supply, note: { said.append($0) })
    notes = said.map { $0.replacing(path, with: "FILE") }
    return table
  }

  private func read(_ text: String, unit: CostUnit = .seconds) throws -> CostTable {
    var notes: [String] = []
    return try read(text, unit: unit, notes: &notes)
  }

  private func faults(_ text: String) -> [String] {
    do {
      _ = try read(text)
      return []
    } catch let error as WorkError {
      return error.faults.map {
        "\($0.row.map(String.init) ?? "-") \($0.column ?? "-") \($0.value ?? "-") \($0.check)"
      }
    } catch {
      return ["\(error)"]
    }
  }

  @Test func readsEitherHeaderInAnyOrder() throws {
    let first = try read("from,to,seconds\nb,y,2.5\na,x,1\nb,x,0\n")
    #expect(first.demandIDs == ["a", "b"])
    #expect(first.supplyIDs == ["x", "y"])
    #expect(first.rowStarts == [0, 1, 3])
    #expect(first.supplies == [0, 0, 1])
    #expect(first.costs == [10, 0, 25])
    #expect(first.decimals == 1)
    let shuffled = "cost,note,supply,demand\n0,?,x,b\n1.0,,x,a\n2.50,!,y,b"
    #expect(try read(shuffled) == first)
    #expect(try read(shuffled.replacing("supply", with: "candidate")) == first)
  }

  @Test func readsMarksQuotesAndOtherSeparators() throws {
    let plain = try read("from,to,seconds\n\"a,1\",x,1\n\"a\"\"2\",x,2\n")
    #expect(plain.demandIDs == ["a\"2", "a,1"])
    let marked = try read("\u{FEFF}from;to;seconds\r\n\"a,1\";\"x\";1\r\n\r\n\"a\"\"2\";x; 2 \r\n")
    #expect(marked == plain)
  }

  @Test func skipsRowsThatReachNothing() throws {
    let table = try read("from,to,seconds,metres,status\na,,,,too_far\nb,x,1.000,1.0,ok\n")
    #expect(table.demandIDs == ["b"])
    #expect(table.decimals == 0)
  }

  @Test func keepsToTheAxesThatAreGiven() throws {
    var notes: [String] = []
    let table = try read(
      "from,to,seconds\na,x,1\nq,x,1\na,z,1\nc,y,1\n", demand: ["a", "b", "c"],
      supply: ["x", "y"], notes: &notes)
    #expect(table.rowStarts == [0, 1, 1, 2])
    #expect(table.supplies == [0, 1])
    #expect(
      notes == [
        "FILE：2 对的 id 不在需求表或供给表中，未计入；首个为第 3 行的“q” · FILE: 2 pairs were left out "
          + "because an id is in neither the demand nor the supply table; the first is “q” in row 3"
      ])
  }

  @Test func listsEveryFault() {
    #expect(
      faults(
        """
        from,to,seconds
        a,x,-1
        a,y,NaN
        a,z,
        ,x,1
        b,x,1
        b,x,1.0
        b,x,2
        b,y
        b,z,1e999
        b,"w",inf
        b,v,1,2
        """) == [
          "2 seconds -1 cell.negative", "3 seconds NaN cell.not_number",
          "4 seconds  cell.missing", "5 from - cell.missing",
          "8 seconds b → x row.contradicting", "9 - 2 table.ragged",
          "10 seconds 1e999 cell.not_number", "11 seconds inf cell.not_number",
          "12 - 4 table.ragged",
        ])
    #expect(
      faults("a,b\n1,2\n") == [
        "1 demand | from a,b column.missing", "1 supply | candidate | to a,b column.missing",
        "1 cost | seconds a,b column.missing",
      ])
    #expect(faults("") == ["- - - table.no_header"])
    #expect(faults("from,to,seconds\na,\"x,1\n") == ["2 - x,1 table.quote"])
  }

  @Test func refusesFilesThatAreNotThere() {
    let error = #expect(throws: WorkError.self) {
      try CostTableFile("/no/such.csv").read(demandIDs: nil, supplyIDs: nil, note: { _ in })
    }
    #expect(error?.code == .unreadable)
  }

  @Test func permutedRowsGiveTheSameTable() throws {
    var rows: [String] = []
    for demand in 0..<40 {
      for supply in 0..<7 where (demand + supply) % 3 > 0 {
        rows.append("d\(demand),s\(supply),\((demand * 7 + supply) % 11).\(supply)")
      }
    }
    let table = try read("from,to,seconds\n" + rows.joined(separator: "\n"))
    let turned = try read("from,to,seconds\n" + rows.reversed().joined(separator: "\n"))
    #expect(table == turned)
    #expect(table.costs.count == rows.count)
  }

  @Test(arguments: [
    ("12", 12, 0), ("12.50", 125, 1), ("0.000", 0, 0), (".5", 5, 1), ("+3.", 3, 0),
    ("1.5e+03", 1500, 0), ("25E-1", 25, 1), ("-0.0", 0, 0), ("1e+05", 100_000, 0),
    ("0.016666666666666666", 16_666_666_666_666_666, 18),
    ("1.0000000000000000005", 100_000_000_000_000_001, 17),
    ("0.00000000000000000001", 1, 18), ("999999999999999999", 999_999_999_999_999_999, 0),
  ])
  func readsDecimalsExactly(_ text: String, _ mantissa: Int, _ decimals: Int) throws {
    let bytes = Array(text.utf8)
    let cell = try DecimalCell(bytes, 0..<bytes.count)
    #expect(cell == DecimalCell(mantissa: Int64(mantissa), decimals: decimals))
  }

  @Test(arguments: ["", "-", ".", "1,5", "1.2.3", "0x1", "１", "1e", "e5", "1 2", "-3", "1e99"])
  func refusesOtherText(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(throws: DecimalCell.Fault.self) { try DecimalCell(bytes, 0..<bytes.count) }
  }

  @Test func readsAmountsWithFurtherColumns() throws {
    let path = try file("unit,id,demand,cost\nu,b,10.5,3\nv,a,4,\n")
    defer { try? FileManager.default.removeItem(atPath: path) }
    let table = try AmountTable(path, amount: "demand", keeping: ["unit", "cost", "none"])
    #expect(table.ids == ["a", "b"])
    #expect(table.rows == [3, 2])
    #expect(table.amounts == [40, 105])
    #expect(table.decimals == 1)
    #expect(table.doubles == [4, 10.5])
    #expect(table.texts("unit") == ["v", "u"])
    #expect(table.texts("none") == nil)
    let cost = try #require(try table.numbers("cost"))
    #expect(cost.values == [nil, 3])
  }

  @Test func listsEveryFaultOfAmounts() throws {
    let path = try file("id,demand\na,1\na,2\n,3\nb,-4\nc,x\n")
    defer { try? FileManager.default.removeItem(atPath: path) }
    let error = #expect(throws: WorkError.self) { try AmountTable(path, amount: "demand") }
    #expect(
      error?.faults.map { "\($0.row ?? 0) \($0.check)" } == [
        "3 row.duplicate_id", "4 cell.missing", "5 cell.negative", "6 cell.not_number",
      ])
  }
}
