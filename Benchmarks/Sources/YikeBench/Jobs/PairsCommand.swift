import ArgumentParser
import PlanningModel
import RoadNetwork
import TravelTimes

/// Times between villages and facilities within a limit.
struct PairsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pairs",
    abstract: "Times from all facilities to all villages within a limit.",
    discussion: """
      Counted: tying both sides to the roads, one search a facility, and the sparse matrix sorted \
      by time, with the length of every way. With --prepared the graph is prepared first; that \
      is counted apart and printed with the memory it keeps.

      EXAMPLE  yike-bench pairs --nodes 1000000 --limit 60min --threads 2 --prepared
      """)

  @OptionGroup var road: RoadOptions
  @OptionGroup var measure: MeasureOptions
  @Option(help: "The limit, for example 15min.")
  var limit = "60min"
  @Flag(help: "Prepare the graph for many searches.")
  var prepared = false
  @Option(
    help: ArgumentHelp(
      "Rows of facility, village and seconds of the given graph.", valueName: "npy"))
  var reference: String?

  func run() throws {
    guard let within = TravelTime(limit) else { throw ValidationError("no time: \(limit)") }
    let problem = try road.problem()
    let roads = problem.roads(threads: measure.threads, isPrepared: prepared)
    let villages = problem.places(problem.villages)
    let facilities = problem.places(problem.facilities)
    var notes = ["\(measure.threads) threads"]
    func times(_ villages: [GeographicPosition?]) throws -> TravelTimeMatrix {
      try roads.times(
        from: villages, to: facilities, profile: RoadProblem.fromFacilities, within: within)
    }
    // The first question lays out the arcs of the walk, and prepares them if that is wanted.
    let memory = ProcessUse.residentMebibytes
    let preparing = try Measurement.of(runs: 1, warmUps: 0) {
      try roads.times(
        from: [villages[0]], to: [facilities[0]], profile: RoadProblem.fromFacilities,
        within: TravelTime(milliseconds: 1))
    }
    if let memory, let now = ProcessUse.residentMebibytes {
      notes.append(
        "first question \(ResultTable.seconds(preparing.median)) s, "
          + "keeps \(Int((now - memory).rounded())) MiB")
    }
    let matrix = try times(villages)
    let check = try PairsCheck(problem, within).check(matrix, reference: reference)
    let time = try Measurement.of(runs: measure.runs) { try times(villages) }
    notes.append("\(matrix.milliseconds.count) pairs")
    try [
      BenchmarkRecord(
        prepared ? "pairs-prepared" : "pairs",
        input: "\(problem.name), \(villages.count) × \(facilities.count), \(limit)", time,
        check: check, notes: notes.joined(separator: "; "))
    ].report(to: measure.json)
  }
}
