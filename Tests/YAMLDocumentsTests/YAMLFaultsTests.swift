import PlanningModel
import Testing
import YAMLDocuments

@Suite struct YAMLFaultsTests {
  @Test func readsTypedValuesWithTheirPlaces() throws {
    let root = try YAMLFile.parse(
      "share: 0.60\nlimit: 15min\ndate: 2024-12-31\nnames: [甲, 乙]\nempty:\n", file: "a.yaml")
    var faults = YAMLFaults()
    #expect(faults.decimal(root.find("share")) == ExactDecimal(3, over: 5))
    #expect(faults.duration(root.find("limit"))?.milliseconds == 900_000)
    #expect(faults.date(root.find("date"))?.description == "2024-12-31")
    #expect(faults.texts(root.find("names")) == ["甲", "乙"])
    #expect(root.find("empty") == nil)
    #expect(root.find("names")?.line == 4)
    #expect(faults.faults.isEmpty)
  }

  @Test func listsEveryFaultWithLineKeyAndRemedy() throws {
    let root = try YAMLFile.parse(
      "as_of: yesterday\ncohort: {a: 1}\nregistrs: {}\n", file: "yike.yaml")
    var faults = YAMLFaults()
    faults.allow(["as_of", "cohort", "registers"], in: root)
    _ = faults.date(root.find("as_of"))
    _ = faults.texts(root.find("cohort"))
    _ = faults.require("district", in: root)
    #expect(faults.faults.map(\.row) == [3, 1, 2, 1])
    #expect(faults.faults[0].remedy.contains("“registers”"))
    #expect(faults.faults[1].value == "yesterday")
    #expect(faults.faults[3].column == "district")
  }

  @Test(arguments: [
    ("a: [1, 2", "a.yaml:"), ("a: 1\na: 2", "given twice"), ("a: b: c", "a.yaml:1"),
    ("a: *nowhere", "alias"), ("--- 1\n--- 2", "another document"), ("\tx: 1", "a.yaml:1"),
  ])
  func refusesBrokenText(text: String, expected: String) throws {
    let error = try #require(throws: WorkError.self) {
      try YAMLFile.parse(text, file: "a.yaml")
    }
    #expect(error.description.contains(expected), "\(error)")
  }

  @Test func refusesAnchorsThatMultiply() throws {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let earlier = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(earlier)]\n"
    }
    let error = try #require(throws: WorkError.self) {
      try YAMLFile.parse(text, file: "bomb.yaml")
    }
    #expect(error.message.contains("anchors"))
  }
}
