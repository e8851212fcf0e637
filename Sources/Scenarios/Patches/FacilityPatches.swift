public import PlanningModel

/// What a scenario does to facilities.
public struct FacilityPatches: Sendable {
  /// Facilities that open.
  public var opened: [Opening] = []
  /// Facilities that close.
  public var closed: [Closing] = []
  /// Facilities that move, grow or otherwise change.
  public var changed: [Change] = []

  /// No patches.
  public init() {}

  /// A facility that opens.
  public struct Opening: Sendable {
    /// The facility.
    public var facility: Facility
    /// What it costs, in the scenario's currency; nil when nobody says.
    public var cost: ExactDecimal?
    /// Where it stands written.
    public var origin: PatchOrigin
  }

  /// A facility that closes.
  public struct Closing: Sendable {
    /// Which one.
    public var facility: FacilityID
    /// The first day without service.
    public var date: CivilDate
    /// What it costs.
    public var cost: ExactDecimal?
    /// Where it stands written.
    public var origin: PatchOrigin
  }

  /// Fields of an existing facility that take other values; nil leaves a field as it is.
  public struct Change: Sendable {
    /// The key under which it is written: `move`, `resize` or `change`.
    public var verb: Verb
    /// Which facility.
    public var facility: FacilityID
    /// Where it stands then.
    public var position: GeographicPosition?
    /// The unit that it stands in then.
    public var host: UnitID?
    /// How far it has come then.
    public var state: FacilityState?
    /// The first day of service.
    public var opened: CivilDate?
    /// The first day without service.
    public var closed: CivilDate?
    /// The marks that it holds then.
    public var designations: [String]?
    /// Its capacity.
    public var capacity: Int?
    /// The capacity that its site shares.
    public var sharedCapacity: Int?
    /// Its floor area.
    public var floorAreaSquareMetres: ExactDecimal?
    /// The units that it serves then.
    public var serviceRange: [UnitID]?
    /// How good the new values are.
    public var provenance: Provenance
    /// What it costs.
    public var cost: ExactDecimal?
    /// Where it stands written.
    public var origin: PatchOrigin
  }

  /// The three kinds of change, by their keys.
  public enum Verb: String, Sendable {
    /// Another place.
    case move
    /// Another size.
    case resize
    /// Another state, other dates, marks or range.
    case change
  }
}
