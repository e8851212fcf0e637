public import Geometry
public import PlanningModel

/// One way from door to door, in the order in which it is travelled.
public struct RoadPath: Sendable {
  /// A stretch along one edge.
  public struct Stretch: Sendable {
    /// The edge.
    public var edge: UInt32
    /// The road's name or number; empty when it has none.
    public var name: String
    /// The value of `highway`, or `ferry`.
    public var roadClass: String
    /// Its length.
    public var metres: Double
    /// What it costs; for a round trip the mean of there and back.
    public var time: TravelTime
    /// Metres gained uphill.
    public var climbMetres: Double
    /// Metres lost downhill.
    public var descentMetres: Double
    /// Its shape, WGS 84 degrees.
    public var positions: [Position]
  }

  /// The straight leg from the start to the network.
  public var firstLegMetres: Double
  /// What that leg costs.
  public var firstLegTime: TravelTime
  /// The stretches between.
  public var stretches: [Stretch]
  /// The straight leg from the network to the end.
  public var lastLegMetres: Double
  /// What that leg costs.
  public var lastLegTime: TravelTime
  /// The wait for a bus; zero for other modes.
  public var waitTime: TravelTime
  /// Everything together: the same time as in the matrix.
  public var time: TravelTime

  /// The length of the whole way.
  public var metres: Double {
    stretches.reduce(firstLegMetres + lastLegMetres) { $0 + $1.metres }
  }
  /// Metres gained uphill on the whole way.
  public var climbMetres: Double { stretches.reduce(0) { $0 + $1.climbMetres } }
}

extension RoadTravelTimes {
  /// The way between two places; nil where there is none.
  ///
  /// For `from` the way runs from the destination to the origin. For `worst`, and for a round
  /// trip of a vehicle, it is the slower of the two ways.
  public func path(
    from origin: GeographicPosition, to destination: GeographicPosition, profile: TravelProfile
  ) throws -> RoadPath? {
    if let sense = singleSense(profile) {
      let isReversed = sense == .inward
      return try path(
        isReversed ? destination : origin, isReversed ? origin : destination, profile,
        isReversed ? .outward : sense)
    }
    guard let there = try path(origin, destination, profile, .outward),
      let back = try path(destination, origin, profile, .outward)
    else { return nil }
    return there.time >= back.time ? there : back
  }

  private func path(
    _ start: GeographicPosition, _ end: GeographicPosition, _ profile: TravelProfile,
    _ sense: SearchSense
  ) throws -> RoadPath? {
    let times = try edgeTimes(profile)
    let finder = PathFinder(
      search: search(times, profile, sense), from: snap([start], times), to: snap([end], times))
    guard let way = finder.way() else { return nil }
    let wait = try boardingMilliseconds(profile.mode)
    let first = times.legMilliseconds(way.first.legMetres)
    let last = times.legMilliseconds(way.last.legMetres)
    let stretches = way.parts.map { RoadPath.Stretch($0, times, sense) }
    let total = stretches.reduce(EdgeTimes.sum(wait, EdgeTimes.sum(first, last))) {
      EdgeTimes.sum($0, $1.time.milliseconds)
    }
    return RoadPath(
      firstLegMetres: way.first.legMetres, firstLegTime: TravelTime(milliseconds: first),
      stretches: stretches, lastLegMetres: way.last.legMetres,
      lastLegTime: TravelTime(milliseconds: last), waitTime: TravelTime(milliseconds: wait),
      time: TravelTime(milliseconds: total))
  }
}

extension RoadPath.Stretch {
  /// Describes a part of an edge.
  init(_ part: PathFinder.Part, _ times: EdgeTimes, _ sense: SearchSense) {
    let network = times.network
    let low = min(part.start, part.end)
    let high = max(part.start, part.end)
    let isForward = part.start <= part.end
    func rise(_ sign: Float) -> Double {
      times.slopes?.integral(
        ofEdge: part.edge, lengthMetres: network.lengthMetres[part.edge], from: low, to: high
      ) { step in Double(max(0, sign * (times.slopes?.slope[step] ?? 0))) } ?? 0
    }
    let up = rise(1)
    let down = rise(-1)
    edge = UInt32(part.edge)
    name = network.nameText(ofEdge: part.edge)
    roadClass = network.classText(ofEdge: part.edge)
    metres = high - low
    time = TravelTime(
      milliseconds: times.milliseconds(
        onEdge: part.edge, from: part.start, to: part.end, sense) ?? 0)
    climbMetres = isForward ? up : down
    descentMetres = isForward ? down : up
    let shape = network.positions(ofEdge: part.edge, from: low, to: high)
    positions = isForward ? shape : shape.reversed()
  }
}

extension RoadNetwork {
  /// The shape of an edge between two distances from its tail.
  func positions(ofEdge edge: Int, from low: Double, to high: Double) -> [Position] {
    let vertices = vertices(ofEdge: edge)
    func place(_ offset: Double) -> Position {
      let after = vertices.firstIndex { $0.offsetMetres >= offset } ?? vertices.count - 1
      guard after > 0, vertices[after].offsetMetres > vertices[after - 1].offsetMetres else {
        return vertices[after].position
      }
      let (first, second) = (vertices[after - 1], vertices[after])
      let share = (offset - first.offsetMetres) / (second.offsetMetres - first.offsetMetres)
      return Position(
        x: first.position.x + share * (second.position.x - first.position.x),
        y: first.position.y + share * (second.position.y - first.position.y))
    }
    return [place(low)]
      + vertices.filter { $0.offsetMetres > low && $0.offsetMetres < high }.map(\.position)
      + [place(high)]
  }
}
