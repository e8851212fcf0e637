import Foundation
import Testing

/// The cheapest repair of a missed promise, on top of the plan with its assumption.
@Suite struct RepairTests {
  private func repair(_ copy: WorkspaceCopy, _ more: [String]) throws -> [String: Any] {
    let run = try YikeProcess.run(
      [
        "site", "--for", "WL24-42c", "--scenario", "scenarios/2024-plan.yaml", "--format", "json",
      ] + more, in: copy.folder)
    #expect(run.exitCode == 0, "\(run.stderr)")
    return try #require((try run.json()["repairs"] as? [[String: Any]])?.first)
  }

  @Test func fiveMoreTownsOutOfThirteen() throws {
    let copy = try WorkspaceCopy()
    let json = try repair(copy, ["--alternatives", "2"])
    #expect(json["required"] as? Int == 14)
    #expect(json["reached_before"] as? Int == 9)
    #expect(json["reached_after"] as? Int == 14)
    #expect(json["objective"] as? Int == 5)
    #expect((json["selected"] as? [String])?.count == 5)
    // C(13, 5)
    #expect(json["equal_choices"] as? Int == 1287)
    #expect(json["proof"] as? String == "certified")
    #expect((json["alternatives"] as? [[String]])?.count == 2)
    #expect(json["ties_complete"] as? Bool == false)
    let assumptions = json["assumptions"] as? [[String: Any]] ?? []
    #expect(assumptions.contains { $0["id"] as? String == "new_site_serves_its_unit" })
  }

  @Test func theFewestStationsWithinHalfAnHourEqualExhaustiveSearch() throws {
    let copy = try WorkspaceCopy()
    let json = try repair(
      copy,
      [
        "--rule", "within_time", "--within", "30min", "--mode", "motor", "--unit-share", "0.5",
        "--force", "WL24-40c", "--certificate", "proof.txt",
      ])
    #expect(json["proof"] as? String == "certified")
    #expect(json["reached_after"] as? Int ?? 0 >= 14)
    #expect(try copy.run("verify-certificate", "proof.txt").exitCode == 0)
    let text = try String(
      contentsOf: copy.folder.appending(path: "proof.txt"), encoding: .utf8)
    let problem = try #require(UnitProblem(text))
    let found = try #require(json["objective"] as? Int)
    let fewest = (0...problem.free.count).first { size in
      problem.choices(of: size).contains(where: problem.suffices)
    }
    #expect(fewest == found)
  }

  @Test func aRepairIsAScenarioThatKeepsThePromise() throws {
    let copy = try WorkspaceCopy()
    let site = try copy.run(
      "site", "--for", "WL24-42c", "--scenario", "scenarios/2024-plan.yaml", "--kind",
      "mh_rehab_station", "--scenario-out", "scenarios/repair.yaml")
    #expect(site.exitCode == 0, "\(site.stderr)")
    let json = try copy.run("run", "scenarios/repair.yaml", "--format", "json").json()
    let target = try #require(
      (json["targets"] as? [[String: Any]] ?? []).first { $0["id"] as? String == "WL24-42c" })
    #expect(target["status"] as? String == "met")
    #expect(target["achieved"] as? Int == 14)
    #expect(target["provenance"] as? String == "illustrative")
  }

  @Test func severalTargetsTogetherShareSites() throws {
    let copy = try WorkspaceCopy()
    // On the baseline nine named units and 14 of 22 towns: 23 apart, 15 together, since eight of
    // the named units are towns.
    let run = try copy.run(
      "site", "--for", "WL24-40c", "--for", "WL24-42c", "--site-cost", "2.5", "--currency", "万元",
      "--format", "json")
    #expect(run.exitCode == 0, "\(run.stderr)")
    let json = try run.json()
    let joint = try #require(json["joint"] as? [String: Any])
    #expect(joint["status"] as? String == "optimal")
    #expect(joint["separate_sites"] as? Int == 23)
    let sites = try #require(joint["sites"] as? [[String: Any]])
    #expect(sites.count == 15)
    #expect(sites.count { ($0["serves"] as? [String])?.count == 2 } == 8)
    // The six other towns are any of fourteen.
    #expect(joint["equal_choices"] as? Int == 3003)
    #expect(joint["cost"] as? Double == 37.5)
    #expect(joint["cost_per_unit"] as? Double == 2.5)
    let repairs = try #require(json["repairs"] as? [[String: Any]])
    for repair in repairs {
      let evaluated = try #require(repair["evaluated"] as? [String: Any])
      #expect(evaluated["status"] as? String == "met")
      #expect(evaluated["achieved"] as? Int == repair["reached_after"] as? Int)
      let people = try #require(repair["gained_people"] as? Int)
      let perPerson = try #require(repair["cost_per_person"] as? Double)
      #expect(abs(perPerson * Double(people) - (repair["cost"] as? Double ?? 0)) < 1e-9)
    }
  }

  @Test func whatNeedsNoBuildingIsJudgedAgain() throws {
    let copy = try WorkspaceCopy()
    let json = try repair(copy, [])
    let options = try #require(json["options"] as? [[String: Any]])
    func effect(_ kind: String) -> [String: Any]? {
      options.first { $0["kind"] as? String == kind }?["evaluated"] as? [String: Any]
    }
    // A wider range leaves no record of an activity; a mobile service does.
    #expect(effect("wider_range")?["achieved"] as? Int == 9)
    #expect(effect("wider_range")?["status"] as? String == "missed")
    #expect(effect("mobile_service")?["achieved"] as? Int == 14)
    #expect(effect("mobile_service")?["status"] as? String == "met")
    // The costs of the workspace are the cheapest kind's: five stations at 20.
    #expect(json["cost"] as? Int == 100)
    #expect(json["cost_provenance"] as? String == "illustrative")
  }

  @Test func aTargetThatNoSiteRepairsIsTold() throws {
    let copy = try WorkspaceCopy()
    let rate = try copy.run("site", "--for", "WL24-41")
    #expect(rate.exitCode == 1)
    #expect(rate.stderr.contains("WL24-41"))
    let unknown = try copy.run("site", "--for", "WL24-99")
    #expect(unknown.exitCode == 1)
    let both = try copy.run("site", "--for", "WL24-42c", "--problem", "lscp", "--within", "1min")
    #expect(both.exitCode == 64)
  }
}

/// A unit-share problem as its certificate states it, judged in the plainest way.
private struct UnitProblem {
  var fixed: [Int] = []
  var free: [Int] = []
  private var need = 0
  private var unitNeeds: [Int] = []
  private var isForced: [Bool] = []
  private var points: [(demand: Int, unit: Int, sites: Set<Int>)] = []

  init?(_ text: String) {
    let lines = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    var limit = 0
    var index = 0
    func count(_ words: [String]) -> Int { Int(words[1]) ?? 0 }
    while index < lines.count, lines[index].first != "statement" {
      let words = lines[index]
      index += 1
      switch words[0] {
      case "limit": limit = count(words)
      case "need": need = count(words)
      case "candidates":
        for site in 0..<count(words) {
          if lines[index][1] == "fixed" { fixed.append(site) } else { free.append(site) }
          index += 1
        }
      case "units":
        for _ in 0..<count(words) {
          unitNeeds.append(Int(lines[index][1]) ?? 0)
          isForced.append(lines[index][2] == "forced")
          index += 1
        }
      case "points":
        for _ in 0..<count(words) {
          let numbers = lines[index].dropFirst().compactMap { Int($0) }
          var sites: Set<Int> = []
          for pair in stride(from: 2, to: numbers.count, by: 2) where numbers[pair + 1] <= limit {
            sites.insert(numbers[pair])
          }
          points.append((numbers[0], numbers[1], sites))
          index += 1
        }
      default: break
      }
    }
    if points.isEmpty || unitNeeds.isEmpty { return nil }
  }

  /// Whether enough units count, the forced ones among them.
  func suffices(_ new: [Int]) -> Bool {
    let open = Set(fixed + new)
    var covered = unitNeeds.map { _ in 0 }
    for point in points where !point.sites.isDisjoint(with: open) {
      covered[point.unit] += point.demand
    }
    let counts = zip(covered, unitNeeds).map { $0 >= $1 }
    return counts.count { $0 } >= need && zip(counts, isForced).allSatisfy { $0 || !$1 }
  }

  /// All choices of so many free sites.
  func choices(of size: Int) -> [[Int]] {
    func extend(_ chosen: [Int], from start: Int) -> [[Int]] {
      if chosen.count == size { return [chosen] }
      return (start..<free.count).flatMap { extend(chosen + [free[$0]], from: $0 + 1) }
    }
    return extend([], from: 0)
  }
}
