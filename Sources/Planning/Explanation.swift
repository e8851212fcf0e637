public import Geometry
public import PlanningModel

/// Why one village is covered by a service or not: the answer, and the way it rests on.
public struct Explanation: Sendable {
  /// A part of the way along one named road.
  public struct Leg: Sendable {
    /// The road's name; empty when it has none.
    public var name: String
    /// The value of `highway`, or `ferry`.
    public var roadClass: String
    /// Its length.
    public var metres: Double
    /// What it costs.
    public var time: TravelTime
    /// Metres gained uphill; for a round trip there and back together.
    public var climbMetres: Double
    /// Its shape, WGS 84.
    public var positions: [Position]
  }

  /// The way from door to door.
  public struct Way: Sendable {
    /// The walk from the village to the roads.
    public var firstLegMetres: Double
    /// What it costs.
    public var firstLegTime: TravelTime
    /// Along the roads, neighbouring stretches of one name and class together.
    public var legs: [Leg]
    /// The walk from the roads to the facility.
    public var lastLegMetres: Double
    /// What it costs.
    public var lastLegTime: TravelTime
    /// The length of all of it.
    public var metres: Double
    /// Metres gained uphill on all of it; for a round trip there and back together.
    public var climbMetres: Double
  }

  /// The village.
  public var place: DemandPoint
  /// The name of its township.
  public var unitName: String?
  /// The service that was asked for.
  public var service: String
  /// What reports call it.
  public var label: String
  /// What the English edition calls it.
  public var labelEnglish: String
  /// Mode, pace and direction.
  public var profile: TravelProfile
  /// The limit.
  public var limit: TravelTime
  /// The nearest operating own facility; nil when none can be reached.
  public var facility: Facility?
  /// The time to it.
  public var time: TravelTime?
  /// Whether that time rests on the straight-line fallback.
  public var isEstimated: Bool
  /// Why there is none, or `too_far`; nil when it is within the limit.
  public var reason: Reason?
  /// The way; nil when there is none or it is estimated.
  public var way: Way?
  /// The weakest data the answer rests on.
  public var provenance: Provenance

  /// Whether the village is within the limit.
  public var isCovered: Bool { reason == nil }
}
