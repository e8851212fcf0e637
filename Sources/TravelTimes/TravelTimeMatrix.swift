/// What became of one origin of a matrix.
public enum OriginStatus: UInt8, Sendable {
  /// At least one destination is within the limit.
  case reached
  /// It is on the network, but every destination is beyond the limit.
  case tooFar
  /// It is on the network, but no path leads to any destination.
  case unreachable
  /// It is farther from the network than the cap.
  case notSnapped
  /// Its coordinates are missing or not numbers.
  case invalid
}

/// A sparse table of travel times: for each origin the destinations within the limit.
///
/// Rows are origins in the order they were given; row `i` has the entries
/// `firstEntry[i] ..< firstEntry[i + 1]`, sorted by time, then by destination.
public struct TravelTimeMatrix: Sendable {
  /// Start of each origin's entries, and one past the last.
  public var firstEntry: [Int]
  /// The destination of each entry: its position in the list that was given.
  public var destination: [UInt32]
  /// The time of each entry, in milliseconds.
  public var milliseconds: [UInt32]
  /// The length of the path of each entry in metres, snap legs included; empty if not asked for.
  public var metres: [Float]
  /// What became of each origin.
  public var status: [OriginStatus]
  /// Whether the times of an origin rest on the straight-line fallback (DOMAIN §4.3).
  public var isEstimated: [Bool]

  /// Assembles a matrix.
  public init(
    firstEntry: [Int], destination: [UInt32], milliseconds: [UInt32], metres: [Float] = [],
    status: [OriginStatus], isEstimated: [Bool]
  ) {
    self.firstEntry = firstEntry
    self.destination = destination
    self.milliseconds = milliseconds
    self.metres = metres
    self.status = status
    self.isEstimated = isEstimated
  }

  /// How many origins there are.
  public var originCount: Int { status.count }
}
