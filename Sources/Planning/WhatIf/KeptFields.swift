import PlanningModel
import RoadNetwork
import Synchronization
import TravelTimes

/// Nearest facilities at every node of the roads as they are, so that roads that slow down or
/// close make only what they touch be searched again.
///
/// One question keeps a label a node. That pays from the second edit of roads in a session on;
/// until then nothing is kept.
final class KeptFields: Sendable {
  private struct Key: Hashable {
    var destinations: [GeographicPosition?]
    var profile: TravelProfile
  }
  private struct State {
    var edits = 0
    var fields: [Key: NearestField] = [:]
  }

  /// So many fields are kept; all are forgotten then.
  private static let most = 32
  private let state = Mutex(State())

  /// Says that roads were edited; whether fields are worth keeping from now on.
  func noteEdit() -> Bool {
    state.withLock { state in
      state.edits += 1
      return state.edits > 1
    }
  }

  /// The field of a question, searched once.
  func field(
    _ roads: RoadTravelTimes, to destinations: [GeographicPosition?], _ profile: TravelProfile
  ) throws -> NearestField {
    let key = Key(destinations: destinations, profile: profile)
    if let known = state.withLock({ $0.fields[key] }) { return known }
    let field = try NearestField(roads, to: destinations, profile: profile)
    state.withLock { state in
      if state.fields.count >= Self.most { state.fields = [:] }
      state.fields[key] = field
    }
    return field
  }
}

/// Roads whose edges were changed, and the fields from before.
struct RoadEdits: Sendable {
  /// The roads as they were.
  var before: RoadTravelTimes
  /// What was changed.
  var edges: [EdgeChange]
  /// The fields of the roads as they were.
  var kept: KeptFields

  /// The nearest destinations on the changed roads; nil where both ways are searched apart, which
  /// one field does not hold.
  func nearest(
    from origins: [GeographicPosition?], to destinations: [GeographicPosition?],
    _ profile: TravelProfile, on changed: RoadTravelTimes
  ) throws -> NearestTimes? {
    let isOneWay = profile.direction == .to || profile.direction == .from
    guard isOneWay || profile.direction == .roundTrip && profile.mode == .walk else { return nil }
    return try kept.field(before, to: destinations, profile)
      .changing(edges, giving: changed).nearest(from: origins, within: nil)
  }
}
