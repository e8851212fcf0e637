import PlanningModel

/// Which way a search follows the arcs.
enum SearchSense: Hashable, Sendable {
  /// From where people start to where they go.
  case outward
  /// From where they go back to where they start.
  case inward
  /// There and back on one path; the cost is the mean of both, and both must be open.
  case roundTrip

  /// The same travel, searched from the other end.
  var reversed: SearchSense {
    switch self {
    case .outward: .inward
    case .inward: .outward
    case .roundTrip: .roundTrip
    }
  }
}

/// The cost of moving along any part of any edge, for one mode and pace.
struct EdgeTimes: Sendable {
  let network: RoadNetwork
  let mode: TravelMode
  let slopes: EdgeSlopes?
  private let flatMillisecondsPerMetre: Double
  /// How many times as long an edge takes as it would; nil closes it.
  private let changes: [UInt32: Double?]

  /// Costs at a pace in millimetres per second, which must be positive.
  init(
    _ network: RoadNetwork, mode: TravelMode, pace: Int, slopes: EdgeSlopes?,
    changes: [UInt32: Double?] = [:]
  ) {
    self.network = network
    self.mode = mode
    self.slopes = slopes
    self.changes = changes
    flatMillisecondsPerMetre = 1_000_000 / Double(pace)
  }

  /// Whole milliseconds for a leg off the network, walked as on the flat.
  func legMilliseconds(_ metres: Double) -> UInt32 {
    Self.rounded(metres * flatMillisecondsPerMetre)
  }

  /// The largest cost that counts; what is dearer is out of reach (49 days).
  static let largest = UInt32.max - 1

  /// Whole milliseconds, half up, for real ones; the largest cost for what is beyond it.
  static func rounded(_ milliseconds: Double) -> UInt32 {
    milliseconds < Double(largest)
      ? UInt32(milliseconds.rounded(.toNearestOrAwayFromZero)) : largest
  }

  /// The sum of two costs, the largest cost at most.
  static func sum(_ first: UInt32, _ second: UInt32) -> UInt32 {
    UInt32(min(UInt64(first) + UInt64(second), UInt64(largest)))
  }

  /// Whether the mode may use an edge in at least one direction.
  func isOpen(_ edge: Int) -> Bool {
    if !changes.isEmpty, let change = changes[UInt32(edge)], change == nil { return false }
    return !network.use[edge].isDisjoint(with: [.forward(mode), .backward(mode)])
  }

  /// Whole milliseconds from one distance along an edge to another; nil where the way is closed.
  ///
  /// With ``SearchSense/inward`` the search moves from `start` to `end` while the traveller comes
  /// the other way.
  func milliseconds(onEdge edge: Int, from start: Double, to end: Double, _ sense: SearchSense)
    -> UInt32?
  {
    if start == end { return 0 }
    return milliseconds(
      onEdge: edge, between: min(start, end), and: max(start, end), isForward: start < end, sense)
  }

  /// Whole milliseconds for the whole of an edge; nil where the way is closed.
  func milliseconds(ofEdge edge: Int, isForward: Bool, _ sense: SearchSense) -> UInt32? {
    milliseconds(
      onEdge: edge, between: 0, and: network.lengthMetres[edge], isForward: isForward, sense)
  }

  /// What the whole of an edge costs from tail to head and from head to tail; `.max` where the way
  /// is closed, and both for a loop, which leads nowhere.
  func costs(ofEdge edge: Int, _ sense: SearchSense) -> (there: UInt32, back: UInt32) {
    guard network.tail[edge] != network.head[edge] else { return (.max, .max) }
    let there = milliseconds(ofEdge: edge, isForward: true, sense) ?? .max
    // There and back costs the same from either end.
    let back =
      sense == .roundTrip ? there : milliseconds(ofEdge: edge, isForward: false, sense) ?? .max
    return (there, back)
  }

  private func milliseconds(
    onEdge edge: Int, between low: Double, and high: Double, isForward: Bool, _ sense: SearchSense
  ) -> UInt32? {
    switch sense {
    case .outward: return oneWay(edge, low, high, isForward).map(Self.rounded)
    case .inward: return oneWay(edge, low, high, !isForward).map(Self.rounded)
    case .roundTrip:
      guard let there = oneWay(edge, low, high, isForward),
        let back = oneWay(edge, low, high, !isForward)
      else { return nil }
      return Self.rounded((there + back) / 2)
    }
  }

  /// Real milliseconds between two distances along an edge, in one direction of travel.
  private func oneWay(_ edge: Int, _ start: Double, _ end: Double, _ isForward: Bool) -> Double? {
    let usual = usual(edge, start, end, isForward)
    if changes.isEmpty { return usual }
    guard let change = changes[UInt32(edge)] else { return usual }
    return change.flatMap { factor in usual.map { $0 * factor } }
  }

  private func usual(_ edge: Int, _ start: Double, _ end: Double, _ isForward: Bool) -> Double? {
    guard network.use[edge].contains(isForward ? .forward(mode) : .backward(mode)) else {
      return nil
    }
    if mode != .walk || network.roadClass[edge] == RoadNetwork.ferryClass {
      return (end - start) * vehicleMillisecondsPerMetre(edge)
    }
    guard let slopes else { return (end - start) * flatMillisecondsPerMetre }
    let length = network.lengthMetres[edge]
    let flatMetres =
      isForward
      ? slopes.integral(ofEdge: edge, lengthMetres: length, from: start, to: end) {
        Double(slopes.forwardFactor[$0])
      }
      : slopes.integral(ofEdge: edge, lengthMetres: length, from: start, to: end) {
        Double(slopes.backwardFactor[$0])
      }
    return flatMetres * flatMillisecondsPerMetre
  }

  private func vehicleMillisecondsPerMetre(_ edge: Int) -> Double {
    let grade = slopes?.meanGrade(ofEdge: edge) ?? 0
    return 3600
      / network.rules.vehicleSpeed(
        onClass: network.roadClass[edge], mode: mode,
        isMountainRoad: grade > network.rules.mountainGrade)
  }
}
