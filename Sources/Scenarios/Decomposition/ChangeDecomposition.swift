/// What a change between two years is taken apart into.
public enum ChangeFactor: String, Sendable, CaseIterable {
  /// Which facilities operate, and where.
  case sites
  /// Where people live, and how many.
  case people
  /// Roads and terrain, and the settings under which they are travelled.
  case roads
}

/// A change of a count, taken apart into its factors so that the parts sum to it exactly.
///
/// Each part is the Shapley value of its factor: the mean, over the six orders in which the
/// three factors can pass from the first year to the second, of what the factor adds when its
/// turn comes. No order is preferred, a factor that changes nothing has the part 0, and the parts
/// sum to the change (Shapley 1953; Shorrocks 2013 for decompositions). A Shapley value of three
/// factors is a whole number of sixths; whole counts are got by largest remainders, ties to
/// sites, then people, then roads.
public struct ChangeDecomposition: Sendable, Hashable {
  /// The count in the first year.
  public let before: Int
  /// The count in the second year.
  public let after: Int
  /// The eight counts: bit 0 set where sites, bit 1 where people, bit 2 where roads are those of
  /// the second year.
  public let corners: [Int]
  /// The exact part of each factor in sixths, in the order of `ChangeFactor.allCases`; they sum
  /// to six times the change.
  public let sixths: [Int]
  /// The parts in whole counts, in that order; they sum to the change.
  public let parts: [Int]

  /// Asks for the eight counts and takes their change apart.
  ///
  /// - Parameter count: the count with the named factors of the second year and the others of
  ///   the first.
  /// - Throws: what `count` throws.
  public init(_ count: (Set<ChangeFactor>) throws -> Int) rethrows {
    let factors = ChangeFactor.allCases
    let corners = try (0..<8).map { corner in
      try count(Set(factors.indices.filter { corner & (1 << $0) != 0 }.map { factors[$0] }))
    }
    let sixths = factors.indices.map { factor in
      let bit = 1 << factor
      return (0..<8).filter { $0 & bit == 0 }.reduce(0) { sum, corner in
        // Of the six orders, 2 have it first, 1 each after one other, 2 last.
        let weight = corner.nonzeroBitCount == 1 ? 1 : 2
        return sum + weight * (corners[corner | bit] - corners[corner])
      }
    }
    self.corners = corners
    before = corners[0]
    after = corners[7]
    self.sixths = sixths
    parts = Self.whole(sixths, change: corners[7] - corners[0])
  }

  /// The change.
  public var change: Int { after - before }

  /// The part of a factor in whole counts.
  public subscript(_ factor: ChangeFactor) -> Int {
    ChangeFactor.allCases.firstIndex(of: factor).map { parts[$0] } ?? 0
  }

  private static func whole(_ sixths: [Int], change: Int) -> [Int] {
    // Floors, then one more for the largest remainders.
    var parts = sixths.map { ($0 - (($0 % 6) + 6) % 6) / 6 }
    let remainders = zip(sixths, parts).map { $0 - 6 * $1 }
    let owed = change - parts.reduce(0, +)
    let order = sixths.indices.sorted { (-remainders[$0], $0) < (-remainders[$1], $1) }
    for index in order.prefix(owed) { parts[index] += 1 }
    return parts
  }
}
