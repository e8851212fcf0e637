/// How people travel (DESIGN §5.2).
public enum TravelMode: String, Sendable, CaseIterable {
  /// On foot at a stated pace.
  case walk
  /// E-bike or motorcycle: the road class's speed, capped at 20 km/h.
  case motor
  /// Car at the road class's speed.
  case car
  /// Bus with declared headway.
  case bus
}

/// Which way a trip counts (DESIGN §5.2).
public enum TravelDirection: String, Sendable, CaseIterable {
  /// From the people to the facility.
  case to
  /// From the facility to the people.
  case from
  /// One path there and back; the cost is the mean of both ways.
  case roundTrip = "round-trip"
  /// The larger of the two one-way times.
  case worst
}

/// Everything about a trip that a figure prints beside itself.
public struct TravelProfile: Hashable, Sendable {
  /// How people travel.
  public var mode: TravelMode
  /// The walking pace on flat ground, in millimetres per second; also prices the legs
  /// between a point and the network for vehicles.
  public var paceMillimetresPerSecond: Int
  /// Which way the trip counts.
  public var direction: TravelDirection

  /// Makes a profile.
  public init(mode: TravelMode, paceMillimetresPerSecond: Int, direction: TravelDirection) {
    self.mode = mode
    self.paceMillimetresPerSecond = paceMillimetresPerSecond
    self.direction = direction
  }
}
