import Foundation
import Testing

/// `yike access` on the workspace at the repository's root.
struct WorkspaceAccessTests {
  private static let question = [
    "access", "--service", "elder_canteen", "--cohort", "pop_60plus", "--within", "30min",
    "--mode", "motor",
  ]

  @Test func measuresEveryVillage() throws {
    let copy = try WorkspaceCopy()
    let run = try YikeProcess.run(
      Self.question + ["--method", "2sfca", "--format", "csv"], in: copy.folder)
    #expect(run.exitCode == 0, "\(run.stderr)")
    #expect(run.stderr.contains("Σ demand·access"))
    #expect(run.stderr.contains("weakest data: illustrative"))
    let rows = run.output.split(separator: "\n")
    #expect(rows.first?.hasSuffix(",people,access,status,reason,provenance") == true)
    #expect(rows.count > 200)
    #expect(rows.dropFirst().allSatisfy { $0.hasSuffix(",illustrative") })
    #expect(rows.contains { $0.contains(",0,no_supply,too_far,") })

    let json = try YikeProcess.run(
      Self.question + ["--method", "2sfca", "--format", "json", "--threads", "1"],
      in: copy.folder
    ).json()
    #expect(json["schema"] as? String == "yike-access/1")
    #expect((json["villages"] as? [Any])?.count == rows.count - 1)
    let balance = try #require(json["balance"] as? [String: Any])
    #expect(balance["holds"] as? Bool == true)
    let equity = try #require(json["equity"] as? [String: Any])
    #expect(
      (equity["measures"] as? [[String: Any]])?.contains { $0["id"] as? String == "gini" } == true)

    let map = try YikeProcess.run(
      Self.question + ["--method", "nearest-n", "--format", "geojson"], in: copy.folder
    ).json()
    #expect((map["features"] as? [Any])?.count ?? 0 > rows.count - 1)
  }

  @Test func keepsSensitiveCountsBack() throws {
    let copy = try WorkspaceCopy()
    let cohort = ["--service", "mh_rehab", "--cohort", "registered_mh_subjects", "--within", "1h"]
    let refused = try YikeProcess.run(
      ["access", "--method", "2sfca"] + cohort + ["--supply-of", "count"], in: copy.folder)
    #expect(refused.exitCode == 1)
    #expect(refused.output.isEmpty)
    let allowed = try YikeProcess.run(
      ["access", "--method", "cumulative"] + cohort
        + ["--supply-of", "count", "--format", "json"], in: copy.folder)
    let json = try allowed.json()
    #expect(json["equity"] is NSNull)
    let villages = try #require(json["villages"] as? [[String: Any]])
    #expect(villages.allSatisfy { $0["people"] is NSNull })
  }
}
