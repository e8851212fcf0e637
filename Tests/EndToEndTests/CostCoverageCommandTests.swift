import Foundation
import Testing

/// `coverage --costs`: the plain-file form, by its exact output.
@Suite struct CostCoverageCommandTests {
  private static let costs = """
    from,to,seconds,metres,status
    a,s,900,1125.0,ok
    a,t,900.000,1125.0,ok
    b,s,900.001,1125.0,ok
    c,,,,not_snapped
    town,t,60,75.0,ok
    """
  private static let demand = """
    id,demand
    town,91
    a,1
    b,2
    c,3
    d,4
    """

  private func folder(_ files: [String: String]) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    return folder
  }

  private func run(_ arguments: [String], costs: String = costs) throws -> (YikeProcess, URL) {
    let folder = try folder(["od.csv": costs, "d.csv": Self.demand])
    let process = try YikeProcess.run(
      ["coverage", "--costs", "od.csv", "--demand", "d.csv"] + arguments, in: folder)
    return (process, folder)
  }

  @Test func countsDemandAndPointsAtEachLimit() throws {
    let (process, folder) = try run(["--within", "1min,15min", "--backup"])
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(process.exitCode == 0)
    #expect(
      process.output == """
        limit_seconds,covered_demand,total_demand,covered_points,points,covered_twice_demand,covered_twice_points
        60.000,91,101,1,5,0,0
        900.000,92,101,2,5,1,1

        """)
  }

  @Test func everyDemandHasARowAndAReason() throws {
    let (process, folder) = try run(["--within", "15min", "--by-demand", "by.csv"])
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(process.exitCode == 0)
    let rows = try String(contentsOf: folder.appending(path: "by.csv"), encoding: .utf8)
    #expect(
      rows == """
        id,demand,nearest,seconds,status,reason,second,second_seconds
        a,1,s,900.000,ok,,t,900.000
        b,2,s,900.001,too_far,,,
        c,3,,,unreachable,not_snapped,,
        d,4,,,unreachable,no_pair,,
        town,91,t,60.000,ok,,,

        """)
  }

  @Test func metresAndPlainNumbersAreComparedExactly() throws {
    let costs = "demand,supply,cost\na,s,0.3\nb,s,0.30000001\ntown,s,0.1\n"
    let (process, folder) = try run(["--within", "0.3", "--cost-unit", "none"], costs: costs)
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(
      process.output == """
        limit,covered_demand,total_demand,covered_points,points
        0.3,92,101,2,5

        """)
  }

  @Test func minutesAreShownAsSeconds() throws {
    let costs = "demand,supply,cost\na,s,15\nb,s,15.001\n"
    let (process, folder) = try run(
      ["--within", "900s,ladder", "--cost-unit", "min"], costs: costs)
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(process.exitCode == 64, "ladder stands alone")
    let (ladder, other) = try run(["--within", "ladder", "--cost-unit", "min"], costs: costs)
    defer { try? FileManager.default.removeItem(at: other) }
    #expect(
      ladder.output.split(separator: "\n").map {
        $0.split(separator: ",").prefix(2).joined(separator: " ")
      }
        == [
          "limit_seconds covered_demand", "300.000 0", "600.000 0", "900.000 1", "1800.000 3",
          "3600.000 3",
        ])
  }

  @Test func faultsAreListedAndUsageIsChecked() throws {
    let (bad, folder) = try run(
      ["--within", "15min"], costs: "from,to,seconds\na,s,-1\nb,s,x\n")
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(bad.exitCode == 1)
    #expect(bad.stderr.contains("od.csv:2") && bad.stderr.contains("od.csv:3"))
    let (usage, other) = try run(["--within", "15min", "--service", "elder_service"])
    defer { try? FileManager.default.removeItem(at: other) }
    #expect(usage.exitCode == 64)
  }
}
