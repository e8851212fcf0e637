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

  /// A walk between a place and the roads, or from door to door without any.
  public struct Walk: Sendable {
    /// Its length.
    public var metres: Double
    /// What it costs.
    public var time: TravelTime
    /// Metres gained uphill, for a round trip there and back together; nil for a straight leg,
    /// which counts as flat.
    public var climbMetres: Double?
    /// Its shape, WGS 84.
    public var positions: [Position]

    /// Whether it leads across the slopes to a road beyond the cap.
    public var isAcrossCountry: Bool { climbMetres != nil }
  }

  /// The way from door to door.
  public struct Way: Sendable {
    /// The walk from the village to the roads; all of the way where `lastWalk` is nil.
    public var firstWalk: Walk
    /// Along the roads, neighbouring stretches of one name and class together.
    public var legs: [Leg]
    /// The walk from the roads to the facility; nil when the way meets no road.
    public var lastWalk: Walk?
    /// The length of all of it.
    public var metres: Double
    /// Metres gained uphill on all of it; for a round trip there and back together.
    public var climbMetres: Double

    /// The walks at both ends.
    public var walks: [Walk] { [firstWalk] + (lastWalk.map { [$0] } ?? []) }
  }

  /// Another facility that a reader would ask about.
  public struct Other: Sendable {
    /// The facility.
    public var facility: Facility
    /// The time to it.
    public var time: TravelTime
  }

  /// Why a facility does not operate on a day.
  public enum Standing: Hashable, Sendable, Comparable {
    /// It has not come so far, or it is suspended or closed.
    case state(FacilityState)
    /// It opens on a later day.
    case opensLater(CivilDate)
    /// It closed on or before the day.
    case closedOn(CivilDate)

    /// How a facility stands on a day; nil when it operates.
    public init?(_ facility: Facility, on date: CivilDate) {
      guard !facility.isOperating(on: date) else { return nil }
      if facility.state != .operating {
        self = .state(facility.state)
      } else if let closed = facility.closed, date >= closed {
        self = .closedOn(closed)
      } else if let opened = facility.opened {
        self = .opensLater(opened)
      } else {
        self = .state(facility.state)
      }
    }

    private var rank: (Int, Int, CivilDate?) {
      switch self {
      case .state(let state): (0, FacilityState.allCases.firstIndex(of: state) ?? 0, nil)
      case .opensLater(let date): (1, 0, date)
      case .closedOn(let date): (2, 0, date)
      }
    }

    /// In the order of the ladder of states, then by date.
    public static func < (left: Standing, right: Standing) -> Bool {
      let (first, second) = (left.rank, right.rank)
      guard (first.0, first.1) == (second.0, second.1), let one = first.2, let other = second.2
      else { return (first.0, first.1) < (second.0, second.1) }
      return one < other
    }
  }

  /// How many of the cohort live there.
  public struct People: Sendable {
    /// The cohort.
    public var cohort: Cohort
    /// The count; nil when nobody counted or the count is withheld.
    public var count: Int?
    /// Whether a small count of a sensitive cohort is withheld (DESIGN §5.13).
    public var isWithheld: Bool
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
  /// The day it is judged at.
  public var asOf: CivilDate
  /// Who lives there; nil when the workspace does not know the cohort.
  public var people: People?
  /// The next own facility, should the nearest close.
  public var backup: Other?
  /// A facility beyond the border that is nearer than the nearest own one.
  public var neighbour: Other?
  /// An own facility that is nearer but does not operate on the day.
  public var dormant: Other?
  /// Own facilities of the service that do not operate on the day, counted by how they stand.
  public var notOperating: [Standing: Int]
  /// How good the roads and the terrain are.
  public var fieldProvenance: Provenance

  /// Whether the village is within the limit.
  public var isCovered: Bool { reason == nil }
}
