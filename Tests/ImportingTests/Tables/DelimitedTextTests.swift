import Foundation
import Importing
import PlanningModel
import Testing

@Suite struct DelimitedTextTests {
  func rows(_ text: String) throws -> [[String]] {
    try TableFile.text(Array(text.utf8), name: "t.csv").rows.map { $0.cells.map(\.raw) }
  }

  @Test func splitsByRFC4180() throws {
    #expect(try rows("a,b\r\n1,\"x, \"\"y\"\"\"\r\n") == [["a", "b"], ["1", "x, \"y\""]])
    #expect(try rows("a;b\n1,5;2\n") == [["a", "b"], ["1,5", "2"]])
    #expect(try rows("a\tb\n1\t2") == [["a", "b"], ["1", "2"]])
    #expect(try rows("a,b\r1,\r") == [["a", "b"], ["1", ""]])
    #expect(try rows("a,b,") == [["a", "b", ""]])
    #expect(try rows("5\" pipe,b\n") == [["5\" pipe", "b"]])
    #expect(try rows("title\n\na,b\n1,2\n") == [["title"], [""], ["a", "b"], ["1", "2"]])
  }

  @Test func numbersRowsAsASpreadsheetAndLinesAsAnEditor() throws {
    let text = "a,b\n\n1,\"two\nlines\"\n\n2,3\n"
    let table = try TableFile.text(Array(text.utf8), name: "t.csv")
    let filled = table.rows.filter { !$0.isBlank }
    #expect(filled.map(\.number) == [1, 3, 5])
    #expect(filled.map(\.line) == [1, 3, 6])
  }

  @Test func reportsQuotationMarksThatAreNotClosed() throws {
    let open = try TableFile.text(Array("a,b\n1,\"open\n2,b\n".utf8), name: "t.csv")
    #expect(open.faults.map(\.check) == ["table.quote"])
    #expect(open.faults.map(\.row) == [2])
    let after = try TableFile.text(Array("a,b\n1,\"x\"y\n".utf8), name: "t.csv")
    #expect(after.faults.map(\.row) == [2])
    #expect(after.faults.first?.severity == .blocking)
  }

  @Test func readsUTF8UTF16AndGB18030() throws {
    let text = "名称,备注\n白马镇,㐀𠮷\n"
    let gb18030 = try #require(
      text.data(using: String.Encoding(rawValue: 0x8000_0632)))
    var little: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { little += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let spellings: [[UInt8]] = [
      Array(text.utf8), mark + Array(text.utf8), [UInt8](gb18030), little,
    ]
    for bytes in spellings {
      let table = try TableFile.text(bytes, name: "t.csv")
      #expect(table.rows.map { $0.cells.map(\.text) } == [["名称", "备注"], ["白马镇", "㐀𠮷"]])
    }
  }

  @Test func namesTheByteThatIsNoText() throws {
    var broken = Array("名称,备注\n白马镇,长坝镇\n".utf8)
    broken[14] = 0x20
    let cases: [([UInt8], String)] = [
      (broken, "(line 2"), (broken, "第 2 行"),
      (Array("a,b\n1,".utf8) + [0xFF, 0xFF], "byte 6 (line 2, 0xff) is not UTF-8 nor GB18030"),
      (Array("a,b\n1,\0\n".utf8), "byte 6 (line 2) is NUL"),
      ([0xFF, 0xFE, 0x41], "UTF-16"),
      ([], "empty"), (Array("\n\n".utf8), "no cell"),
    ]
    for (bytes, words) in cases {
      let file = try ScratchFile("t.csv", bytes)
      let error = #expect(throws: WorkError.self) { try TableFile.read(file.path) }
      #expect(error?.code == .malformed)
      #expect(error?.message.contains(words) == true, "\(error?.message ?? "") / \(words)")
    }
    let missing = #expect(throws: WorkError.self) { try TableFile.read("/none.csv") }
    #expect(missing?.code == .unreadable)
    let folder = #expect(throws: WorkError.self) {
      try TableFile.read(FileManager.default.temporaryDirectory.path)
    }
    #expect(folder?.message.contains("directory") == true)
  }

  /// Seeds 1…60: any bytes end in a table or in a refusal.
  @Test(arguments: UInt64(1)...60) func survivesAnyBytes(seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    var bytes: [UInt8] = []
    let alphabet = Array("a,\"\n\r;\t".utf8) + [0xB0, 0xA1, 0xE4, 0xB8, 0xAD, 0xFE, 0x30]
    for _ in 0..<(seed * 3) {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      bytes.append(alphabet[Int(state >> 33) % alphabet.count])
    }
    do {
      let table = try TableFile.text(bytes, name: "t.csv")
      _ = HeaderedTable(table, rules: ColumnRules(required: ["a"]))
    } catch is WorkError {}
  }
}
