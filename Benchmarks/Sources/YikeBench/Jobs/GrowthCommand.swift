import ArgumentParser
import Foundation
import Geometry
import RoadNetwork

/// How time and memory grow with the network.
struct GrowthCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "growth",
    abstract: "How time and memory grow from 10⁵ to 10⁷ nodes.",
    discussion: """
      Each size runs in two processes of its own, so that each peak is that of its step: one \
      generates the lines, builds the network and its slopes and saves it; one loads it, lays out \
      the arcs and finds the nearest of 1,000 facilities for every node.

      EXAMPLE  yike-bench growth --sizes 100000,1000000,10000000
      """,
    subcommands: [GrowthRun.self, BuildStage.self, UseStage.self],
    defaultSubcommand: GrowthRun.self)
}

/// Runs both stages of every size.
///
/// Its options are its own: those of a command that has stages below it would be taken before the
/// stages see them.
struct GrowthRun: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "run", abstract: "All sizes.")

  @Option(help: "Numbers of nodes.")
  var sizes = "100000,1000000,10000000"
  @Option(help: "The seed.")
  var seed: UInt64 = 1
  @Option(help: ArgumentHelp("Add the results to this file as JSON lines.", valueName: "file"))
  var json: String?

  func run() throws {
    let folder = try TemporaryFolder()
    let results = json ?? "\(folder.path)/growth.jsonl"
    for size in sizes.split(separator: ",") {
      for stage in ["build", "use"] {
        let process = Process()
        process.executableURL = Bundle.main.executableURL
        process.arguments = [
          "growth", stage, "--nodes", String(size), "--seed", String(seed), "--folder",
          folder.path, "--json", results,
        ]
        try process.run()
        process.waitUntilExit()
        try CheckFailure.unless(process.terminationStatus == 0, "\(stage) of \(size) nodes failed")
      }
    }
  }
}

/// Builds and saves.
struct BuildStage: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "build", shouldDisplay: false)
  @Option var nodes: Int
  @Option var seed: UInt64
  @Option var folder: String
  @Option var json: String

  func run() throws {
    let generated = GeneratedRoads(nodeCount: nodes, seed: seed)
    var (lines, name): (TaggedLines?, String) = (generated.lines(), generated.name)
    var network: RoadNetwork?
    let building = Measurement.of(runs: 1, warmUps: 0) {
      network = lines.map { RoadNetwork(lines: $0) }
    }
    lines = nil
    guard let network else { return }
    let peak = ProcessUse.peakMebibytes
    let entry = RoadNetworkCache.Entry(
      network: network, slopes: RoadProblem.slopes(network, generated))
    let cache = RoadNetworkCache(folder: folder)
    let saving = try Measurement.of(runs: 1, warmUps: 0) { try cache.store(entry, key: "abc") }
    name = "\(network.nodeCount) nodes, \(network.edgeCount) edges"
    var built = BenchmarkRecord("growth-build", input: name, building, check: "")
    built.peakMebibytes = peak
    try [built, BenchmarkRecord("growth-save", input: name, saving, check: "")].report(to: json)
  }
}

/// Loads and searches.
struct UseStage: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "use", shouldDisplay: false)
  @Option var nodes: Int
  @Option var seed: UInt64
  @Option var folder: String
  @Option var json: String

  func run() throws {
    var loaded: RoadNetworkCache.Entry?
    let loading = Measurement.of(runs: 1, warmUps: 0) {
      loaded = RoadNetworkCache(folder: folder).load(key: "abc")
    }
    guard let loaded else { throw CheckFailure(description: "nothing was loaded") }
    let network = loaded.network
    let name = "\(network.nodeCount) nodes, \(network.edgeCount) edges"
    let load = BenchmarkRecord("growth-load", input: name, loading, check: "")
    let problem = RoadProblem(
      name: name, network: network, slopes: loaded.slopes, villages: [],
      facilities: (0..<1_000).map { UInt32($0 * (network.nodeCount / 1_000)) })
    let roads = problem.roads(threads: 2)
    let places = problem.places(problem.facilities)
    // The first field lays out the arcs there and back, and keeps them.
    let first = try Measurement.of(runs: 1, warmUps: 0) {
      try NearestField(roads, to: places, profile: RoadProblem.fromFacilities)
    }
    let nearest = try Measurement.of(runs: 3) {
      try NearestField(roads, to: places, profile: RoadProblem.fromFacilities)
    }
    try [
      load,
      BenchmarkRecord(
        "growth-first", input: name, first, check: "", notes: "with the arcs there and back"),
      BenchmarkRecord("growth-nearest", input: name, nearest, check: ""),
    ].report(to: json)
  }
}
