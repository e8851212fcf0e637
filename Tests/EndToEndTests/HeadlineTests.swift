import Foundation
import Testing

/// The share of people aged 60+ within a quarter of an hour on foot.
@Suite struct HeadlineTests {
  private func target(_ id: String, in copy: WorkspaceCopy) throws -> [String: Any] {
    let run = try copy.run("targets", "--format", "json")
    #expect(run.exitCode == 0, "\(run.stderr)")
    let list = try #require(try run.json()["targets"] as? [[String: Any]])
    return try #require(list.first { $0["id"] as? String == id })
  }

  @Test(arguments: ["WL24-22a", "WL24-51b"])
  func withoutAPromisedShareItInforms(id: String) throws {
    let copy = try WorkspaceCopy()
    let entry = try target(id, in: copy)
    #expect(entry["status"] as? String == "informational")
    #expect(entry["provenance"] as? String == "illustrative")
    let persons = try #require(entry["persons"] as? [String: Any])
    let covered = try #require(persons["covered"] as? Int)
    let total = try #require(persons["total"] as? Int)
    #expect(covered > 0 && covered < total)
    #expect(entry["num"] as? Int == covered)
    let neighbours = try #require(entry["with_neighbours"] as? [String: Any])
    #expect(try #require(neighbours["achieved"] as? Int) >= covered)
    let missing = try #require(entry["missing"] as? [[String: Any]])
    #expect(missing.allSatisfy { $0["reason"] is String })
  }

  @Test func withALocalThresholdItIsAVerdict() throws {
    let copy = try WorkspaceCopy()
    try copy.replace(
      "local_thresholds: {}", with: "local_thresholds: {WL24-22a: 0.9}", in: "yike.yaml")
    let entry = try target("WL24-22a", in: copy)
    #expect(entry["status"] as? String == "behind", "continuous: met or behind")
    let universe = try #require(entry["universe"] as? Int)
    let achieved = try #require(entry["achieved"] as? Int)
    let required = try #require(entry["required"] as? Int)
    #expect(required == (9 * universe + 9) / 10)
    #expect(entry["gap"] as? Int == required - achieved)
  }

  @Test func theTableAddsUpByVillageTownshipAndDistrict() throws {
    let copy = try WorkspaceCopy()
    let run = try copy.run(
      "coverage", "--target", "WL24-22a", "--format", "csv")
    #expect(run.exitCode == 0, "\(run.stderr)")
    let rows = run.output.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let header = try #require(rows.first)
    let level = try #require(header.firstIndex(of: "level"))
    for column in ["covered", "total", "covered_with_neighbours"] {
      let index = try #require(header.firstIndex(of: column))
      func sum(_ name: String) -> Int {
        rows.dropFirst().filter { $0[level] == name }.compactMap { Int($0[index]) }
          .reduce(0, +)
      }
      #expect(sum("village") == sum("district"))
      #expect(sum("township") == sum("district"))
    }
    let reason = try #require(header.firstIndex(of: "reason"))
    let seconds = try #require(header.firstIndex(of: "seconds"))
    let villages = rows.dropFirst().filter { $0[level] == "village" }
    #expect(villages.count == 215)
    #expect(villages.contains { $0[reason] == "too_far" && !$0[seconds].isEmpty })
  }

  @Test func rightsStationsAreCoveredLikeTheRest() throws {
    let copy = try WorkspaceCopy()
    let run = try copy.run(
      "coverage", "--service", "women_child_rights_station", "--cohort", "women", "--within",
      "15min,30min", "--mode", "walk", "--by", "district", "--format", "json")
    #expect(run.exitCode == 0, "\(run.stderr)")
    #expect(run.output.contains("women_child_rights_station"))
  }
}
