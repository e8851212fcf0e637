import Geometry
import Importing
import PlanningModel
import RoadNetwork
import Terrain
import TravelTimes

/// Roads with a walking time each way on every edge, and people and facilities on its nodes.
struct RoadProblem {
  /// What tables call it.
  var name: String
  /// The roads.
  var network: RoadNetwork
  /// What slope, or a given time, does to each edge; nil for flat ground.
  var slopes: EdgeSlopes?
  /// The nodes on which people live.
  var villages: [UInt32]
  /// The nodes on which facilities stand.
  var facilities: [UInt32]
  /// For a graph that was given, the node of each of its nodes.
  var nodeOfPeer: [UInt32] = []

  /// The pace at which all jobs walk.
  static let paceMillimetresPerSecond = 1_000

  /// From the facilities to the people, as the jobs of other tools count.
  static let fromFacilities = TravelProfile(
    mode: .walk, paceMillimetresPerSecond: paceMillimetresPerSecond, direction: .from)

  /// The place of a node.
  func place(ofNode node: UInt32) -> GeographicPosition {
    GeographicPosition(
      longitude: network.nodeLongitude[Int(node)], latitude: network.nodeLatitude[Int(node)])
  }

  /// The places of some nodes.
  func places(_ nodes: [UInt32]) -> [GeographicPosition?] { nodes.map { place(ofNode: $0) } }

  /// The places of all nodes.
  var allPlaces: [GeographicPosition?] {
    (0..<UInt32(network.nodeCount)).map { place(ofNode: $0) }
  }

  /// Points lie on nodes: they use the edges that begin there, and none across the fields.
  static let onNodes = SnapSettings(candidateCount: 1)

  /// Searches on these roads.
  func roads(threads: Int, isPrepared: Bool = false) -> RoadTravelTimes {
    RoadTravelTimes(
      network: network, slopes: slopes, snapping: Self.onNodes, threads: threads,
      searchesWorthPreparing: isPrepared ? 1 : .max)
  }
}

extension RoadProblem {
  /// Makes a network over hills.
  init(generated: GeneratedRoads, villages: Int, facilities: Int) {
    let network = RoadNetwork(lines: generated.lines())
    self.init(
      name: "\(network.nodeCount) nodes (\(generated.name))", network: network,
      slopes: Self.slopes(network, generated), villages: [], facilities: [])
    place(seed: generated.seed, villages: villages, facilities: facilities)
  }

  /// Reads an OpenStreetMap extract, without slope.
  init(extract path: String, seed: UInt64, villages: Int, facilities: Int) throws {
    let lines = try OSMRoads.read(path, keys: RoadRules.tagKeys).lines
    let network = RoadNetwork(lines: lines)
    let file = path.split(separator: "/").last.map(String.init) ?? path
    self.init(
      name: "\(network.nodeCount) nodes (\(file))", network: network, slopes: nil, villages: [],
      facilities: [])
    place(seed: seed, villages: villages, facilities: facilities)
  }

  /// Walking over the hills, one slope an edge.
  static func slopes(_ network: RoadNetwork, _ generated: GeneratedRoads) -> EdgeSlopes {
    let speed = WalkingSpeed()
    let heights = (0..<network.nodeCount).map { node in
      generated.heightMetres(
        Position(x: network.nodeLongitude[node], y: network.nodeLatitude[node]))
    }
    var slopes = EdgeSlopes(firstStep: [0], slope: [], forwardFactor: [], backwardFactor: [])
    slopes.firstStep.reserveCapacity(network.edgeCount + 1)
    slopes.slope.reserveCapacity(network.edgeCount)
    slopes.forwardFactor.reserveCapacity(network.edgeCount)
    slopes.backwardFactor.reserveCapacity(network.edgeCount)
    for edge in 0..<network.edgeCount {
      let rise = heights[Int(network.head[edge])] - heights[Int(network.tail[edge])]
      let slope = rise / max(1, network.lengthMetres[edge])
      slopes.slope.append(Float(slope))
      slopes.forwardFactor.append(Float(speed.timeFactor(atSlope: slope)))
      slopes.backwardFactor.append(Float(speed.timeFactor(atSlope: -slope)))
      slopes.firstStep.append(UInt32(edge + 1))
    }
    return slopes
  }

  /// Chooses nodes for people and facilities; they may share one.
  private mutating func place(seed: UInt64, villages: Int, facilities: Int) {
    let numbers = SeededNumbers(seed: seed)
    let nodes = network.nodeCount
    // Neighbours on the curve are neighbours on the ground: three in five live in clusters.
    let centres = max(5, villages / 60)
    self.villages = (0..<villages).map { village in
      if numbers.unit(village, 20) < 0.4 { return UInt32(numbers.below(nodes, village, 21)) }
      let centre = numbers.below(nodes, numbers.below(centres, village, 22), 23)
      return UInt32(min(nodes - 1, centre + numbers.below(min(nodes, 200), village, 24)))
    }
    self.facilities = (0..<facilities).map { UInt32(numbers.below(nodes, $0, 25)) }
  }
}
