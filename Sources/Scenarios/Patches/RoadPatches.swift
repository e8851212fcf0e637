public import PlanningModel

/// What a scenario does to roads.
public struct RoadPatches: Sendable {
  /// Roads and bridges that are built.
  public var added: [Addition] = []
  /// Roads that are closed or slower.
  public var changed: [Change] = []

  /// No patches.
  public init() {}

  /// Whether roads stay as they are.
  public var isEmpty: Bool { added.isEmpty && changed.isEmpty }

  /// A road that is built.
  public struct Addition: Sendable {
    /// Its name, for messages and reports.
    public var id: String
    /// Its vertices, WGS 84, two at least; the ends are tied to the roads nearest to them.
    public var positions: [GeographicPosition]
    /// Its tags, as in OpenStreetMap.
    public var tags: [String: String]
    /// How good it is.
    public var provenance: Provenance
    /// What it costs.
    public var cost: ExactDecimal?
    /// Where it stands written.
    public var origin: PatchOrigin
  }

  /// A road that is closed or slower.
  public struct Change: Sendable {
    /// Which road.
    public var road: Selector
    /// How many times as long it takes; nil when it is closed.
    public var timeFactor: ExactDecimal?
    /// How good it is.
    public var provenance: Provenance
    /// What it costs.
    public var cost: ExactDecimal?
    /// Where it stands written.
    public var origin: PatchOrigin
  }

  /// How a road is named.
  public enum Selector: Sendable, Hashable {
    /// All roads of that name.
    case named(String)
    /// The piece of road nearest to a place.
    case near(GeographicPosition)
  }
}
