import Foundation
import Testing

/// `yike access` from plain files, as an analyst uses it.
struct AccessTests {
  /// The example of `docs/methods/accessibility.md`.
  private func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "access-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try write(
      """
      demand,supply,cost
      c,y,15
      a,x,5
      a,y,25
      b,x,12
      c,x,28
      b,y,8
      """, "od.csv", folder)
    try write("id,demand,town\na,100,n\nb,200,n\nc,50,s\n", "d.csv", folder)
    try write("id,supply\nx,10\ny,20\n", "s.csv", folder)
    return folder
  }

  private func write(_ text: String, _ name: String, _ folder: URL) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  private func access(_ folder: URL, _ more: String...) throws -> YikeProcess {
    try YikeProcess.run(
      ["access", "--costs", "od.csv", "--demand", "d.csv", "--supply", "s.csv"] + more,
      in: folder)
  }

  private func numbers(_ run: YikeProcess) -> [Double] {
    run.output.split(separator: "\n").dropFirst().compactMap {
      Double($0.split(separator: ",", omittingEmptySubsequences: false)[1])
    }
  }

  @Test(arguments: [
    ("2sfca --within 20min", [0.033333, 0.113333, 0.080000]),
    ("e2sfca --steps 10:1,20:0.68,30:0.22", [0.057673, 0.105655, 0.062032]),
    ("kd2sfca --within 30min --kernel gaussian", [0.057717, 0.105719, 0.061692]),
    ("kd2sfca --within 30min --kernel epanechnikov", [0.059863, 0.104109, 0.063838]),
    ("m2sfca --within 30min --steps 10:1,20:0.68,30:0.22", [0.044267, 0.096846, 0.038085]),
    ("3sfca --within 30min --steps 10:1,20:0.68,30:0.22", [0.064008, 0.099758, 0.072950]),
    ("mh3sfca --within 30min --steps 10:1,20:0.68,30:0.22", [0.060648, 0.080545, 0.054940]),
    ("cumulative --within 20min", [10, 30, 20]),
    ("nearest-n --within 30min --nearest 2", [15, 10, 21.5]),
  ])
  func givesTheKnownAnswers(_ method: String, _ expected: [Double]) throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let words = method.split(separator: " ").map(String.init)
    let run = try YikeProcess.run(
      ["access", "--costs", "od.csv", "--demand", "d.csv", "--supply", "s.csv", "--cost-unit"]
        + ["min", "--method"] + words, in: folder)
    #expect(run.exitCode == 0, "\(run.stderr)")
    #expect(run.output.hasPrefix("id,access,status\na,"))
    for (value, wanted) in zip(numbers(run), expected) { #expect(abs(value - wanted) < 5.1e-7) }
    #expect(numbers(run).count == 3)
    if method.hasPrefix("2sfca") { #expect(run.stderr.contains("Σ demand·access = 30")) }
  }

  @Test func writesRatiosAndEvenness() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let run = try access(
      folder, "--cost-unit", "min", "--method", "e2sfca", "--steps", "10:1,20:0.68,30:0.22",
      "--supply-ratios", "out/r.csv", "--equity", "out/e.json", "--group", "town", "-o",
      "out/a.csv")
    #expect(run.exitCode == 0, "\(run.stderr)")
    let ratios = try String(contentsOf: folder.appending(path: "out/r.csv"), encoding: .utf8)
    #expect(ratios.hasPrefix("id,ratio,status\nx,"))
    let json = try JSONSerialization.jsonObject(
      with: Data(contentsOf: folder.appending(path: "out/e.json")))
    let object = try #require(json as? [String: Any])
    let measures = try #require(object["measures"] as? [[String: Any]])
    func value(_ id: String) -> Double? {
      measures.first { $0["id"] as? String == id }?["value"] as? Double
    }
    #expect(abs(try #require(value("gini")) - 0.135016) < 5.1e-7)
    let theil = try #require(value("theil_t"))
    #expect(abs(theil - 0.037724) < 5.1e-7)
    let parts = try #require(value("theil_between")) + (try #require(value("theil_within")))
    #expect(abs(parts - theil) < 1e-15)
    #expect(measures.allSatisfy { !(($0["definition_en"] as? String) ?? "").isEmpty })
    #expect((object["groups"] as? [[String: Any]])?.count == 2)
  }

  @Test func changesNothingWhenRowsAreTurned() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let method = ["--cost-unit", "min", "--method", "3sfca", "--kernel", "power:1", "--within"]
    func run() throws -> YikeProcess {
      try YikeProcess.run(
        ["access", "--costs", "od.csv", "--demand", "d.csv", "--supply", "s.csv"] + method
          + ["1h"], in: folder)
    }
    let first = try run()
    for name in ["od.csv", "d.csv", "s.csv"] {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      let lines = text.split(separator: "\n")
      try write(
        ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\r\n"), name, folder)
    }
    let second = try run()
    #expect(first.exitCode == 0)
    #expect(first.stdout == second.stdout)
    #expect(first.stderr == second.stderr)
  }

  @Test func keepsEveryRowWithItsStatus() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try write("id,demand\na,0.5\nb,2\nfar,3\n", "d.csv", folder)
    try write("id,supply\nx,1.25\ny,0\nlonely,4\n", "s.csv", folder)
    let run = try access(
      folder, "--cost-unit", "min", "--method", "2sfca", "--within", "12min", "--supply-ratios",
      "r.csv")
    #expect(run.output == "id,access,status\na,0.5,ok\nb,0.5,ok\nfar,0,no_supply\n")
    let ratios = try String(contentsOf: folder.appending(path: "r.csv"), encoding: .utf8)
    #expect(ratios == "id,ratio,status\nlonely,,no_demand\nx,0.5,ok\ny,0,ok\n")
    #expect(run.stderr.contains("od.csv: 2 pairs were left out"))
    #expect(run.stderr.contains("lonely"))
    #expect(run.stderr.contains("Σ supply = 1.25"))
  }

  @Test func comparesMetresAsDecimals() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try write("demand,supply,cost\na,x,0.3\nb,x,0.30000001\n", "od.csv", folder)
    let run = try access(
      folder, "--cost-unit", "none", "--method", "cumulative", "--within", "0.3")
    #expect(run.output == "id,access,status\na,10,ok\nb,0,no_supply\nc,0,no_supply\n")
  }

  @Test func listsAllFaults() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try write("from,to,seconds\na,x,-1\na,y,soon\nb,x,\n", "od.csv", folder)
    let run = try access(folder, "--method", "2sfca", "--within", "20min")
    #expect(run.exitCode == 1)
    #expect(run.output.isEmpty)
    for fault in ["od.csv:2: seconds “-1”", "od.csv:3: seconds “soon”", "od.csv:4: seconds"] {
      #expect(run.stderr.contains(fault))
    }
    #expect(!run.stderr.contains("/work"))
  }

  @Test(arguments: [
    "--method 4sfca --within 30min", "--method e2sfca --within 30min",
    "--method 2sfca --within 30", "--method 2sfca", "--method 2sfca --within 30min --steps 10:1",
    "--method kd2sfca --within 30min --steps 10:1", "--method gravity --kernel power --within 1h",
    "--method cumulative --within 30min --supply-ratios r.csv",
    "--method e2sfca --steps 20:1,10:0.5", "--method 2sfca --within 30min --group town",
    "--method 2sfca --within 30min --service elder_canteen",
  ])
  func refusesWhatMakesNoSense(_ flags: String) throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let run = try YikeProcess.run(
      ["access", "--costs", "od.csv", "--demand", "d.csv", "--supply", "s.csv"]
        + flags.split(separator: " ").map(String.init), in: folder)
    #expect(run.exitCode == 64, "\(flags): \(run.stderr)")
    #expect(run.output.isEmpty)
  }
}
