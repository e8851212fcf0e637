import ArgumentParser
import RoadNetwork

/// The nearest of many facilities for every node of a network.
struct NearestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nearest",
    abstract: "The nearest facility of every node: who, how long, how far.",
    discussion: """
      Counted: tying the facilities to the roads and one search of the whole network that keeps \
      time, facility and length. Not counted: reading and building the network.

      EXAMPLE  yike-bench nearest --nodes 1000000 --facilities 1000 --seed 1
      """)

  @OptionGroup var road: RoadOptions
  @OptionGroup var measure: MeasureOptions
  @Option(
    help: ArgumentHelp("Seconds of every node, in the order of the given graph.", valueName: "npy"))
  var reference: String?

  func run() throws {
    let problem = try road.problem()
    let roads = problem.roads(threads: measure.threads)
    let destinations = problem.places(problem.facilities)
    let field = try NearestField(
      roads, to: destinations, profile: RoadProblem.fromFacilities)
    let answer = try field.nearest(from: problem.allPlaces, within: nil)
    let check = try NearestCheck.check(answer, problem, reference: reference)
    let time = try Measurement.of(runs: measure.runs) {
      try NearestField(roads, to: destinations, profile: RoadProblem.fromFacilities)
    }
    try [
      BenchmarkRecord(
        "nearest", input: "\(problem.name), \(destinations.count) facilities", time,
        check: check, notes: measure.threads == 1 ? "one thread" : "\(measure.threads) threads")
    ].report(to: measure.json)
  }
}
