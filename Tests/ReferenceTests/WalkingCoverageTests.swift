import Coverage
import Foundation
import Importing
import Planning
import PlanningModel
import Reports
import RoadNetwork
import Testing
import TravelTimes

/// People on foot of healthcare in Porto Alegre: real roads, slopes and people, through the same
/// files as the command line, against the oracle.
@Suite struct WalkingCoverageTests {
  @Test(
    .enabled(
      if: TestData.has("poa/poa_osm.pbf") && TestData.has("poa/poa_elevation.tif"),
      "set YIKE_TEST_DATA to run"))
  func portoAlegreHealthcare() throws {
    // Rows of the answer are by id, as cells are here.
    let cells = try TestData.cells().sorted { $0.id < $1.id }
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func write(_ name: String, _ header: String, _ rows: [String]) throws -> String {
      let url = folder.appending(path: name)
      try Data(([header] + rows).joined(separator: "\n").utf8).write(to: url)
      return url.path
    }
    func place(_ index: Int) -> String {
      "\(cells[index].id),\(cells[index].position.longitude),\(cells[index].position.latitude)"
    }
    let clinics = cells.indices.filter { cells[$0].healthcare > 0 }
    let from = try write("from.csv", "id,lon,lat", cells.indices.map(place))
    let to = try write("to.csv", "id,lon,lat", clinics.map(place))
    let people = try write(
      "people.csv", "id,demand", cells.indices.map { "\(cells[$0].id),\(cells[$0].population)" })

    var question = TravelTimesQuestion(
      roads: TestData.path("poa/poa_osm.pbf"), origins: from, destinations: to,
      profile: TravelProfile(mode: .walk, paceMillimetresPerSecond: 1250, direction: .to),
      limit: TravelTime(milliseconds: 7_200_000))
    question.elevation = TestData.path("poa/poa_elevation.tif")
    question.onlyNearest = true
    question.threads = 2
    let times = TravelTimesCSV.bytes(try question.rows { _ in })
    try Data(times).write(to: folder.appending(path: "times.csv"))
    let limits = [15, 30, 60]
    let answer = try CostCoverageQuestion(
      costs: folder.appending(path: "times.csv").path, demand: people, unit: .seconds,
      limits: limits.map { ExactDecimal($0 * 60) }
    ).answer { _ in }

    let roads = try OSMRoads.read(TestData.path("poa/poa_osm.pbf"), keys: RoadRules.tagKeys)
    let oracle = SlopedRoadOracle(
      roads.lines, heights: try RasterFile.read(TestData.path("poa/poa_elevation.tif")),
      pace: 1.25, rule: RoadOracleTests.walking
    ).nearestSeconds(from: cells.map(\.position), to: clinics.map { cells[$0].position })
    // Cells within a second of a limit may fall on either side: they are listed, and left out.
    let near = [["89a9012a143ffff"], ["89a9012b1d7ffff"], []]
    for ((minutes, figures), listed) in zip(zip(limits, answer.figures), near) {
      let limit = Double(minutes * 60)
      let close = cells.indices.filter { abs(oracle[$0] - limit) <= 1 }
      #expect(close.map { cells[$0].id } == listed)
      let sure = cells.indices.filter { oracle[$0] < limit - 1 }
        .reduce(0) { $0 + cells[$1].population }
      let most = answer.coverage.costs.largestCost(within: figures.limit)
      let ours = close.filter { answer.coverage.nearest[$0].map { $0.cost <= most } ?? false }
        .reduce(0) { $0 + cells[$1].population }
      #expect(Int(figures.covered) - ours == sure, "within \(minutes) minutes")
      #expect(sure > 100_000)
    }
    #expect(answer.amounts.values.reduce(0, +) == Int128(cells.reduce(0) { $0 + $1.population }))
  }
}
