public import PlanningModel

/// A named walking speed on flat ground.
public struct Pace: Sendable, Hashable {
  /// The name, for example `elder`.
  public var name: String
  /// Millimetres per second.
  public var millimetresPerSecond: Int

  /// Names a speed.
  public init(name: String, millimetresPerSecond: Int) {
    self.name = name
    self.millimetresPerSecond = millimetresPerSecond
  }
}

/// The rules for walking on slopes.
public struct SlopeSettings: Sendable, Hashable {
  /// The curve.
  public var function: SlopeFunction
  /// Whether nobody walks faster downhill than on the flat.
  public var isCappedDownhill: Bool
  /// Slopes beyond it are taken as it (rise over run).
  public var clamp: ExactDecimal
}

/// The rules for getting from a point to the road network.
public struct SnapSettings: Sendable, Hashable {
  /// How many places along edges compete.
  public var candidates: Int
  /// A point farther from the network is listed, not snapped.
  public var capMetres: ExactDecimal
}

/// How people get to the network from places beyond the cap.
public enum OffRoadMethod: String, Sendable, Hashable, CaseIterable {
  /// Across the slopes of the elevation to the road and then along it; by estimate where no
  /// elevation is given.
  case terrain
  /// By estimate: the straight line times a detour factor.
  case estimate
}

/// The slowing of vehicles on mountain roads.
public struct MountainSettings: Sendable, Hashable {
  /// What the speed is multiplied with.
  public var factor: ExactDecimal
  /// From which mean grade on (rise over run, exclusive).
  public var grade: ExactDecimal
}

/// The class speed of a kind of road.
public struct RoadSpeed: Sendable, Hashable {
  /// The `highway` value, for example `tertiary`.
  public var roadClass: String
  /// Kilometres per hour.
  public var kilometresPerHour: ExactDecimal
}

/// How people travel: the `travel` part of `yike.yaml` (DOMAIN §4.1 to 4.3).
public struct TravelSettings: Sendable, Hashable {
  /// Walking speeds, sorted by name.
  public var paces: [Pace]
  /// The pace that holds where a target names none.
  public var defaultPace: String
  /// Which way a trip counts, by mode.
  public var directions: [TravelMode: TravelDirection]
  /// Walking on slopes.
  public var slope: SlopeSettings
  /// Getting to the network.
  public var snap: SnapSettings
  /// How people get to the network from places beyond the cap.
  public var offRoad: OffRoadMethod
  /// Straight lines become this much longer where no road leads.
  public var fallbackDetour: ExactDecimal
  /// Class speeds, sorted by class.
  public var speeds: [RoadSpeed]
  /// No e-bike or motorcycle is faster.
  public var motorCapKilometresPerHour: ExactDecimal
  /// Mountain roads.
  public var mountain: MountainSettings
  /// The file of road rules; its numbers then stand in for the three above.
  public var roadRulesFile: String?
  /// Ends of roads within this many metres of another road are joined to it; 0 for none.
  public var joinEndsMetres: ExactDecimal

  /// The speed of a pace; nil when there is none of that name.
  public func pace(named name: String) -> Pace? { paces.first { $0.name == name } }

  /// The trip of a mode at a named pace (the default one when nil), in the workspace's
  /// direction unless one is given; nil when there is no such pace.
  public func profile(
    mode: TravelMode, pace name: String? = nil, direction: TravelDirection? = nil
  ) -> TravelProfile? {
    guard let pace = pace(named: name ?? defaultPace) else { return nil }
    return TravelProfile(
      mode: mode, paceMillimetresPerSecond: pace.millimetresPerSecond,
      direction: direction ?? directions[mode] ?? (mode == .walk ? .roundTrip : .to))
  }
}
