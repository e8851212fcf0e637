import ArgumentParser
import Geometry
import Importing
import PlanningModel
import RoadNetwork
import TravelTimes

/// Isochrones by car over an extract.
struct IsochronesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "isochrones",
    abstract: "One polygon a place: what is reached by one mode within a limit.",
    discussion: """
      Counted: for all places together tying them to the roads, the search, the drawing and its \
      simplification. --speed replaces the speed of a class of roads, so that another tool that \
      reads speed tags reaches as far.

      EXAMPLE  yike-bench isochrones --roads city.osm.pbf --minutes 15 --places 100 --threads 1
      """)

  @Option(help: "The extract.")
  var roads: String
  @Option(help: "Minutes.")
  var minutes = 15
  @Option(help: "The mode: walk, motor or car.")
  var mode = "car"
  @Option(help: "How many places.")
  var places = 100
  @Option(help: "The seed by which places are chosen.")
  var seed: UInt64 = 1
  @Option(
    help: ArgumentHelp(
      "Take the first facilities of PREFIX_facilities_1000.npy at PREFIX_lonlat.npy instead.",
      valueName: "prefix"))
  var peerGraph: String?
  @Option(help: ArgumentHelp("A speed in km/h, repeated.", valueName: "class=speed"))
  var speed: [String] = []
  @OptionGroup var measure: MeasureOptions

  func run() throws {
    guard let mode = TravelMode(rawValue: mode) else { throw ValidationError("no mode: \(mode)") }
    let network = RoadNetwork(
      lines: try OSMRoads.read(roads, keys: RoadRules.tagKeys).lines, rules: try rules())
    let source = RoadTravelTimes(
      network: network, snapping: RoadProblem.onNodes, threads: measure.threads)
    let profile = TravelProfile(mode: mode, paceMillimetresPerSecond: 1_000, direction: .from)
    let limit = TravelTime(milliseconds: UInt32(minutes) * 60_000)
    let around = try chosen(network)
    func draw() throws -> [Isochrone] {
      try source.isochrones(around: around, profile: profile, within: [limit])
    }
    let drawn = try draw()
    let check = try IsochroneCheck(source, profile, limit).check(drawn, around)
    let time = try Measurement.of(runs: measure.runs, draw)
    let file = roads.split(separator: "/").last.map(String.init) ?? roads
    let each = ResultTable.seconds(time.median * 1000 / Double(around.count))
    let kilometres = drawn.reduce(0) { $0 + ($1.rings.first?.reachedMetres ?? 0) } / 1000
    try [
      BenchmarkRecord(
        "isochrones",
        input: "\(network.nodeCount) nodes (\(file)), \(around.count) places, \(minutes) min",
        time, check: check,
        notes: "\(each) ms each; \(measure.threads) threads; "
          + "\(Int(kilometres / Double(around.count))) km of road each")
    ].report(to: measure.json)
  }

  private func rules() throws -> RoadRules {
    var rules = RoadRules()
    for text in speed {
      let parts = text.split(separator: "=")
      guard parts.count == 2, let kilometresPerHour = Double(parts[1]),
        let index = rules.classes.firstIndex(where: { $0.highway == parts[0] })
      else { throw ValidationError("no class and speed: \(text)") }
      rules.classes[index].speedKilometresPerHour = kilometresPerHour
    }
    return rules
  }

  private func chosen(_ network: RoadNetwork) throws -> [GeographicPosition?] {
    if let peerGraph {
      let degrees = try NumpyFile("\(peerGraph)_lonlat.npy")
      let nodes = try NumpyFile("\(peerGraph)_facilities_1000.npy").column(3).prefix(places)
      return nodes.map {
        GeographicPosition(
          longitude: degrees.values[2 * Int($0)], latitude: degrees.values[2 * Int($0) + 1])
      }
    }
    let numbers = SeededNumbers(seed: seed)
    return (0..<places).map { place in
      let node = numbers.below(network.nodeCount, place, 30)
      return GeographicPosition(
        longitude: network.nodeLongitude[node], latitude: network.nodeLatitude[node])
    }
  }
}
