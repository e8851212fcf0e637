import PlanningModel
import Synchronization

/// Lists of places that were tied to roads already.
///
/// The villages of a district are asked for again with every service, so what was found is kept;
/// a list that nobody asked for in a long time gives way to a new one.
final class KnownSnaps: Sendable {
  /// A list of places, tied for a mode.
  struct Key: Hashable {
    var mode: TravelMode
    var places: [GeographicPosition?]
  }

  private struct State {
    var lists: [Key: (points: SnappedPoints, lastUse: Int)] = [:]
    var uses = 0
  }

  /// So many lists are kept.
  private static let most = 32
  private let state = Mutex(State())

  /// The points of a list, if they are known.
  func points(_ key: Key) -> SnappedPoints? {
    state.withLock { state in
      state.uses += 1
      state.lists[key]?.lastUse = state.uses
      return state.lists[key]?.points
    }
  }

  /// Keeps the points of a list.
  func keep(_ points: SnappedPoints, _ key: Key) {
    state.withLock { state in
      state.uses += 1
      state.lists[key] = (points, state.uses)
      guard state.lists.count > Self.most else { return }
      let oldest = state.lists.min { $0.value.lastUse < $1.value.lastUse }
      if let oldest { state.lists[oldest.key] = nil }
    }
  }

  /// All lists, longest unused first.
  func all() -> [(key: Key, points: SnappedPoints)] {
    state.withLock { $0.lists }.sorted { $0.value.lastUse < $1.value.lastUse }
      .map { ($0.key, $0.value.points) }
  }
}
