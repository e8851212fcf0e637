public import PlanningModel

/// For each origin the nearest destination within a limit, or why there is none.
public struct NearestTimes: Sendable {
  /// The nearest destination of one origin.
  public struct Entry: Sendable, Hashable {
    /// Its position in the list that was given; ties of time go to the smallest.
    public var destination: UInt32
    /// How long it takes.
    public var time: TravelTime
    /// The length of the path, snap legs included.
    public var metres: Float
    /// Whether the time rests on the straight-line fallback (DOMAIN §4.3).
    public var isEstimated: Bool

    /// Makes an entry.
    public init(destination: UInt32, time: TravelTime, metres: Float, isEstimated: Bool = false) {
      self.destination = destination
      self.time = time
      self.metres = metres
      self.isEstimated = isEstimated
    }
  }

  /// The nearest destination of each origin; nil where `status` is not `reached`.
  public var entries: [Entry?]
  /// What became of each origin.
  public var status: [OriginStatus]
  /// The nearest destination of each origin but for the one in `entries`, for backup coverage;
  /// empty unless ``TravelTimeSource/nearestTwo(from:to:profile:within:)`` was asked.
  public var second: [Entry?]

  /// Assembles an answer.
  public init(entries: [Entry?], status: [OriginStatus], second: [Entry?] = []) {
    self.entries = entries
    self.status = status
    self.second = second
  }
}

extension TravelTimeSource {
  /// The nearest destination of each origin, taken from the whole matrix; sources that can find
  /// it by one search provide their own.
  public func nearest(
    from origins: [GeographicPosition?], to destinations: [GeographicPosition?],
    profile: TravelProfile, within limit: TravelTime?
  ) throws -> NearestTimes {
    let matrix = try times(from: origins, to: destinations, profile: profile, within: limit)
    return NearestTimes(firstOf: matrix)
  }

  /// The two nearest destinations, taken from the whole matrix; likewise.
  public func nearestTwo(
    from origins: [GeographicPosition?], to destinations: [GeographicPosition?],
    profile: TravelProfile, within limit: TravelTime?
  ) throws -> NearestTimes {
    let matrix = try times(from: origins, to: destinations, profile: profile, within: limit)
    return NearestTimes(firstTwoOf: matrix)
  }
}

extension NearestTimes {
  /// The first entry of each row of a matrix.
  public init(firstOf matrix: TravelTimeMatrix) {
    self.init(entries: Self.entries(matrix, rank: 0), status: matrix.status)
  }

  /// The first two entries of each row of a matrix.
  public init(firstTwoOf matrix: TravelTimeMatrix) {
    self.init(
      entries: Self.entries(matrix, rank: 0), status: matrix.status,
      second: Self.entries(matrix, rank: 1))
  }

  private static func entries(_ matrix: TravelTimeMatrix, rank: Int) -> [Entry?] {
    (0..<matrix.originCount).map { origin in
      let entry = matrix.firstEntry[origin] + rank
      guard entry < matrix.firstEntry[origin + 1] else { return nil }
      return Entry(
        destination: matrix.destination[entry],
        time: TravelTime(milliseconds: matrix.milliseconds[entry]),
        metres: matrix.metres.isEmpty ? .nan : matrix.metres[entry],
        isEstimated: matrix.isEstimated[origin])
    }
  }
}

extension TravelTimeMatrix {
  /// The nearest destinations as a matrix of at most one entry a row; those beyond a limit are left
  /// out as ``OriginStatus/tooFar``.
  public init(_ nearest: NearestTimes, within limit: TravelTime?) {
    self.init(
      firstEntry: [0], destination: [], milliseconds: [], metres: [], status: nearest.status,
      isEstimated: nearest.entries.map { $0?.isEstimated ?? false })
    for (origin, entry) in nearest.entries.enumerated() {
      if let entry, limit.map({ entry.time <= $0 }) ?? true {
        destination.append(entry.destination)
        milliseconds.append(entry.time.milliseconds)
        metres.append(entry.metres)
      } else if entry != nil {
        status[origin] = .tooFar
      }
      firstEntry.append(destination.count)
    }
  }
}
