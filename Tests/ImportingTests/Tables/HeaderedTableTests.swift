import Importing
import PlanningModel
import Testing

@Suite struct HeaderedTableTests {
  let rules = ColumnRules(required: ["name", "kind"], optional: ["people"], prefixes: ["code_"])

  func read(_ text: String) throws -> HeaderedTable {
    HeaderedTable(try TableFile.text(Array(text.utf8), name: "t.csv"), rules: rules)
  }

  @Test func findsTheHeaderUnderTitles() throws {
    let table = try read("2024年台账,,\n\nｎａｍｅ　, kind ,code_mca\n\n甲,村,1\n")
    #expect(table.columns == ["name", "kind", "code_mca"])
    #expect(table.rows.map(\.number) == [5])
    #expect(table.rows[0]["name"].text == "甲" && table.rows[0]["none"].kind == .empty)
    #expect(table.faults.map(\.check) == ["table.title_rows"])
  }

  @Test func listsEveryFaultOfTheForm() throws {
    let table = try read("name,name,peaple,note\n甲,乙,3,x\n丙\n丁,戊,1,2,3\n")
    #expect(
      table.faults.map(\.check) == [
        "column.duplicate", "column.unknown", "column.unknown", "column.missing", "table.ragged",
        "table.ragged",
      ])
    #expect(table.faults[1].remedy == "是否为“people”？ · is “people” meant?")
    #expect(table.faults[3].column == "kind")
    #expect(table.faults.suffix(2).map(\.row) == [3, 4])
    #expect(table.rows.map(\.number) == [2])
    #expect(try read("x,y\n1,2\n").faults.map(\.check) == ["table.no_header"])
    #expect(try read("name,kind\n").faults.map(\.check) == ["table.no_rows"])
  }

  @Test func findsRenamedColumnsHoweverTheirUnitsAreWritten() throws {
    let table = try TableFile.text(
      Array("村名,类型,人口（人）,\n,,常住,60岁以上\n甲,村,12,3\n".utf8), name: "t.csv")
    for name in ["人口/常住", "人口（人）/常住", "人口(人)/常住"] {
      let renames = ["村名": "name", "类型 ": "kind", name: "people", "人口/80岁以上": "old"]
      let read = HeaderedTable(table, rules: rules, renames: renames)
      #expect(read.columns == ["name", "kind", "people", "人口(人)/60岁以上"])
      #expect(read.rows.map { $0["people"].text } == ["12"])
      let absent = read.faults.filter { $0.check == "column.absent" }
      #expect(absent.map(\.value) == ["人口/80岁以上"] && absent[0].severity == .warning)
    }
    let acres = try TableFile.text(
      Array("村名,类型,人口（万人）\n,,常住\n甲,村,12\n".utf8), name: "t.csv")
    let refused = HeaderedTable(
      acres, rules: rules, renames: ["村名": "name", "类型": "kind", "人口/常住": "people"])
    #expect(refused.faults.map(\.check).contains("column.other_unit"))
  }

  @Test func dropsPersonalColumnsBeforeAnythingElse() throws {
    let table = try read("name,kind,姓名,身份证号码,ID number,Contact phone\n甲,村,张三,5,6,7\n")
    #expect(table.columns == ["name", "kind"])
    #expect(table.faults.map(\.check) == Array(repeating: "column.personal", count: 4))
    #expect(table.rows[0]["姓名"].kind == .empty)
    #expect(!PersonalColumns.matches("name") && !PersonalColumns.matches("hotline"))
    #expect(!PersonalColumns.matches("name_en") && PersonalColumns.matches("监护人姓名"))
    #expect(PersonalColumns.matches("id_number") && PersonalColumns.matches("name of person"))
  }

  @Test func warnsOfMergedCellsInTheData() throws {
    var table = try TableFile.text(Array("name,kind\n甲,村\n".utf8), name: "t.csv")
    table.merges = [MergedRange(rows: 2...4, columns: 0...0, reference: "A2:A4")]
    #expect(HeaderedTable(table, rules: rules).faults.map(\.check) == ["table.merged"])
    table.merges = [MergedRange(rows: 1...1, columns: 0...1, reference: "A1:B1")]
    #expect(HeaderedTable(table, rules: rules).faults.isEmpty)
  }

  @Test func takesTheAttributesOfALayer() {
    let table = HeaderedTable(
      file: "a.geojson", layer: "a", columns: ["name", "kind"],
      rows: [(number: 1, values: ["甲", "村"])], rules: rules)
    #expect(table.rows[0]["kind"].text == "村" && table.faults.isEmpty)
  }
}
