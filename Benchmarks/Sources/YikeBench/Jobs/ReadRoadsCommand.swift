import ArgumentParser
import Foundation
import Importing
import RoadNetwork

/// From an OpenStreetMap file to a cached network.
struct ReadRoadsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read-roads",
    abstract: "From an OpenStreetMap extract to a network that can be searched, on disk.",
    discussion: """
      Counted: reading and parsing the file, building the network, writing it to the cache and \
      syncing it to disk. Each run begins with nothing but the file.

      EXAMPLE  yike-bench read-roads city.osm.pbf --expect-nodes 995628
      """)

  @Argument(help: "The extract.")
  var file: String
  @OptionGroup var measure: MeasureOptions
  @Option(help: "Fail unless the network has so many nodes.")
  var expectNodes: Int?
  @Option(help: "Fail unless the network has so many edges.")
  var expectEdges: Int?

  func run() throws {
    let keys = RoadRules.tagKeys
    let folder = try TemporaryFolder()
    let cache = RoadNetworkCache(folder: folder.path)
    let lines = try OSMRoads.read(file, keys: keys).lines
    let network = RoadNetwork(lines: lines)
    let entry = RoadNetworkCache.Entry(network: network)
    try cache.store(entry, key: "abc")
    try CheckFailure.unless(
      (expectNodes ?? network.nodeCount) == network.nodeCount
        && (expectEdges ?? network.edgeCount) == network.edgeCount,
      "\(network.nodeCount) nodes, \(network.edgeCount) edges")
    let check = try LoadCommand.check(cache.load(key: "abc"), entry)
    let reading = try Measurement.of(runs: 3, warmUps: 0) { try OSMRoads.read(file, keys: keys) }
    let building = Measurement.of(runs: 3, warmUps: 0) { RoadNetwork(lines: lines) }
    let saving = try Measurement.of(runs: 3, warmUps: 0) { try cache.store(entry, key: "abc") }
    let time = try Measurement.of(runs: measure.runs) {
      let lines = try OSMRoads.read(file, keys: keys).lines
      try cache.store(RoadNetworkCache.Entry(network: RoadNetwork(lines: lines)), key: "def")
    }
    let parts = [("read", reading), ("build", building), ("save", saving)].map {
      "\($0) \(ResultTable.seconds($1.median)) s"
    }
    let name = file.split(separator: "/").last.map(String.init) ?? file
    try [
      BenchmarkRecord(
        "read-roads", input: "\(network.nodeCount) nodes (\(name))", time,
        check: "\(network.nodeCount) nodes, \(network.edgeCount) edges; \(check)",
        notes: parts.joined(separator: ", "))
    ].report(to: measure.json)
  }
}
