import Foundation
import Testing

/// What differs between two scenarios, through the command line.
@Suite struct CompareTests {
  private func compare(
    _ copy: WorkspaceCopy, _ before: String, _ after: String, _ more: [String] = []
  ) throws -> [String: Any] {
    let run = try YikeProcess.run(
      ["compare", before, after, "--format", "json"] + more, in: copy.folder)
    #expect(run.exitCode == 0, "\(run.stderr)")
    return try run.json()
  }

  private func write(_ text: String, _ name: String, in copy: WorkspaceCopy) throws {
    try "schema: yike-scenario/1\nid: \(name)\n\(text)\n".write(
      to: copy.folder.appending(path: "scenarios/\(name).yaml"), atomically: true,
      encoding: .utf8)
  }

  @Test func gainsAndLossesAddUpAndEveryFlipIsListed() throws {
    let copy = try WorkspaceCopy()
    let json = try compare(copy, "baseline", "scenarios/2024-plan.yaml")
    let targets = try #require(json["targets"] as? [[String: Any]])
    let baseline = try copy.run("targets", "--format", "json").json()
    let plan = try copy.run("run", "scenarios/2024-plan.yaml", "--format", "json").json()
    func statuses(_ json: [String: Any]) -> [String: String] {
      Dictionary(
        uniqueKeysWithValues: (json["targets"] as? [[String: Any]] ?? []).compactMap { entry in
          (entry["id"] as? String).map { ($0, entry["status"] as? String ?? "") }
        })
    }
    let (before, after) = (statuses(baseline), statuses(plan))
    let flips = Set(
      targets.filter { $0["flips"] as? Bool == true }.compactMap { $0["id"] as? String })
    #expect(flips == Set(before.keys.filter { before[$0] != after[$0] }))
    #expect(flips.isSuperset(of: ["WL24-40a", "WL24-40b", "WL24-40c", "WL24-42c"]))
    // The other readings keep what is said of the whole, not of the nine named units; that rests on
    // the register that the plan assumes to be complete.
    func change(_ id: String) -> [String: Any] {
      targets.first { $0["id"] as? String == id } ?? [:]
    }
    #expect(change("WL24-42c")["holds"] as? Bool == true)
    #expect(change("WL24-40c")["holds"] as? Bool == false)
    #expect(change("WL24-42c")["rests_on"] as? [String] == ["assume_complete:mh_rehab"])
    #expect(targets.allSatisfy { $0["untested"] as? Bool == ($0["id"] as? String == "WL24-51b") })
    for service in try #require(json["services"] as? [[String: Any]]) {
      guard service["withheld"] as? Bool == false else { continue }
      let places = service["places"] as? [[String: Any]] ?? []
      func sum(_ level: String) -> Int {
        places.filter { $0["level"] as? String == level }.reduce(0) {
          $0 + ($1["change"] as? Int ?? 0)
        }
      }
      let net = try #require(service["net"] as? Int)
      #expect(net == (service["gained"] as? Int ?? 0) - (service["lost"] as? Int ?? 0))
      #expect(sum("village") == net)
      #expect(sum("township") == net)
      #expect(sum("district") == net)
    }
  }

  @Test func aFootbridgeChangesOnlyThoseWhoseWayUsesIt() throws {
    let copy = try WorkspaceCopy()
    try write(
      """
      roads:
        add:
          - {id: b, name: 试验人行桥, line: [[107.572986, 29.404983], [107.570939, 29.39791]],
             highway: footway, tags: {bridge: "yes"}, provenance: illustrative}
      """, "bridge", in: copy)
    let json = try compare(copy, "baseline", "scenarios/bridge.yaml")
    let services = try #require(json["services"] as? [[String: Any]])
    let care = try #require(services.first { $0["service"] as? String == "WL24-22a" })
    let changed = (care["places"] as? [[String: Any]] ?? []).filter {
      $0["level"] as? String == "village"
    }.compactMap { $0["name"] as? String }
    #expect(changed == ["石床村"])
    let way = try copy.run(
      "explain", "石床村", "--service", "elder_service", "--scenario", "scenarios/bridge.yaml")
    #expect(way.output.contains("试验人行桥"))
    // A neighbour on the same bank, whose way does not cross.
    let other = try copy.run(
      "explain", "灵山村", "--service", "elder_service", "--scenario", "scenarios/bridge.yaml")
    #expect(other.exitCode == 0)
    #expect(!other.output.contains("试验人行桥"))
  }

  @Test func aSlowerRoadBringsNobodyNearer() throws {
    let copy = try WorkspaceCopy()
    try write(
      "roads: {slow: [{name: 沿江干道（示例）, factor: 3, provenance: illustrative}]}", "slow", in: copy)
    let json = try compare(copy, "baseline", "scenarios/slow.yaml")
    var later = 0
    for service in try #require(json["services"] as? [[String: Any]]) {
      for place in service["places"] as? [[String: Any]] ?? [] {
        guard let before = (place["seconds_before"] as? String).flatMap(Double.init),
          let after = (place["seconds_after"] as? String).flatMap(Double.init)
        else { continue }
        #expect(after >= before - 0.01, "\(place["name"] ?? "")")
        later += after > before + 60 ? 1 : 0
      }
    }
    #expect(later > 0)
  }

  @Test func patchesThatCannotBeAreToldTogether() throws {
    let copy = try WorkspaceCopy()
    try write(
      """
      move: [{id: no-such, lon: 107.5, lat: 29.4, provenance: official}]
      limits: {WL24-99: 15min, WL24-23a: 15min}
      rules: {WL24-42c: catchment}
      travel: {paces: {runner: 2.5}}
      """, "wrong", in: copy)
    let run = try copy.run("run", "scenarios/wrong.yaml")
    #expect(run.exitCode == 1)
    for check in [
      "scenario.unknown_facility", "scenario.unfit_setting", "scenario.unknown_setting",
    ] { #expect(run.stderr.contains(check), "\(check)") }
    #expect(run.stderr.contains("WL24-99") && run.stderr.contains("runner"))

    try write(
      """
      roads:
        add: [{id: b, line: [[107.1, 29.9], [107.2, 29.95]], highway: footway, provenance: official}]
        close: [{name: 没有的路, provenance: official}]
      """, "loose", in: copy)
    let loose = try copy.run("run", "scenarios/loose.yaml")
    #expect(loose.exitCode == 1)
    #expect(loose.stderr.contains("scenario.road_joins_nothing"))
    #expect(loose.stderr.contains("scenario.unknown_road"))
  }

  @Test func theTableAndTheFilesAgree() throws {
    let copy = try WorkspaceCopy()
    let table = try copy.run("compare", "baseline", "scenarios/2024-plan.yaml")
    #expect(table.output.contains("WL24-42c"))
    let csv = try copy.run(
      "compare", "baseline", "scenarios/2024-plan.yaml", "--format", "csv", "--service", "mh_rehab",
      "--cohort", "registered_mh_subjects", "--within", "30min", "--mode", "motor")
    #expect(csv.exitCode == 0, "\(csv.stderr)")
    // People of a sensitive cohort are never laid side by side.
    let rows = csv.output.split(separator: "\n").filter { $0.contains("registered_mh_subjects") }
    #expect(!rows.isEmpty)
    #expect(
      rows.allSatisfy { row in
        let fields = row.split(separator: ",", omittingEmptySubsequences: false)
        return fields[7].isEmpty && fields[8].isEmpty && fields[9].isEmpty
      })
    let map = try copy.run("compare", "baseline", "scenarios/2024-plan.yaml", "--format", "geojson")
    #expect(map.output.contains(#""change":"opened""#))
  }
}
