import Geometry
public import RoadNetwork
public import Terrain

/// Slopes of a road network, read from an elevation model.
public struct RoadSlopes: Sendable {
  /// What the network takes.
  public var edges: EdgeSlopes
  /// The length of road whose slope is unknown and counts as flat, in metres.
  public var unknownMetres: Double

  /// Reads the slope of every edge and what it does to walking.
  public init(
    of network: RoadNetwork, over model: ElevationModel, walking: WalkingSpeed = WalkingSpeed()
  ) throws {
    let profile = try SlopeProfile(of: Self.lines(network), over: model)
    unknownMetres = profile.unknownMetres
    edges = EdgeSlopes(
      firstStep: profile.firstStep, slope: profile.slope,
      forwardFactor: profile.slope.map { Float(walking.timeFactor(atSlope: Double($0))) },
      backwardFactor: profile.slope.map { Float(walking.timeFactor(atSlope: -Double($0))) })
  }

  private static func lines(_ network: RoadNetwork) -> SlopeLines {
    var lines = SlopeLines(jointCount: network.nodeCount)
    lines.start = network.tail
    lines.end = network.head
    lines.isStructure = network.isStructure
    for edge in 0..<network.edgeCount {
      for vertex in network.vertices(ofEdge: edge) {
        lines.longitude.append(vertex.position.x)
        lines.latitude.append(vertex.position.y)
      }
      lines.firstPosition.append(UInt32(lines.longitude.count))
    }
    return lines
  }
}
