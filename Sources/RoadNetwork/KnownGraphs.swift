import Synchronization

/// Graphs that were built already, one per mode, pace and sense.
///
/// Two threads that want different graphs build them side by side; two that want the same one
/// wait for the first.
final class KnownGraphs: Sendable {
  typealias Key = RoadTravelTimes.GraphKey

  private final class Slot: Sendable {
    let graph = Mutex<RoadGraph?>(nil)
  }

  private let slots = Mutex<[Key: Slot]>([:])

  /// The graph of a key, built when first asked for.
  func graph(_ key: Key, _ build: () -> RoadGraph) -> RoadGraph {
    slot(key).graph.withLock { graph in
      if let graph { return graph }
      let built = build()
      graph = built
      return built
    }
  }

  /// Keeps a graph that was made from another one.
  func keep(_ graph: RoadGraph, _ key: Key) {
    slot(key).graph.withLock { $0 = graph }
  }

  /// All of them.
  func all() -> [(key: Key, graph: RoadGraph)] {
    slots.withLock { $0 }.compactMap { key, slot in
      slot.graph.withLock { $0 }.map { (key, $0) }
    }
  }

  private func slot(_ key: Key) -> Slot {
    slots.withLock { slots in
      if let known = slots[key] { return known }
      let slot = Slot()
      slots[key] = slot
      return slot
    }
  }
}
