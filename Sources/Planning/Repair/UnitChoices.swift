/// Choices of units, each of which counts for one or several targets, where a new site serves the
/// unit it stands in and all sites cost the same.
///
/// Units that count for the same targets are alike, so that only how many of each sort are
/// chosen has to be looked at.
struct UnitChoices {
  /// Units alike: for which targets they would count anew, and how many there are.
  private var sorts: [(targets: Set<Int>, units: Int)]
  /// How many more units each target needs.
  private var needs: [Int]
  /// Units that have to be chosen; they are not among the sorts and their gains not among needs.
  private var forced: Int

  /// Prepares to count.
  ///
  /// - Parameters:
  ///   - candidates: by unit the targets for which it would count anew.
  ///   - forced: the units that have to be chosen.
  ///   - needs: how many more units each target needs.
  init(candidates: [String: Set<Int>], forced: Set<String>, needs: [Int]) {
    self.forced = forced.intersection(candidates.keys).count
    self.needs = needs
    for unit in forced { for target in candidates[unit] ?? [] { self.needs[target] -= 1 } }
    let free = candidates.filter { !forced.contains($0.key) && !$0.value.isEmpty }
    sorts = Dictionary(grouping: free.values, by: { $0 }).map { ($0.key, $0.value.count) }
      .sorted { $0.targets.sorted().lexicographicallyPrecedes($1.targets.sorted()) }
  }

  /// The fewest units, and in how many ways they can be chosen (nil for too many to tell); nil
  /// where no choice meets the needs.
  var fewest: (units: Int, choices: Int?)? {
    let most = sorts.reduce(0) { $0 + $1.units }
    for size in 0...most {
      let ways = ways(from: 0, left: size, needs)
      if ways.map({ $0 > 0 }) ?? true { return (size + forced, ways) }
    }
    return nil
  }

  /// In how many ways so many units of the sorts from one on meet the needs; nil for too many.
  private func ways(from sort: Int, left: Int, _ needs: [Int]) -> Int? {
    guard sort < sorts.count else {
      return left == 0 && needs.allSatisfy { $0 <= 0 } ? 1 : 0
    }
    let rest = sorts[sort...].reduce(0) { $0 + $1.units }
    guard left <= rest, needs.allSatisfy({ $0 <= left }) else { return 0 }
    var sum = 0
    for count in 0...min(left, sorts[sort].units) {
      var remaining = needs
      for target in sorts[sort].targets { remaining[target] -= count }
      guard let further = ways(from: sort + 1, left: left - count, remaining) else { return nil }
      guard further > 0 else { continue }
      guard let here = Self.binomial(sorts[sort].units, count) else { return nil }
      let (product, isTooLarge) = here.multipliedReportingOverflow(by: further)
      let (next, isSumTooLarge) = sum.addingReportingOverflow(product)
      guard !isTooLarge, !isSumTooLarge else { return nil }
      sum = next
    }
    return sum
  }

  private static func binomial(_ all: Int, _ chosen: Int) -> Int? {
    var choices = 1
    for step in 0..<chosen {
      let (product, isTooLarge) = choices.multipliedReportingOverflow(by: all - step)
      guard !isTooLarge else { return nil }
      choices = product / (step + 1)
    }
    return choices
  }
}
