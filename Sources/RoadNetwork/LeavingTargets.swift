/// The targets that are reached by leaving the network at each place, where a place is a node or
/// whatever else a search labels.
struct LeavingTargets: Sendable {
  /// One bit a place, so that a search asks mostly the first cache.
  private let hasTarget: [UInt64]
  private let first: [UInt32]
  private let targets: [UInt32]

  /// - Parameter places: the place of each arrival leg.
  init(placeCount: Int, _ arrivals: AccessLegs, places: [UInt32]) {
    var hasTarget = [UInt64](repeating: 0, count: placeCount / 64 + 1)
    var first = [UInt32](repeating: 0, count: placeCount + 1)
    for place in places {
      hasTarget[Int(place >> 6)] |= 1 << UInt64(place & 63)
      first[Int(place) + 1] += 1
    }
    for place in 0..<placeCount { first[place + 1] += first[place] }
    var next = first
    var targets = [UInt32](repeating: 0, count: places.count)
    for target in 0..<arrivals.first.count - 1 {
      for leg in arrivals.range(target) {
        let place = Int(places[leg])
        targets[Int(next[place])] = UInt32(target)
        next[place] += 1
      }
    }
    self.hasTarget = hasTarget
    self.first = first
    self.targets = targets
  }

  /// Adds the targets at a place to a set.
  @inline(__always)
  func insert(at place: UInt32, into set: inout TargetSet) {
    if hasTarget[Int(place >> 6)] & 1 << UInt64(place & 63) == 0 { return }
    for index in Int(first[Int(place)])..<Int(first[Int(place) + 1]) {
      set.insert(Int(targets[index]))
    }
  }
}
