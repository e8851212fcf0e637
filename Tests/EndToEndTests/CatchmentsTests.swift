import Foundation
import Testing

/// `yike catchments` as its users meet it: plain files and the workspace, text in, text out.
@Suite struct CatchmentsTests {
  @Test func capacityOnPlainFilesTellsDisplacedFromTooFar() throws {
    let files = try PlainFiles([
      "od.csv": """
      from,to,seconds,status
      b,x,600.000,ok
      a,x,300.000,ok
      a,y,900.000,ok
      c,y,900.001,ok
      d,,,unreachable
      """,
      "d.csv": "id,demand\nd,3\nc,4\nb,10\na,10\n",
      "s.csv": "id,supply\ny,5\nx,12\nz,9\n",
    ])
    let run = try files.run(
      "catchments", "--costs", "od.csv", "--demand", "d.csv", "--supply", "s.csv", "--rule",
      "capacity", "--within", "15min", "--totals", "t.csv")
    #expect(run.exitCode == 0, "\(run.stderr)")
    // Only a can fill y, so 17 of 20 are served; the rest of a is nearer to x than b is.
    #expect(
      run.output == """
        demand,supply,assigned,status
        a,x,5,ok
        a,y,5,ok
        b,x,7,ok
        b,,3,displaced
        c,,4,too_far
        d,,3,too_far

        """)
    #expect(run.stderr.contains("assigned 17 + displaced 3 + too far 7 = demand 27"))
    #expect(
      try files.text("t.csv") == """
        supply,assigned,capacity,points,pool
        x,12,12,2,
        y,5,5,1,
        z,0,9,0,

        """)
  }

  @Test func rowOrderOfTheFilesShowsNowhere() throws {
    var random = PlainRandom(seed: 11)
    let pairs = (0..<30).flatMap { demand in
      (0..<8).map { "d\(demand),s\($0),\(random.below(4) * 300)" }
    }
    let demand = (0..<30).map { "d\($0),\(random.below(20))" }
    let supply = (0..<8).map { "s\($0),\(random.below(60))" }
    func answer(_ reversed: Bool, _ rule: String) throws -> Data {
      func lines(_ head: String, _ rows: [String]) -> String {
        ([head] + (reversed ? rows.reversed() : rows)).joined(separator: "\n") + "\n"
      }
      let files = try PlainFiles([
        "od.csv": lines("demand,supply,cost", pairs), "d.csv": lines("id,demand", demand),
        "s.csv": lines("id,supply", supply),
      ])
      let run = try files.run(
        "catchments", "--costs", "od.csv", "--demand", "d.csv", "--supply", "s.csv", "--rule",
        rule, "--within", "10min")
      #expect(run.exitCode == 0, "\(run.stderr)")
      return run.stdout
    }
    for rule in ["nearest", "capacity", "huff"] {
      #expect(try answer(false, rule) == answer(true, rule), "\(rule)")
    }
  }

  @Test func aSharedCapacityIsUsedOnce() throws {
    let files = try PlainFiles([
      "od.csv": "demand,supply,cost\na,x,1\na,y,1\nb,y,1\n",
      "d.csv": "id,demand\na,6\nb,6\n", "s.csv": "id,supply,pool\nx,8,hall\ny,8,hall\n",
    ])
    let run = try files.run(
      "catchments", "--costs", "od.csv", "--demand", "d.csv", "--supply", "s.csv", "--rule",
      "capacity", "--cost-unit", "none")
    #expect(run.output == "demand,supply,assigned,status\na,x,6,ok\nb,y,2,ok\nb,,4,displaced\n")
  }

  @Test func halfPersonsAreRefusedRowByRow() throws {
    let files = try PlainFiles([
      "od.csv": "demand,supply,cost\na,x,1\n", "d.csv": "id,demand\na,1.5\nb,2\nc,0.25\n",
      "s.csv": "id,supply\nx,8\n",
    ])
    let run = try files.run(
      "catchments", "--costs", "od.csv", "--demand", "d.csv", "--supply", "s.csv", "--rule",
      "nearest")
    #expect(run.exitCode == 1)
    #expect(run.stdout.isEmpty)
    #expect(run.stderr.contains("d.csv:2: demand “1.5”"))
    #expect(run.stderr.contains("d.csv:4: demand “0.25”"))
  }

  @Test func wrongUsageIsToldApart() throws {
    let files = try PlainFiles(["od.csv": "demand,supply,cost\na,x,1\n"])
    for arguments in [
      ["catchments"], ["catchments", "--costs", "od.csv"],
      ["catchments", "--service", "elder_canteen", "--rule", "best"],
      [
        "catchments", "--costs", "od.csv", "--demand", "d", "--supply", "s", "--rule",
        "administrative",
      ],
      ["catchments", "--costs", "od.csv", "--demand", "d", "--supply", "s", "--within", "15"],
      ["coverage", "--hierarchy", "village:elder_canteen", "--within", "15min"],
    ] {
      #expect(try files.run(arguments).exitCode == 64, "\(arguments)")
    }
  }

  @Test func theWorkspaceConservesUnderEveryRule() throws {
    let copy = try WorkspaceCopy()
    for rule in ["nearest", "administrative", "capacity", "huff"] {
      let run = try copy.run(
        "catchments", "--service", "elder_service", "--cohort", "pop_60plus", "--rule", rule,
        "--within", "60min", "--format", "json")
      #expect(run.exitCode == 0, "\(run.stderr)")
      let json = try run.json()
      func number(_ key: String) throws -> Int { try #require(json[key] as? Int, "\(key)") }
      #expect(
        try number("assigned") + number("displaced") + number("too_far") == number("demand"))
      let villages = try #require(json["villages"] as? [[String: Any]])
      let sum = villages.reduce(0) { $0 + ($1["assigned"] as? Int ?? 0) }
      #expect(sum == (try number("demand")), "\(rule)")
      let loads = try #require(json["facilities"] as? [[String: Any]])
      #expect(loads.reduce(0) { $0 + ($1["assigned"] as? Int ?? 0) } == (try number("assigned")))
      for load in loads where rule == "capacity" {
        #expect((load["assigned"] as? Int ?? 0) <= (load["capacity"] as? Int ?? 0))
      }
    }
  }

  @Test func outlinesAreWholeTownshipsOnly() throws {
    let copy = try WorkspaceCopy()
    let run = try copy.run(
      "catchments", "--service", "elder_service", "--rule", "administrative", "--border",
      "forbidden", "--format", "geojson")
    #expect(run.exitCode == 0, "\(run.stderr)")
    let features = try #require(try run.json()["features"] as? [[String: Any]])
    var drawn = Set<String>()
    var facilityOfUnit: [String: Set<String>] = [:]
    for feature in features {
      let properties = try #require(feature["properties"] as? [String: Any])
      if properties["layer"] as? String == "catchment" {
        for unit in properties["units"] as? [String] ?? [] { #expect(drawn.insert(unit).inserted) }
      } else if properties["layer"] as? String == "village",
        let unit = properties["unit"] as? String
      {
        facilityOfUnit[unit, default: []].insert(properties["facility"] as? String ?? "none")
      }
    }
    #expect(!drawn.isEmpty)
    for unit in drawn { #expect(facilityOfUnit[unit]?.count == 1, "\(unit)") }
  }

  @Test func undeclaredCapacitiesAreNamedAndNotGuessed() throws {
    let copy = try WorkspaceCopy()
    let arguments = ["catchments", "--service", "women_child_rights_station", "--rule", "capacity"]
    let refused = try YikeProcess.run(arguments, in: copy.folder)
    #expect(refused.exitCode == 1)
    #expect(refused.stderr.contains("--undeclared none|unlimited"))
    let assumed = try YikeProcess.run(arguments + ["--undeclared", "none"], in: copy.folder)
    #expect(assumed.exitCode == 0, "\(assumed.stderr)")
    #expect(assumed.stderr.contains("capacity not declared, taken as none"))
  }

  @Test func servicesOfASiteMayShareTheirCapacityInTheLedger() throws {
    let copy = try WorkspaceCopy()
    let header = "designation,capacity,floor_area_m2"
    try copy.replace(
      header, with: "designation,capacity,shared_capacity,floor_area_m2",
      in: "geodata/facilities.csv")
    var rows = try copy.text("geodata/facilities.csv").components(separatedBy: "\n")
    for (index, row) in rows.enumerated() where index > 0 && !row.isEmpty {
      var cells = row.components(separatedBy: ",")
      cells.insert("", at: 12)
      if cells[0].hasPrefix("elder_canteen-500156001")
        || cells[0].hasPrefix("elder_canteen-500156002")
      {
        cells[11] = ""
        cells[12] = "70"
        cells[15] = "site-shared"
      }
      rows[index] = cells.joined(separator: ",")
    }
    try copy.write(rows.joined(separator: "\n"), to: "geodata/facilities.csv")
    let run = try copy.run(
      "catchments", "--service", "elder_canteen", "--rule", "capacity", "--format", "json")
    #expect(run.exitCode == 0, "\(run.stderr)")
    let loads = try #require(try run.json()["facilities"] as? [[String: Any]])
    let shared = loads.filter { $0["shared_with"] as? String == "site-shared" }
    #expect(shared.count == 2)
    #expect(shared.reduce(0) { $0 + ($1["assigned"] as? Int ?? 0) } == 70)
  }

  @Test func aHierarchyNamesItsOrphansAndItsWeakestLink() throws {
    let copy = try WorkspaceCopy()
    let run = try copy.run(
      "coverage", "--hierarchy",
      "village:elder_mutual_aid_point,township:elder_town_center,district:elder_street_center",
      "--mode", "motor", "--within", "30min,60min", "--format", "json")
    #expect(run.exitCode == 0, "\(run.stderr)")
    let steps = try #require(try run.json()["steps"] as? [[String: Any]])
    #expect(steps.count == 2)
    for step in steps {
      let links = try #require(step["links"] as? [[String: Any]])
      let linked = links.filter { $0["status"] as? String == "linked" }
      #expect(linked.count == step["linked"] as? Int)
      #expect(links.count == step["total"] as? Int)
      let weakest = try #require(step["weakest"] as? [String: Any])
      let longest = linked.compactMap { $0["seconds"] as? Double }.max()
      #expect(weakest["seconds"] as? Double == longest)
      for orphan in links where orphan["status"] as? String == "orphan" {
        #expect(orphan["reason"] as? String != nil)
      }
    }
  }
}

/// Small files in a folder that goes away with them.
final class PlainFiles {
  let folder: URL

  init(_ files: [String: String]) throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "yike-plain-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func run(_ arguments: String...) throws -> YikeProcess { try run(arguments) }

  func run(_ arguments: [String]) throws -> YikeProcess {
    try YikeProcess.run(arguments, in: folder)
  }

  func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }
}

/// A few numbers that repeat themselves for a seed.
struct PlainRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A number from 0 to one less than `bound`.
  mutating func below(_ bound: UInt64) -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state >> 33) % bound
  }
}
