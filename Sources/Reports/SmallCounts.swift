/// Which counts must stay hidden so that no small one can be read or computed back.
///
/// A count is small from 1 to 4. Hiding a single place is not enough where its group's total is
/// shown, so the smallest other places of the group are hidden with it until what is hidden
/// together is no longer small (DESIGN §5.13).
struct SmallCounts {
  /// A place with the parts of its count, for example the covered and the uncovered.
  struct Place {
    var id: String
    var parts: [Int]

    var total: Int { parts.reduce(0, +) }
    var isSmall: Bool { parts.contains { (1...4).contains($0) } || (1...4).contains(total) }
  }

  /// The hidden places of a group whose total is shown; nil when the total must be hidden too.
  ///
  /// - Parameter forced: places that are hidden already, for another table.
  static func hidden(in group: [Place], forced: Set<String>) -> Set<String>? {
    var hidden = group.filter { $0.isSmall || forced.contains($0.id) }
    guard !hidden.isEmpty else { return [] }
    let taken = Set(hidden.map(\.id))
    let reserve = group.filter { !taken.contains($0.id) }
      .sorted { ($0.total, $0.id) < ($1.total, $1.id) }
    var next = reserve.startIndex
    while !isSafe(hidden) {
      guard next < reserve.endIndex else { return nil }
      hidden.append(reserve[next])
      next += 1
    }
    return Set(hidden.map(\.id))
  }

  /// Whether the sums that can be computed for the hidden places say nothing small about one.
  private static func isSafe(_ hidden: [Place]) -> Bool {
    guard hidden.count >= 2, let partCount = hidden.map(\.parts.count).max() else { return false }
    return (0..<partCount).allSatisfy { part in
      let counts = hidden.map { part < $0.parts.count ? $0.parts[part] : 0 }
      let sum = counts.reduce(0, +)
      return sum == 0 || (sum >= 5 && counts.count { $0 > 0 } >= 2)
    }
  }
}
