/// The p-dispersion problem: `p` sites whose nearest two are as far apart as can be.
///
/// The answer is one of the distances. For each one asked, sites closer than it exclude each
/// other, and `p` sites that do not are looked for exactly (bounds by colouring, Tomita and Seki
/// 2003). There is no certificate for it.
public struct Dispersion: Sendable {
  /// The open sites, ascending.
  public let selected: [Int]
  /// The least distance between two of them; nil when fewer than two are open or no two of them
  /// have a distance.
  public let leastDistance: Int64?

  /// Searches.
  ///
  /// - Parameters:
  ///   - states: what may happen to each site.
  ///   - siteCount: how many are open.
  ///   - pairs: distances between two sites, in either direction; the smaller of both holds, and a
  ///     pair that is not there is as far apart as one likes.
  /// - Returns: nil when there are too few sites, or too many fixed ones.
  public init?(states: SiteChoice, siteCount: Int, pairs: [(Int, Int, Int64)]) {
    let count = states.mayOpen.count
    guard states.mustOpen.count(where: { $0 }) <= siteCount,
      states.mayOpen.count(where: { $0 }) >= siteCount
    else { return nil }
    var distance = Array(repeating: Int64.max, count: count * count)
    for (first, second, length) in pairs where first != second {
      let least = min(length, distance[first * count + second])
      distance[first * count + second] = least
      distance[second * count + first] = least
    }
    func choice(apart least: Int64) -> [Int]? {
      CompatibleSites(states, siteCount: siteCount) {
        distance[$0 * count + $1] >= least
      }.first()
    }
    let lengths = Array(Set(distance)).sorted()
    // The choice of no distance at all always exists; then the list is halved.
    var best = choice(apart: .min) ?? []
    var (low, high) = (0, lengths.count)
    while low < high {
      let middle = (low + high) / 2
      if let better = choice(apart: lengths[middle]) {
        best = better
        low = middle + 1
      } else {
        high = middle
      }
    }
    selected = best
    var least = Int64.max
    for (index, first) in best.enumerated() {
      for second in best[(index + 1)...] { least = min(least, distance[first * count + second]) }
    }
    leastDistance = least == .max ? nil : least
  }
}

/// Which sites may and which have to be open.
public struct SiteChoice: Sendable {
  /// Whether each site may be open.
  public var mayOpen: [Bool]
  /// Whether each site has to be open.
  public var mustOpen: [Bool]

  /// Names both.
  public init(mayOpen: [Bool], mustOpen: [Bool]) {
    self.mayOpen = mayOpen
    self.mustOpen = mustOpen
  }
}
