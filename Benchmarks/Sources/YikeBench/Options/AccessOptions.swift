import ArgumentParser
import PlanningModel

/// Which pairs of people and facilities to work on.
struct AccessOptions: ParsableArguments {
  @OptionGroup var road: RoadOptions
  @Option(help: "The limit, for example 60min.")
  var limit = "60min"
  @Option(
    help: ArgumentHelp(
      "With --peer-graph: rows of facility, village and seconds.", valueName: "npy"))
  var pairsFile: String?

  /// The limit as a time.
  func within() throws -> TravelTime {
    guard let within = TravelTime(limit) else { throw ValidationError("no time: \(limit)") }
    return within
  }

  /// Reads or generates.
  func problem() throws -> AccessProblem {
    if let pairsFile, let peerGraph = road.peerGraph {
      return try AccessProblem(
        peerGraph: peerGraph, pairs: pairsFile, villages: road.villages,
        facilities: road.facilities)
    }
    return try AccessProblem(try road.problem(), within: try within(), seed: road.seed)
  }
}
