import Foundation
import Importing
import PlanningModel
import TestSupport
import Testing

@Suite struct WorkbookTests {
  static func book() -> TestWorkbook {
    var book = TestWorkbook()
    book.strings = [
      "<t>名称</t>",
      "<r><t>甲</t></r><r><t xml:space=\"preserve\">乙 </t></r><rPh><t>yi</t></rPh>",
    ]
    book.cellFormats = [0, 14, 164, 165, 9]
    book.formats = [
      164: "yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot; h:mm", 165: "0.00&quot;d&quot;",
    ]
    book.sheets = [
      (
        "说明", "hidden",
        "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>旧</t></is></c></row></sheetData>"
      ),
      (
        "台账", "",
        """
        <sheetData>
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>
        <row r="4" hidden="1"><c r="A4" s="1"><v>45357</v></c><c r="B4" s="2"><v>45357.4375</v></c>
          <c r="C4" s="3"><v>2.5</v></c><c r="D4" s="4"><v>0.10000000000000001</v></c>
          <c r="E4"><v>5.00156101E8</v></c><c r="F4" t="b"><v>1</v></c><c r="G4" t="e"><v>#REF!</v></c>
          <c r="H4" t="str"><f>A1</f><v>文字</v></c><c r="I4"><f>1+1</f></c><c r="J4"><f>1+1</f><v>2</v></c>
          <c r="K4" t="inlineStr"><is><r><t>丙</t></r><r><t>丁</t></r></is></c><c r="L4" s="1"><v>60</v></c>
          <c t="s"><v>7</v></c></row>
        </sheetData><mergeCells><mergeCell ref="A4:A6"/></mergeCells>
        """
      ),
      ("空", "", "<sheetData/>"),
    ]
    return book
  }

  @Test func readsEveryKindOfCellWithItsPlace() throws {
    let file = try ScratchFile("台账.xlsx", Self.book().bytes)
    let tables = try TableFile.read(file.path, name: "台账.xlsx")
    #expect(tables.map(\.sheet) == ["说明", "台账", "空"])
    #expect(tables.map(\.isHidden) == [true, false, false])
    let rows = tables[1].rows
    #expect(rows.map(\.number) == [1, 4])
    #expect(rows.map(\.isHidden) == [false, true])
    #expect(rows[0].cells.map(\.text) == ["名称", "", "甲乙"])
    #expect(rows[0].cells[2].raw == "甲乙 ")
    #expect(
      rows[1].cells.map(\.text) == [
        "2024-03-06", "2024-03-06T10:30:00", "2.5", "0.1", "500156101", "TRUE", "#REF!", "文字",
        "公式没有保存计算结果 · formula without a stored result", "2", "丙丁", "60",
        "共 2 条文字，没有第 7 条 · text 7 of 2",
      ])
    #expect(
      rows[1].cells.map(\.kind) == [
        .date, .date, .number, .number, .number, .boolean, .error, .text, .error, .number, .text,
        .error, .error,
      ])
    #expect(tables[1].merges.map(\.reference) == ["A4:A6"])
    #expect(tables[1].merges.map(\.rows) == [4...6])
  }

  @Test func countsDaysFrom1904WhereTheWorkbookSaysSo() throws {
    var book = Self.book()
    book.is1904 = true
    let file = try ScratchFile("t.xlsx", book.bytes)
    #expect(try TableFile.read(file.path)[1].rows[1].cells[0].text == "2028-03-07")
  }

  @Test func rowsWithoutANumberFollowTheOneBefore() throws {
    var book = TestWorkbook()
    book.sheets = [
      (
        "一", "",
        "<sheetData><row r=\"9223372036854775807\"><c><v>1</v></c><c><v>2</v></c></row>"
          + "<row><c r=\"XFE1\"><v>3</v></c><c r=\"B2\"><v>4</v></c></row></sheetData>"
      )
    ]
    let file = try ScratchFile("t.xlsx", book.bytes)
    let rows = try TableFile.read(file.path)[0].rows
    #expect(rows.map(\.number) == [1, 2])
    #expect(rows.map { $0.cells.map(\.text) } == [["1", "2"], ["", "4"]])
  }

  @Test func choosesTheFirstVisibleSheetThatHoldsAnything() throws {
    let file = try ScratchFile("t.xlsx", Self.book().bytes)
    let tables = try TableFile.read(file.path)
    let (table, faults) = try TableFile.choose(tables, file: "t.xlsx")
    #expect(table.sheet == "台账")
    #expect(faults.map(\.check) == ["table.hidden_sheet"])
    #expect(throws: WorkError.self) { try TableFile.choose(tables, sheet: "无", file: "t.xlsx") }
    #expect(try TableFile.choose(tables, sheet: "说明", file: "t.xlsx").table.isHidden)
  }

  @Test func refusesWhatIsNoWorkbook() throws {
    let whole = Self.book().bytes
    let marked = Array("EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let cases: [(String, [UInt8], String)] = [
      ("cut.xlsx", Array(whole.prefix(whole.count / 2)), "no directory"),
      ("text.xlsx", Array("a,b\n1,2\n".utf8), "not a workbook"),
      ("locked.xlsx", old + marked, "encrypted"),
      ("old.xls", old, "old .xls"),
      ("empty.xlsx", [], "empty"),
      ("zip.xlsx", StoredZip.bytes([("a.txt", "a")]), "not a workbook"),
      ("book.csv", whole, "packed file"),
      (
        "broken.xlsx",
        StoredZip.bytes([("_rels/.rels", "<Relationships><Rel")]), "not well-formed"
      ),
    ]
    for (name, bytes, words) in cases {
      let file = try ScratchFile(name, bytes)
      let error = #expect(throws: WorkError.self) { try TableFile.read(file.path, name: name) }
      #expect(error?.code == .malformed, "\(name)")
      #expect(error?.message.contains(words) == true, "\(name): \(error?.message ?? "")")
      #expect(error?.remedy.isEmpty == false)
    }
  }

  /// Seeds 1…60: no damage to a workbook's bytes stops the program.
  @Test(arguments: UInt64(1)...60) func survivesDamage(seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    if seed % 3 == 0 {
      // Damage before packing, so that the sums of the ZIP file hold.
      var members = Self.book().members
      let member = next(members.count)
      for _ in 0..<(1 + next(6)) {
        let place = next(members[member].content.count)
        members[member].content[place] = UInt8(next(seed % 2 == 0 ? 128 : 256))
      }
      let file = try ScratchFile("t.xlsx", StoredZip.bytes(members))
      do { _ = try TableFile.read(file.path) } catch is WorkError {}
      return
    }
    var bytes = Self.book().bytes
    let isText = seed % 2 == 0
    for _ in 0..<8 { bytes[next(bytes.count)] = UInt8(next(isText ? 128 : 256)) }
    let file = try ScratchFile("t.xlsx", bytes)
    do { _ = try TableFile.read(file.path) } catch is WorkError {}
  }
}
