import Foundation
import Testing

/// Every number of an explanation can be found in the tables.
@Suite struct ExplainTests {
  private func row(of village: String, in copy: WorkspaceCopy) throws -> [String: String] {
    let run = try copy.run("coverage", "--target", "WL24-22a", "--by", "village", "--format", "csv")
    let lines = run.output.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let header = try #require(lines.first)
    let line = try #require(lines.first { $0.contains(village) })
    return Dictionary(uniqueKeysWithValues: zip(header, line))
  }

  @Test(arguments: ["庙树村", "朝阳社区", "火炉社区", "徐家村", "走马村"])
  func theMinutesAreThoseOfTheTable(village: String) throws {
    let copy = try WorkspaceCopy()
    let row = try row(of: village, in: copy)
    let seconds = try #require(Double(row["seconds"] ?? ""))
    let tenths = Int((seconds / 6).rounded(.toNearestOrAwayFromZero))
    let run = try copy.run("explain", village)
    #expect(run.exitCode == 0, "\(run.stderr)")
    #expect(run.output.contains("\(tenths / 10).\(tenths % 10)分钟"), "\(seconds): \(run.output)")
    #expect(run.output.contains(seconds <= 900 ? "以内" : "超过"))
  }

  @Test func anIslandIsSaidToBeOne() throws {
    let copy = try WorkspaceCopy()
    #expect(try copy.run("explain", "木根村").output.contains("无路可达"))
    #expect(try row(of: "木根村", in: copy)["reason"] == "unreachable")
  }

  @Test func aNameThatSeveralCarryAsksForTheID() throws {
    let copy = try WorkspaceCopy()
    let run = try copy.run("explain", "复兴")
    #expect(run.exitCode == 1)
    #expect(run.stderr.contains("复兴社区") && run.stderr.contains("复兴村"))
  }

  @Test func theWayIsDrawn() throws {
    let copy = try WorkspaceCopy()
    let run = try copy.run("explain", "庙树村", "--format", "geojson")
    let features = try #require(try run.json()["features"] as? [[String: Any]])
    let legs = features.compactMap { $0["properties"] as? [String: Any] }.filter {
      $0["kind"] as? String == "leg"
    }
    #expect(!legs.isEmpty)
    #expect(legs.allSatisfy { $0["class"] is String && $0["seconds"] is String })
  }

  @Test func settingsAreVariedBesideTheFigure() throws {
    let copy = try WorkspaceCopy()
    let run = try copy.run("coverage", "--target", "WL24-22a", "--sensitivity", "--format", "csv")
    #expect(run.exitCode == 0, "\(run.stderr)")
    let rows = run.output.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    let covered = Dictionary(
      uniqueKeysWithValues: rows.dropFirst().map { ($0[2], Int($0[3]) ?? -1) })
    #expect(covered.count == 6)
    let set = try #require(covered["as_set"])
    #expect(try #require(covered["pace+20%"]) >= set)
    #expect(try #require(covered["pace-20%"]) <= set)
    #expect(try #require(covered["slope_off"]) >= set)
  }
}
