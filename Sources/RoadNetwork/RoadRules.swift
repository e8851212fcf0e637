public import PlanningModel

/// Which roads each mode may use and how fast, as data.
///
/// `RoadRules()` holds the product's defaults; change a property to override one. The reading of
/// tags and the sources of the numbers are in `docs/methods/travel-times.md`.
public struct RoadRules: Sendable, Hashable {
  /// What one value of `highway` means.
  public struct RoadClass: Sendable, Hashable {
    /// The value of `highway`; a `_link` has its own entry.
    public var highway: String
    /// Whether people may walk on it where no tag says otherwise.
    public var isWalkable: Bool
    /// The car's speed; nil where no vehicle goes.
    public var speedKilometresPerHour: Double?
    /// Whether e-bikes and motorcycles may use it; false on motorways.
    public var isOpenToMotor: Bool

    /// Describes a class.
    public init(
      _ highway: String, isWalkable: Bool = true, speedKilometresPerHour: Double? = nil,
      isOpenToMotor: Bool = true
    ) {
      self.highway = highway
      self.isWalkable = isWalkable
      self.speedKilometresPerHour = speedKilometresPerHour
      self.isOpenToMotor = isOpenToMotor
    }
  }

  /// The classes; a `highway` that is not among them is no road.
  public var classes: [RoadClass] = RoadClass.defaults
  /// The class of a line that has no `highway` key at all, as in a plain line layer.
  public var plainLineClass = "unclassified"
  /// The modes that may board a ferry (`route=ferry`); nobody by default.
  public var ferryModes: [TravelMode] = []
  /// How fast a ferry goes, waiting not counted.
  public var ferrySpeedKilometresPerHour = 8.0
  /// Values of access tags that close a road.
  public var closedAccess = [
    "no", "private", "agricultural", "forestry", "delivery", "emergency", "military", "permit",
    "restricted",
  ]
  /// Values of access tags that open a road.
  public var openAccess = [
    "yes", "designated", "permissive", "official", "destination", "customers", "public",
  ]
  /// The speed that e-bikes and motorcycles do not exceed.
  public var motorSpeedCapKilometresPerHour = 20.0
  /// A bus's speed as a share of the car's.
  public var busSpeedShare = 0.6
  /// Minutes between buses; nil while nobody declared it, and then no bus time exists.
  public var busHeadwayMinutes: Double?
  /// The longest wait for a bus, half a headway at most this.
  public var longestBusWaitMinutes = 30.0
  /// Roads whose mean |grade| exceeds this slow vehicles down.
  public var mountainGrade = 0.08
  /// The share of their speed that is left there.
  public var mountainSpeedShare = 0.8

  /// The defaults.
  public init() {}

  /// The slowest speed of a mode on any class, for places without a known road; nil on foot.
  public func slowestSpeedKilometresPerHour(_ mode: TravelMode) -> Double? {
    let slowest = classes.compactMap(\.speedKilometresPerHour).min()
    switch mode {
    case .walk: return nil
    case .car: return slowest
    case .motor: return slowest.map { min($0, motorSpeedCapKilometresPerHour) }
    case .bus: return slowest.map { $0 * busSpeedShare }
    }
  }

  /// The tags that the rules read: ask for these when roads are imported.
  public static let tagKeys = [
    "highway", "route", "name", "ref", "access", "foot", "vehicle", "motor_vehicle", "motorcar",
    "motorcycle", "motorroad", "oneway", "oneway:foot", "foot:forward", "foot:backward",
    "junction", "bridge", "tunnel", "layer", "level",
  ]
}

extension RoadRules.RoadClass {
  /// The product's defaults: speeds of motorway to track by design speed, the rest alike.
  public static let defaults: [Self] =
    [
      Self(
        "motorway", isWalkable: false, speedKilometresPerHour: 80, isOpenToMotor: false),
      Self(
        "motorway_link", isWalkable: false, speedKilometresPerHour: 80, isOpenToMotor: false),
    ]
    + [
      ("trunk", 55), ("trunk_link", 55), ("primary", 45), ("primary_link", 45),
      ("secondary", 35), ("secondary_link", 35), ("tertiary", 25), ("tertiary_link", 25),
      ("unclassified", 18), ("residential", 18), ("road", 18), ("living_street", 10),
      ("service", 10), ("track", 10),
    ].map { Self($0.0, speedKilometresPerHour: $0.1) }
    + [
      "pedestrian", "footway", "path", "steps", "cycleway", "bridleway", "corridor", "platform",
      "elevator",
    ].map { Self($0) }
    + [Self("busway", isWalkable: false), Self("bus_guideway", isWalkable: false)]
}
