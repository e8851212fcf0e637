import Foundation
import Testing

/// What the document's own projects achieve, and what they do not (武隆民政发〔2024〕8号).
@Suite struct PlanVerdictTests {
  private func targets(
    _ arguments: [String], in copy: WorkspaceCopy
  ) throws -> [String: [String: Any]] {
    let run = try YikeProcess.run(arguments + ["--format", "json"], in: copy.folder)
    #expect(run.exitCode == 0, "\(run.stderr)")
    let list = try #require(try run.json()["targets"] as? [[String: Any]])
    return Dictionary(
      uniqueKeysWithValues: list.compactMap { entry in
        (entry["id"] as? String).map { ($0, entry) }
      })
  }

  private func names(_ entry: [String: Any], _ key: String) -> [String] {
    (entry[key] as? [[String: Any]] ?? []).compactMap { $0["name"] as? String }
  }

  private func alternative(_ entry: [String: Any], _ rule: String) -> Int? {
    (entry["alternatives"] as? [[String: Any]] ?? [])
      .first { $0["rule"] as? String == rule }?["achieved"] as? Int
  }

  @Test func thePlanWithItsAssumption() throws {
    let copy = try WorkspaceCopy()
    let run = try copy.run("run", "scenarios/2024-plan.yaml", "--format", "json")
    #expect(run.exitCode == 0, "\(run.stderr)")
    let json = try run.json()
    let list = try #require(json["targets"] as? [[String: Any]])
    let byID = Dictionary(
      uniqueKeysWithValues: list.compactMap { entry in
        (entry["id"] as? String).map { ($0, entry) }
      })
    let assumptions = try #require(json["assumptions"] as? [[String: Any]])
    #expect(assumptions.contains { $0["id"] as? String == "assume_complete:mh_rehab" })

    for (id, achieved, provenance) in [
      ("WL24-40a", 2, "official"), ("WL24-40b", 8, "official"), ("WL24-40c", 9, "illustrative"),
      ("WL24-23a", 2, "official"), ("WL24-51a", 1, "official"),
    ] {
      let entry = try #require(byID[id])
      #expect(entry["status"] as? String == "met", "\(id)")
      #expect(entry["achieved"] as? Int == achieved, "\(id)")
      #expect(entry["required"] as? Int == achieved, "\(id)")
      #expect(entry["provenance"] as? String == provenance, "\(id)")
    }
    let named = try #require(byID["WL24-40c"])
    #expect(named["rule"] as? String == "assigned")
    #expect(alternative(named, "hosted") == 8)

    let streets = try #require(byID["WL24-42a"])
    #expect(streets["required"] as? Int == 4)
    #expect(streets["achieved"] as? Int == 2)
    #expect(streets["gap"] as? Int == 2)
    #expect(streets["status"] as? String == "missed")
    #expect(names(streets, "missing") == ["凤山街道", "芙蓉街道"])
    #expect(alternative(streets, "hosted") == 2)
    #expect(alternative(streets, "assigned") == 2)
    #expect(streets["provenance"] as? String == "derived")

    let towns = try #require(byID["WL24-42c"])
    #expect(towns["universe"] as? Int == 22)
    #expect(towns["required"] as? Int == 14)
    #expect(towns["achieved"] as? Int == 9)
    #expect(towns["num"] as? Int == 9)
    #expect(towns["den"] as? Int == 22)
    #expect(towns["share_text"] as? String == "40.9%")
    #expect(towns["required_text"] as? String == "60%")
    #expect(towns["gap"] as? Int == 5)
    #expect(towns["status"] as? String == "missed")
    #expect(towns["range"] as? [Int] == [9, 9])
    #expect(
      names(towns, "missing") == [
        "江口镇", "火炉镇", "鸭江镇", "平桥镇", "桐梓镇", "凤来镇", "庙垭乡", "石桥苗族土家族乡", "沧沟乡",
        "文复苗族土家族乡", "土地乡", "后坪苗族土家族乡", "浩口苗族仡佬族乡",
      ])
    #expect(alternative(towns, "hosted") == 8)
    #expect(alternative(towns, "assigned") == 9)
    #expect(towns["provenance"] as? String == "derived")
    let upper = try #require(towns["upper"] as? [String: Any])
    #expect(upper["value"] as? String == "50%")
    #expect(upper["binds"] as? Bool == false)

    let checks = try #require(json["cross_checks"] as? [[String: Any]])
    #expect(
      checks.contains {
        $0["id"] as? String == "WL24-40c" && $0["kind"] as? String == "limited_by"
      })
  }

  @Test func thePlanWithoutTheAssumption() throws {
    let copy = try WorkspaceCopy()
    try copy.replace(
      "assume_complete: [mh_rehab]", with: "assume_complete: []", in: "scenarios/2024-plan.yaml")
    let byID = try targets(["run", "scenarios/2024-plan.yaml"], in: copy)
    let towns = try #require(byID["WL24-42c"])
    #expect(towns["achieved"] as? Int == 9)
    #expect(towns["unknown"] as? Int == 13)
    #expect(towns["status"] as? String == "unknown")
    #expect(towns["range"] as? [Int] == [9, 22])
  }

  @Test func theBaselineKnowsNothingOfThePlan() throws {
    let copy = try WorkspaceCopy()
    let byID = try targets(["targets"], in: copy)
    for id in ["WL24-40a", "WL24-40b", "WL24-40c", "WL24-42a", "WL24-42b", "WL24-42c"] {
      #expect(byID[id]?["status"] as? String == "unknown", "\(id)")
    }
    let communities = try #require(byID["WL24-42b"])
    #expect(communities["required"] is NSNull)
    #expect(communities["universe"] is NSNull)
    #expect((communities["reason"] as? String)?.contains("城市社区") == true)
    #expect(byID.count == 31, "every entry of the document is there: \(byID.keys.sorted())")
  }

  @Test func failingOnAGapIsAskedFor() throws {
    let copy = try WorkspaceCopy()
    let run = try copy.run("run", "scenarios/2024-plan.yaml", "--fail-on-gap")
    #expect(run.exitCode == 2)
    #expect(run.output.contains("未达标"))
  }
}
