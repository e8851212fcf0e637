import Reports
import Testing

@Suite struct CSVTextTests {
  @Test func `fields are quoted only where they must be`() {
    var csv = CSVText(header: ["a", "b", "c"])
    csv.append(["1,2", nil, "x\"y"])
    csv.append(["line\nfeed", "a|b", " 空 "])
    #expect(
      String(decoding: csv.bytes, as: UTF8.self)
        == "a,b,c\n\"1,2\",,\"x\"\"y\"\n\"line\nfeed\",a|b, 空 \n")
  }

  @Test func `a carriage return with its line feed is quoted`() {
    var csv = CSVText(header: ["a"])
    csv.append(["x\r\ny"])
    #expect(String(decoding: csv.bytes, as: UTF8.self) == "a\n\"x\r\ny\"\n")
  }

  @Test func `a byte-order mark comes first when asked for`() {
    #expect(
      Array(CSVText(header: ["a"], byteOrderMark: true).bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
    #expect(CSVText(header: ["a"]).bytes.first == UInt8(ascii: "a"))
  }
}
