import Foundation
import Testing

/// `yike site` on plain files, with figures worked out by hand.
@Suite struct SiteCommandTests {
  /// Three villages, three candidates in minutes; village c reaches only site z.
  ///
  ///         x   y   z
  ///     a   5  20   –
  ///     b  20   5  30
  ///     c   –   –  10
  static func folder() throws -> PlainFolder {
    try PlainFolder([
      "od.csv": """
      demand,candidate,cost
      a,x,5
      a,y,20
      b,x,20
      b,y,5
      b,z,30
      c,z,10
      """,
      "d.csv": "id,demand,unit\na,100,u\nb,40,v\nc,10,v\n",
      "c.csv": "id,fixed,cost\nx,,10\ny,,5\nz,,8\n",
    ])
  }

  static let plain = [
    "site", "--costs", "od.csv", "--demand", "d.csv", "--candidates", "c.csv", "--cost-unit",
    "min", "--format", "json",
  ]

  private func json(_ arguments: String...) throws -> [String: Any] {
    let run = try Self.folder().run(all: Self.plain + arguments)
    #expect(run.exitCode == 0, "\(run.stderr)")
    return try run.json()
  }

  @Test func medianHasEveryKey() throws {
    let found = try json("--problem", "p-median", "-p", "2")
    #expect(
      Set(found.keys) == [
        "schema", "version", "problem", "status", "proof", "objective", "bound", "gap", "selected",
        "covered_demand", "total_demand", "largest_cost", "assignments", "marginal", "alternatives",
        "ties_complete", "uncoverable",
      ])
    // z has to be open for c; with x: 500 + 800 + 100, with y: 2000 + 200 + 100.
    #expect(found["selected"] as? [String] == ["x", "z"])
    #expect(found["objective"] as? Double == 1_400)
    #expect(found["bound"] as? Double == 1_400)
    #expect(found["gap"] as? Double == 0)
    #expect(found["status"] as? String == "optimal")
    #expect(found["proof"] as? String == "certified")
    #expect(found["total_demand"] as? Double == 150)
    let rows = try #require(found["assignments"] as? [[String: Any]])
    #expect(rows.map { $0["candidate"] as? String } == ["x", "x", "z"])
    #expect(rows.map { $0["cost"] as? Double } == [5, 20, 10])
    #expect(rows.map { $0["assigned"] as? Double } == [100, 40, 10])
  }

  static let certified: [(String, [String], Double, [String])] = [
    ("mclp", ["-p", "1", "--within", "20min"], 140.0, ["x"]),
    ("lscp", ["--within", "20min"], 2, ["x", "z"]),
    ("p-centre", ["-p", "3"], 10, ["x", "y", "z"]),
    ("partial-cover", ["--share", "0.9", "--within", "20min"], 5, ["y"]),
    ("budget", ["--budget", "13", "--within", "5min"], 100, ["x"]),
    ("budget", ["--budget", "13.5", "--within", "10min"], 100, ["x"]),
    ("unit-share", ["--share", "0.5", "--within", "10min"], 5, ["y"]),
    (
      "unit-share",
      ["--share", "0.5", "--within", "10min", "--force-units", "u"], 10, ["x"]
    ),
    ("backup", ["-p", "3", "--within", "30min"], 2, ["x", "y", "z"]),
  ]

  @Test(arguments: certified)
  func objectives(
    _ problem: String, _ flags: [String], _ objective: Double, _ selected: [String]
  ) throws {
    let run = try Self.folder().run(all: Self.plain + ["--problem", problem] + flags)
    let found = try run.json()
    #expect(found["objective"] as? Double == objective, "\(run.stderr)")
    #expect(found["selected"] as? [String] == selected)
    #expect(found["proof"] as? String == "certified")
  }

  @Test func equallyGoodChoicesAreListedOnRequest() throws {
    let found = try json(
      "--problem", "mclp", "-p", "1", "--within", "20min", "--alternatives", "5")
    #expect(found["selected"] as? [String] == ["x"])
    #expect(found["alternatives"] as? [[String]] == [["y"]])
    #expect(found["ties_complete"] as? Bool == true)
  }

  @Test func infeasibleNamesTheDemandNobodyCanServe() throws {
    let folder = try Self.folder()
    let asked = Self.plain + ["--problem", "lscp", "--within", "9min"]
    let run = try folder.run(all: asked)
    #expect(run.exitCode == 0)
    let found = try run.json()
    #expect(found["status"] as? String == "infeasible")
    #expect(found["proof"] as? String == "certified")
    #expect(found["objective"] is NSNull)
    #expect(found["uncoverable"] as? [String] == ["c"])
    #expect(try folder.run(all: asked + ["--fail-on-gap"]).exitCode == 2)
  }

  @Test func moreSitesThanCandidatesIsInfeasible() throws {
    #expect(try json("--problem", "p-median", "-p", "4")["status"] as? String == "infeasible")
    #expect(try json("--problem", "p-median", "-p", "0")["status"] as? String == "infeasible")
    #expect(
      try json("--problem", "mclp", "-p", "0", "--within", "5min")["objective"] as? Double == 0)
  }

  @Test func fixedSitesStayAndForbiddenOnesAreNotOpened() throws {
    let folder = try Self.folder()
    try folder.write("id,fixed\nx,forbidden\ny,1\nz,0\n", "c.csv")
    let run = try folder.run(
      all: Self.plain + ["--problem", "mclp", "-p", "1", "--within", "60min"])
    #expect(try run.json()["selected"] as? [String] == ["y"])
  }

  @Test func dispersionTakesCostsBetweenCandidates() throws {
    let folder = try PlainFolder([
      "between.csv": "candidate,candidate,cost\nx,y,3\ny,z,4\nx,z,9\n", "c.csv": "id\nx\ny\nz\n",
    ])
    let run = try folder.run(
      "site", "--candidates", "c.csv", "--between", "between.csv", "--problem", "p-dispersion",
      "-p", "2", "--cost-unit", "m", "--format", "json")
    let found = try run.json()
    #expect(found["objective"] as? Double == 9)
    #expect(found["selected"] as? [String] == ["x", "z"])
    #expect(found["proof"] as? String == "solver")
  }

  static let uncertified: [(String, [String], Double, [String])] = [
    // z serves c and ten of b; the rest of b needs y or x.
    ("capacitated-lscp", ["--within", "60min"], 3.0, ["x", "y", "z"]),
    ("capacitated-mclp", ["-p", "2", "--within", "60min"], 130, ["x", "y"]),
    ("capacitated-p-median", ["-p", "3"], 500 + 150 + 300 + 100, ["x", "y", "z"]),
    ("lexicographic", ["-p", "2", "--within", "5min"], 100, ["x", "z"]),
    ("mclp", ["-p", "2", "--within", "10min", "--unit-minimum", "0.2"], 140, ["x", "y"]),
  ]

  @Test(arguments: uncertified)
  func withoutACertificate(
    _ problem: String, _ flags: [String], _ objective: Double, _ selected: [String]
  ) throws {
    let folder = try Self.folder()
    try folder.write("id,capacity\nx,100\ny,30\nz,20\n", "c.csv")
    let run = try folder.run(all: Self.plain + ["--problem", problem] + flags)
    let found = try run.json()
    #expect(found["objective"] as? Double == objective, "\(run.stderr)")
    #expect(found["selected"] as? [String] == selected)
    #expect(found["proof"] as? String == "solver")
    // Assigned demand stays within the capacities and adds up.
    let rows = try #require(found["assignments"] as? [[String: Any]])
    #expect(rows.reduce(0) { $0 + ($1["assigned"] as? Double ?? 0) } == 150)
    guard problem.hasPrefix("capacitated") else { return }
    for (site, room) in [("x", 100.0), ("y", 30), ("z", 20)] {
      let load = rows.filter { $0["candidate"] as? String == site }
        .reduce(0) { $0 + ($1["assigned"] as? Double ?? 0) }
      #expect(load <= room)
    }
  }

  @Test func wholePointsAreNotDivided() throws {
    let folder = try Self.folder()
    try folder.write("id,capacity\nx,100\ny,30\nz,20\n", "c.csv")
    let run = try folder.run(
      all: Self.plain + [
        "--problem", "capacitated-mclp", "-p", "3", "--within", "60min", "--whole",
      ])
    // Nobody has room for the forty of b.
    #expect(try run.json()["objective"] as? Double == 110)
  }

  @Test func levelsNeedOneOfTheNext() throws {
    let folder = try Self.folder()
    try folder.write(
      "id,service,cost\nx,village,1\ny,village,1\nz,village,1\nt,town,5\nw,town,3\n", "c.csv")
    try folder.write(
      "candidate,candidate,cost\nx,t,10\ny,t,10\nz,t,10\nx,w,10\nz,w,90\n", "between.csv")
    let run = try folder.run(
      all: Self.plain + [
        "--problem", "hierarchical", "--levels", "village,town", "--within", "20min,30min",
        "--between", "between.csv",
      ])
    let found = try run.json()
    // x and z serve the villages; w is cheaper, but z reaches t alone.
    #expect(found["selected"] as? [String] == ["t", "x", "z"], "\(run.stderr)")
    #expect(found["objective"] as? Double == 7)
  }

  @Test func buildingsAreSharedAndPaidOnce() throws {
    let folder = try PlainFolder([
      "od.csv": """
      demand,candidate,cost
      a,h1,5
      a,c1,5
      a,h2,5
      a,c2,5
      """,
      "d.csv": "id,demand\na,10\n",
      "c.csv": """
      id,service,building,building_cost,cost
      h1,health,one,10,2
      c1,care,one,10,2
      h2,health,two,6,1
      c2,care,three,6,1
      """,
    ])
    let run = try folder.run(all: Self.plain + ["--problem", "joint", "--within", "15min"])
    let found = try run.json()
    // One building for both, 14, is as dear as two cheaper ones; one of the two shares.
    #expect(found["objective"] as? Double == 14, "\(run.stderr)")
    #expect(found["status"] as? String == "optimal")
  }

  @Test func everyDemandHasARowOfCSV() throws {
    let folder = try Self.folder()
    let run = try folder.run(
      "site", "--costs", "od.csv", "--demand", "d.csv", "--candidates", "c.csv", "--cost-unit",
      "min", "--problem", "mclp", "-p", "1", "--within", "10min", "--format", "csv")
    #expect(
      run.output == """
        demand,candidate,cost,assigned,status
        a,x,5,100,ok
        b,,,40,too_far
        c,,,10,unreachable

        """)
  }

  static let wrongUsages: [([String], Int32)] = [
    (["--problem", "p-median"], 64),
    (["--problem", "mclp", "-p", "1"], 64),
    (["--problem", "mclp", "-p", "-1", "--within", "5min"], 64),
    (["--problem", "mclp", "-p", "1", "--within", "five"], 64),
    (["--problem", "partial-cover", "--share", "1.5", "--within", "5min"], 64),
    (["--problem", "nearest", "-p", "1"], 64),
    (["--problem", "p-median", "-p", "1", "--seconds", "0"], 64),
    (
      ["--problem", "unit-share", "--share", "0.5", "--within", "5min", "--force-units", "w"], 1
    ),
  ]

  @Test(arguments: wrongUsages)
  func wrongUsageIsRefused(_ flags: [String], _ code: Int32) throws {
    let run = try Self.folder().run(all: Self.plain + flags)
    #expect(run.exitCode == code, "\(run.stderr)")
    #expect(run.stdout.isEmpty)
  }

  @Test func everyFaultOfAFileIsListed() throws {
    let folder = try Self.folder()
    try folder.write("id,fixed,cost\nx,maybe,1\ny,,\nz,,-2\n", "c.csv")
    let run = try folder.run(
      all: Self.plain + ["--problem", "budget", "--budget", "3", "--within", "5min"])
    #expect(run.exitCode == 1)
    #expect(run.stderr.contains("c.csv:4: cost “-2”"))
    try folder.write("id,fixed,cost\nx,maybe,1\ny,,\nz,,2\n", "c.csv")
    let second = try folder.run(
      all: Self.plain + ["--problem", "budget", "--budget", "3", "--within", "5min"])
    #expect(second.stderr.contains("c.csv:2: fixed “maybe”"))
    #expect(second.stderr.contains("c.csv:3: cost"))
  }
}

extension PlainFolder {
  /// Runs the program in the folder, which stays as long.
  func run(all arguments: [String]) throws -> YikeProcess {
    try withExtendedLifetime(self) { try YikeProcess.run(arguments, in: folder) }
  }
}
