import ArgumentParser

/// Which roads, villages and facilities to work on.
struct RoadOptions: ParsableArguments {
  @Option(help: "Generate a graph of about so many nodes.")
  var nodes = 1_000_000

  @Option(help: "The seed of what is generated.")
  var seed: UInt64 = 1

  @Option(help: "How many villages.")
  var villages = 10_000

  @Option(help: "How many facilities.")
  var facilities = 1_000

  @Option(
    help: ArgumentHelp(
      "Read PREFIX_xyz.npy, _uv.npy, _attr.npy, _villages_N.npy, _facilities_N.npy instead.",
      valueName: "prefix"))
  var peerGraph: String?

  @Option(
    help: ArgumentHelp("Read an OpenStreetMap extract instead; on foot, flat.", valueName: "file"))
  var roads: String?

  /// Reads or generates.
  func problem() throws -> RoadProblem {
    if let peerGraph {
      return try PeerGraph(prefix: peerGraph).problem(villages: villages, facilities: facilities)
    }
    if let roads {
      return try RoadProblem(
        extract: roads, seed: seed, villages: villages, facilities: facilities)
    }
    return RoadProblem(
      generated: GeneratedRoads(nodeCount: nodes, seed: seed), villages: villages,
      facilities: facilities)
  }
}
