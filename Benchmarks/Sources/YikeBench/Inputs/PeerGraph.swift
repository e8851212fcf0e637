import Foundation
import Geometry
import RoadNetwork

/// A graph with given times, as the scripts that time other tools write it: nodes on a plane in
/// metres, two-way edges with a time in seconds each way.
struct PeerGraph {
  private let prefix: String
  private let x: [Double]
  private let y: [Double]
  private let from: [Double]
  private let to: [Double]
  private let forwardSeconds: [Double]
  private let backwardSeconds: [Double]

  /// Reads `PREFIX_xyz.npy`, `PREFIX_uv.npy` and `PREFIX_attr.npy`.
  init(prefix: String) throws {
    self.prefix = prefix
    let places = try NumpyFile("\(prefix)_xyz.npy")
    (x, y) = (places.column(0), places.column(1))
    let ends = try NumpyFile("\(prefix)_uv.npy")
    (from, to) = (ends.column(0), ends.column(1))
    let attributes = try NumpyFile("\(prefix)_attr.npy")
    (forwardSeconds, backwardSeconds) = (attributes.column(1), attributes.column(2))
  }

  /// The graph as roads on which walking takes exactly the given times, with villages and
  /// facilities from `PREFIX_villages_N.npy` and `PREFIX_facilities_N.npy`.
  func problem(villages: Int, facilities: Int) throws -> RoadProblem {
    let network = RoadNetwork(lines: lines())
    var nodes = [UInt32](repeating: .max, count: x.count)
    for edge in 0..<network.edgeCount {
      let line = Int(network.line[edge])
      nodes[Int(from[line])] = network.tail[edge]
      nodes[Int(to[line])] = network.head[edge]
    }
    try CheckFailure.unless(
      network.nodeCount == x.count && network.edgeCount == from.count,
      "\(prefix): \(network.nodeCount) nodes, \(network.edgeCount) edges")
    let name = prefix.split(separator: "/").last.map(String.init) ?? prefix
    func chosen(_ kind: String, _ count: Int) throws -> [UInt32] {
      try NumpyFile("\(prefix)_\(kind)_\(count).npy").column(3).map { nodes[Int($0)] }
    }
    return RoadProblem(
      name: "\(network.nodeCount) nodes (\(name))", network: network, slopes: slopes(network),
      villages: try chosen("villages", villages), facilities: try chosen("facilities", facilities),
      nodeOfPeer: nodes)
  }

  /// One line an edge, so that lines and edges are the same; degrees by a plain scale.
  private func lines() -> TaggedLines {
    var lines = TaggedLines(keys: [])
    let metresPerDegree = 111_195.0
    for (from, to) in zip(from, to) {
      for node in [Int(from), Int(to)] {
        lines.longitude.append(103 + x[node] / (metresPerDegree * cos(28 * .pi / 180)))
        lines.latitude.append(27 + y[node] / metresPerDegree)
        lines.vertexIDs.append(Int64(node))
      }
      lines.firstVertex.append(UInt32(lines.longitude.count))
      lines.lineIDs.append(Int64(lines.lineIDs.count))
    }
    return lines
  }

  /// Given times as factors: seconds over what the edge takes on the flat.
  ///
  /// A `Float` holds the factor to 6·10⁻⁸ of itself, so times that are whole tenths of a second
  /// come out exactly for edges of less than an hour.
  private func slopes(_ network: RoadNetwork) -> EdgeSlopes {
    let pace = Double(RoadProblem.paceMillimetresPerSecond) / 1000
    var slopes = EdgeSlopes(firstStep: [0], slope: [], forwardFactor: [], backwardFactor: [])
    for edge in 0..<network.edgeCount {
      let line = Int(network.line[edge])
      let flatSeconds = network.lengthMetres[edge] / pace
      slopes.slope.append(0)
      slopes.forwardFactor.append(Float(forwardSeconds[line] / flatSeconds))
      slopes.backwardFactor.append(Float(backwardSeconds[line] / flatSeconds))
      slopes.firstStep.append(UInt32(edge + 1))
    }
    return slopes
  }
}
