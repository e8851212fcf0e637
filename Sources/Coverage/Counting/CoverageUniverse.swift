public import PlanningModel

/// The places and units that a share is taken over, where that is not the whole district.
public struct CoverageUniverse: Sendable, Hashable {
  /// What belongs to it.
  public enum Members: Sendable, Hashable {
    /// Township-level units, with all their places.
    case units(Set<UnitID>)
    /// Places by id.
    case places(Set<String>)
    /// Nobody has said, or the data is not loaded.
    case undefined
  }

  /// The name in the policy files, for example `WL.town_xiang`.
  public var id: String
  /// What belongs to it.
  public var members: Members

  /// Describes a universe.
  public init(id: String, members: Members) {
    self.id = id
    self.members = members
  }

  /// Whether a place belongs to it.
  public func contains(_ point: DemandPoint) -> Bool {
    switch members {
    case .units(let units): point.unit.map(units.contains) ?? false
    case .places(let places): places.contains(point.id.rawValue)
    case .undefined: false
    }
  }

  /// Whether it is known to have no members.
  public var isEmpty: Bool {
    switch members {
    case .units(let units): units.isEmpty
    case .places(let places): places.isEmpty
    case .undefined: false
    }
  }

  /// Whether it has members that are known.
  var isDefined: Bool { members != .undefined }
}
