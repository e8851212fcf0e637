import Foundation
import Testing

/// Two years side by side: shares on both bases, and the change taken apart.
@Suite struct TwoYearsTests {
  private let years: TwoYears

  init() throws { years = try TwoYears() }

  private func targets() throws -> [String: [String: Any]] {
    let run = try years.run("compare", "2023", "2024", "--format", "json")
    #expect(run.exitCode == 0, "\(run.stderr)")
    let document = try run.json()
    #expect(document["schema"] as? String == "yike-years/1")
    #expect((document["unit_changes"] as? [Any])?.count == 4)
    #expect(document["only_before"] as? [String] == ["Y-2023"])
    #expect(document["only_after"] as? [String] == ["Y-2024"])
    let targets = try #require(document["targets"] as? [[String: Any]])
    return try Dictionary(
      uniqueKeysWithValues: targets.map { (try #require($0["id"] as? String), $0) })
  }

  private func figures(_ target: [String: Any]?, _ basis: String) throws -> [String] {
    let pair = try #require(target?[basis] as? [String: Any])
    let shares = try ["before", "after"].map { try #require(pair[$0] as? [String: Any]) }
    return shares.map { share in
      let parts = ["achieved", "universe"].compactMap { share[$0] as? Int }.map(String.init)
      return parts.joined(separator: "/")
    } + [try #require(pair["change_pp"] as? String)]
  }

  /// By hand: covered are 丁一 in 2023; 甲二, 丙一, 丁一, 丁二 in 2024. 戊镇 came from outside.
  @Test func peopleAreComparedOnBothBases() throws {
    let circle = try targets()["Y-circle"]
    #expect(try figures(circle, "original") == ["500/1560", "1200/1640", "41.12"])
    #expect(try figures(circle, "comparable") == ["500/1560", "1200/1590", "43.42"])
  }

  /// 甲镇 is met only when both of its parts are; 乙镇 and 丙镇 count as the one that they became.
  @Test func unitsAreComparedOnBothBases() throws {
    let towns = try targets()["Y-towns"]
    #expect(try figures(towns, "original") == ["1/4", "3/5", "35.00"])
    #expect(try figures(towns, "comparable") == ["1/3", "2/3", "33.33"])
  }

  /// By hand: sites bring 甲二 and 丙一 (600 people in either year), the road 丁二 (60 or 130:
  /// 95 in the mean), and people the rest.
  @Test func theChangeIsTakenApartExactly() throws {
    let parts = try #require(try targets()["Y-circle"]?["decomposition"] as? [String: Any])
    func value(_ key: String) throws -> Int { try #require(parts[key] as? Int) }
    #expect(try (value("before"), value("after"), value("change")) == (500, 1200, 700))
    #expect(try (value("sites"), value("people"), value("roads")) == (600, 5, 95))
    #expect(try value("sites") + value("people") + value("roads") == value("change"))
    // Bits: sites 1, people 2, roads 4.
    #expect(parts["corners"] as? [Int] == [500, 1100, 470, 1070, 560, 1160, 600, 1200])
    #expect(parts["sixths"] as? [Int] == [3600, 30, 570])
  }

  @Test func theTableAndTheCSVSayTheSame() throws {
    let table = try years.run("compare", "2023", "2024").output
    #expect(table.contains("可比口径") && table.contains("+43.42"))
    #expect(table.contains("+600") && table.contains("+5") && table.contains("+95"))
    #expect(table.contains("两年之间生效的单元变更：4条"))
    let csv = try years.run("compare", "2023", "2024", "--format", "csv").output
    #expect(
      csv.contains("Y-circle,Y-circle,一刻钟养老服务圈,original,500,0,1560,32.0%,1200,0,1640,73.1%,41.12,"))
    #expect(csv.contains(",600,5,95,official,"))
    let english = try years.run("compare", "2023", "2024", "--language", "en").output
    #expect(english.contains("on common ground"))
  }

  /// Without the list of changes, units of new codes have no common ground.
  @Test func withoutTheListOnlyEqualCodesAreCommonGround() throws {
    try FileManager.default.removeItem(
      at: years.folder.folder.appending(path: "2024/geodata/unit_changes.csv"))
    let run = try years.run("compare", "2023", "2024", "--format", "json")
    let list = try #require(try run.json()["targets"] as? [[String: Any]])
    let circle = list.first { $0["id"] as? String == "Y-circle" }
    #expect(try figures(circle, "comparable").prefix(2) == ["500/560", "600/600"])
  }

  @Test func aWrongListIsRefusedWithItsRows() throws {
    try years.folder.write(
      "date,from_system,from_code,to_system,to_code\n2024-13-01,nbs2023,500156101,nbs2023,\n",
      "wrong.csv")
    let run = try years.run("compare", "2023", "2024", "--unit-changes", "wrong.csv")
    #expect(run.exitCode == 1)
    #expect(run.stderr.contains("2024-13-01") && run.stderr.contains("to_code"))
  }
}
