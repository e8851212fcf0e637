public import PlanningModel

/// Which levels are linked, and how.
public struct HierarchyRequest: Sendable {
  /// One level: what it is called, and the service whose facilities form it.
  public struct Level: Sendable, Hashable {
    /// The name, for example `village`, `township` or `district`.
    public var name: String
    /// A kind of service or a group of kinds; `*` on the lowest level for the villages themselves.
    public var service: String

    /// Names a level.
    public init(name: String, service: String) {
      self.name = name
      self.service = service
    }
  }

  /// The levels from the lowest up, two or more.
  public var levels: [Level]
  /// The limit of each step; one less than there are levels.
  public var limits: [TravelTime]
  /// How people travel.
  public var mode: TravelMode
  /// The name of a pace; nil for the workspace's.
  public var pace: String?
  /// Which way a trip counts; nil for the workspace's.
  public var direction: TravelDirection?

  /// Asks for links on foot.
  public init(levels: [Level], limits: [TravelTime]) {
    self.levels = levels
    self.limits = limits
    mode = .walk
  }
}

/// Every child of every level with its parent; a two- or three-level service network.
public struct HierarchyTable: Sendable {
  /// A place of one level: a facility, or a village on the lowest.
  public struct Place: Sendable, Hashable {
    /// The facility's or the village's id.
    public var id: String
    /// Its name.
    public var name: String
    /// The unit it stands in.
    public var unit: UnitID?
    /// Where it is.
    public var position: GeographicPosition?
    /// The weakest of what is known of it.
    public var provenance: Provenance
  }

  /// One child and the nearest of its level above.
  public struct Row: Sendable {
    /// The child.
    public var child: Place
    /// The parent it is linked to; nil for an orphan.
    public var parent: Place?
    /// The time to the nearest of the level above, also of an orphan; nil when there is no way.
    public var time: TravelTime?
    /// Whether an unbroken chain leads to the top level.
    public var reachesTop: Bool
    /// Why it is an orphan.
    public var reason: Reason?
    /// The weakest data the row rests on.
    public var provenance: Provenance
  }

  /// One step: all children of a level.
  public struct Step: Sendable {
    /// The children's level.
    public var level: HierarchyRequest.Level
    /// The level above.
    public var above: HierarchyRequest.Level
    /// The limit of the step.
    public var limit: TravelTime
    /// All children, sorted by id.
    public var rows: [Row]
    /// The longest link within the limit, as a position in ``rows``; nil when there is no link.
    public var weakest: Int?

    /// Children that are linked.
    public var linkedCount: Int { rows.count { $0.parent != nil } }
    /// The linked share, floored to one decimal; nil without children.
    public var shareText: String? { ShareText.percent(linkedCount, of: rows.count) }
  }

  /// The steps from the lowest up.
  public var steps: [Step]
  /// How people travel.
  public var profile: TravelProfile
  /// The date.
  public var asOf: CivilDate
  /// The scenario; nil for the baseline.
  public var scenario: String?
}
