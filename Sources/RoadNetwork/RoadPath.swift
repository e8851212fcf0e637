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

  /// A walk between a place and the network.
  public struct Leg: Sendable {
    /// Its length.
    public var metres: Double
    /// What it costs; for a round trip the mean of there and back.
    public var time: TravelTime
    /// Metres gained uphill; 0 for a straight leg, which counts as flat.
    public var climbMetres: Double
    /// Metres lost downhill; likewise.
    public var descentMetres: Double
    /// Whether it leads across country to a road beyond the cap, not straight to one near by.
    public var isAcrossCountry: Bool
    /// Its shape in the order of travel, WGS 84 degrees.
    public var positions: [Position]

    /// Describes a leg.
    public init(
      metres: Double, time: TravelTime, climbMetres: Double = 0, descentMetres: Double = 0,
      isAcrossCountry: Bool = false, positions: [Position]
    ) {
      self.metres = metres
      self.time = time
      self.climbMetres = climbMetres
      self.descentMetres = descentMetres
      self.isAcrossCountry = isAcrossCountry
      self.positions = positions
    }
  }

  /// The walk from the start to the network.
  public var firstLeg: Leg
  /// The stretches between.
  public var stretches: [Stretch]
  /// The walk from the network to the end; nil when all of the way is one walk across country.
  public var lastLeg: Leg?
  /// The wait for a bus; zero for other modes.
  public var waitTime: TravelTime
  /// Everything together: the same time as in the matrix.
  public var time: TravelTime

  /// The length of the whole way.
  public var metres: Double {
    stretches.reduce(legs.reduce(0) { $0 + $1.metres }) { $0 + $1.metres }
  }
  /// Metres gained uphill on the whole way.
  public var climbMetres: Double {
    stretches.reduce(legs.reduce(0) { $0 + $1.climbMetres }) { $0 + $1.climbMetres }
  }
  /// The walks at both ends.
  public var legs: [Leg] { [firstLeg] + (lastLeg.map { [$0] } ?? []) }

  /// Describes a way.
  public init(
    firstLeg: Leg, stretches: [Stretch], lastLeg: Leg?, waitTime: TravelTime, time: TravelTime
  ) {
    self.firstLeg = firstLeg
    self.stretches = stretches
    self.lastLeg = lastLeg
    self.waitTime = waitTime
    self.time = time
  }
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
      search: search(times, profile, sense), from: tied([start], times, profile, sense),
      to: tied([end], times, profile, sense.reversed))
    guard let way = finder.way() else { return nil }
    let wait = try boardingMilliseconds(profile.mode)
    let first = leg(at: start, way.first, times, profile, sense)
    let last = leg(at: end, way.last, times, profile, sense.reversed).reversed
    let stretches = way.parts.map { RoadPath.Stretch($0, times, sense) }
    let total = stretches.reduce(
      EdgeTimes.sum(wait, EdgeTimes.sum(first.time.milliseconds, last.time.milliseconds))
    ) { EdgeTimes.sum($0, $1.time.milliseconds) }
    return RoadPath(
      firstLeg: first, stretches: stretches, lastLeg: last,
      waitTime: TravelTime(milliseconds: wait), time: TravelTime(milliseconds: total))
  }

  /// The walk from a place to where it is tied.
  private func leg(
    at place: GeographicPosition, _ candidate: SnapCandidate, _ times: EdgeTimes,
    _ profile: TravelProfile, _ sense: SearchSense
  ) -> RoadPath.Leg {
    let road = Position(x: candidate.longitude, y: candidate.latitude)
    var leg = RoadPath.Leg(
      metres: candidate.legMetres, time: TravelTime(milliseconds: candidate.legMilliseconds),
      positions: [Position(x: place.longitude, y: place.latitude), road])
    if let legs = groundLegs(times, profile, sense), !snap([place], times).isSnapped(0),
      let reach = legs.legs(at: place)?.reachMetres,
      let path = legs.ground.path(
        at: place, other: road, direction: legs.direction, pace: legs.pace, reachMetres: reach)
    {
      leg = RoadPath.Leg(path)
    }
    return leg
  }
}

extension RoadPath.Leg {
  /// A walk across country, outward.
  public init(_ path: GroundPath) {
    self.init(
      metres: path.walk.metres, time: path.walk.time, climbMetres: path.climbMetres,
      descentMetres: path.descentMetres, isAcrossCountry: true, positions: path.positions)
  }

  /// The same walk the other way; its time stays.
  public var reversed: RoadPath.Leg {
    RoadPath.Leg(
      metres: metres, time: time, climbMetres: descentMetres, descentMetres: climbMetres,
      isAcrossCountry: isAcrossCountry, positions: positions.reversed())
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
