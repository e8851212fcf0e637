import Foundation
import Testing

/// The meanings of “covered” on the district's own workspace.
@Suite struct CoverageRuleCommandTests {
  private func rows(_ arguments: [String]) throws -> [[String: String]] {
    let workspace = try WorkspaceCopy()
    let process = try YikeProcess.run(
      ["coverage", "--format", "csv"] + arguments, in: workspace.folder)
    #expect(process.exitCode == 0, "\(process.stderr)")
    let lines = process.output.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard let header = lines.first else { return [] }
    return lines.dropFirst().map {
      Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first })
    }
  }

  /// The readings of the target WL24-42c: 8 of 22 host a facility, 9 are in a service range.
  @Test(arguments: [("hosted", "8"), ("assigned", "9"), ("activity", "9")])
  func rulesAgreeWithTheTarget(rule: String, covered: String) throws {
    let rows = try rows([
      "--service", "mh_rehab", "--rule", rule, "--activity", "精康服务", "--universe",
      "WL.town_xiang", "--scenario", "scenarios/2024-plan.yaml", "--by", "universe",
    ])
    #expect(rows.count == 1)
    #expect(rows.first?["covered_units"] == covered)
    #expect(rows.first?["units"] == "22")
    #expect(rows.first?["rule"] == rule)
    #expect(rows.first?["limit_seconds"] == "")
  }

  /// Within a limit, everybody's nearest facility is the rule of time.
  @Test func nearestCatchmentsAreTheRuleOfTime() throws {
    func district(_ rule: String) throws -> String? {
      try rows([
        "--service", "elder_service", "--within", "30min", "--by", "district", "--rule", rule,
      ]).first?["covered"]
    }
    #expect(try district("catchment") == district("within_time"))
  }

  @Test func theLadderNests() throws {
    let rows = try rows([
      "--service", "elder_service", "--cohort", "pop_60plus", "--within", "ladder", "--by",
      "district", "--backup",
    ])
    #expect(
      rows.map { $0["limit_seconds"] } == [
        "300.000", "600.000", "900.000", "1800.000", "3600.000",
      ])
    let covered = rows.compactMap { Int($0["covered"] ?? "") }
    #expect(covered == covered.sorted() && covered.count == 5)
    for row in rows {
      let twice = Int(row["covered_twice"] ?? "") ?? -1
      #expect(twice >= 0 && twice <= Int(row["covered"] ?? "") ?? -1)
    }
  }

  @Test func anUndefinedUniverseIsUnknownNotAGuess() throws {
    let rows = try rows([
      "--service", "mh_rehab", "--rule", "hosted", "--universe", "WL.urban_community",
    ])
    #expect(rows.map { $0["status"] } == ["unknown"])
    #expect(rows.first?["covered"] == "")
  }

  @Test func spreadingKeepsVillageTotals() throws {
    let workspace = try WorkspaceCopy()
    let villages = try String(
      contentsOf: workspace.folder.appending(path: "geodata/villages.csv"), encoding: .utf8)
    let lines = villages.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let longitude = try #require(lines.first?.firstIndex(of: "lon"))
    let latitude = try #require(lines.first?.firstIndex(of: "lat"))
    var points = "id,lon,lat,population\n"
    for (number, line) in lines.dropFirst().enumerated() {
      guard let x = Double(line[longitude]), let y = Double(line[latitude]) else { continue }
      for step in 0..<3 {
        points += "p\(number)-\(step),\(x + 0.002 * Double(step)),\(y),\(step + 1).5\n"
      }
    }
    try Data(points.utf8).write(to: workspace.folder.appending(path: "people.csv"))
    func totals(_ more: [String]) throws -> [[String]] {
      let process = try YikeProcess.run(
        [
          "coverage", "--service", "elder_service", "--cohort", "pop_60plus", "--format", "csv",
          "--by", "village",
        ] + more, in: workspace.folder)
      #expect(process.exitCode == 0, "\(process.stderr)")
      return process.output.split(separator: "\n").map { line in
        let fields = line.split(separator: ",", omittingEmptySubsequences: false)
        return [String(fields[1]), String(fields[8])]
      }
    }
    #expect(try totals([]) == totals(["--population", "people.csv"]))
  }
}
