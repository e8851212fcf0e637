public import Certificates

/// What each open site adds to those before it, in a problem with further conditions.
///
/// Fixed sites come first, then the one that adds most, ties by id. With capacities a site adds the
/// demand that can be served only with it, and for p-median, once all demand is served, by how much
/// the objective falls (nil before). Without capacities it adds the demand of the sets that it
/// meets (a point once for each service); a site that needs others counts once they are open, and
/// comes after them.
public struct ConditionedMarginals {
  /// The open sites in that order; all values nil where there is too much to work out.
  public let order: [(site: Int, value: Int128?)]

  /// So many pairs are looked at; beyond, sites come by their ids without values.
  private static let mostPairs = 4_000_000

  /// Works them out.
  public init(_ statement: SitingStatement, _ conditions: SitingConditions, selected: [Int]) {
    if conditions.capacities == nil {
      order = Self.bySets(statement, conditions, selected)
    } else if selected.count * (selected.count + 1) / 2 * statement.sites.count <= Self.mostPairs {
      order = Self.byCapacity(statement, conditions, selected)
    } else {
      order = selected.map { ($0, nil) }
    }
  }

  /// Sites one by one, by what a choice comes to; a larger value is better.
  private static func greedy<Worth: Comparable>(
    _ statement: SitingStatement, _ selected: [Int], rank: (Int) -> Int,
    worth: ([Int]) -> Worth
  ) -> [(site: Int, before: Worth, after: Worth)] {
    var chosen: [Int] = []
    var left = selected
    var result: [(site: Int, before: Worth, after: Worth)] = []
    var now = worth([])
    while !left.isEmpty {
      let fixed = left.filter { statement.states[$0] == .fixed }
      let open = fixed.isEmpty ? left : fixed
      let first = open.map(rank).min() ?? 0
      var best: (site: Int, worth: Worth)?
      for site in open where rank(site) == first {
        let value = worth(chosen + [site])
        if best.map({ value > $0.worth }) ?? true { best = (site, value) }
      }
      guard let best else { break }
      result.append((best.site, now, best.worth))
      now = best.worth
      chosen.append(best.site)
      left.removeAll { $0 == best.site }
    }
    return result
  }

  // MARK: capacities

  /// What a choice serves, and at what cost once it serves all.
  private struct Served: Comparable {
    var amount: Int128
    var cost: Int128?

    static func < (left: Served, right: Served) -> Bool {
      if left.amount != right.amount { return left.amount < right.amount }
      return (left.cost ?? .max) > (right.cost ?? .max)
    }
  }

  private static func byCapacity(
    _ statement: SitingStatement, _ conditions: SitingConditions, _ selected: [Int]
  ) -> [(site: Int, value: Int128?)] {
    let isMedian = statement.problem == .pMedian
    let total = statement.demands.reduce(Int128(0)) { $0 + Int128($1) }
    let steps = greedy(
      statement, selected, rank: { _ in 0 },
      worth: { open -> Served in
        let amount = served(statement, conditions, open, .mclp) ?? 0
        guard isMedian, amount == total else { return Served(amount: amount, cost: nil) }
        return Served(amount: amount, cost: served(statement, conditions, open, .pMedian))
      })
    return steps.map { step in
      guard isMedian else { return (step.site, step.after.amount - step.before.amount) }
      guard let before = step.before.cost, let after = step.after.cost else {
        return (step.site, nil)
      }
      return (step.site, before - after)
    }
  }

  /// The objective of exactly these sites; nil where they cannot serve what they have to.
  private static func served(
    _ statement: SitingStatement, _ conditions: SitingConditions, _ open: [Int],
    _ problem: SitingProblem
  ) -> Int128? {
    guard !open.isEmpty else { return problem == .mclp ? 0 : nil }
    var alone = SitingConditions()
    alone.capacities = conditions.capacities
    alone.isWhole = conditions.isWhole
    var statement = statement
    statement.problem = problem
    statement.siteCount = nil
    statement.states = statement.states.indices.map { open.contains($0) ? .fixed : .forbidden }
    return ConditionedSolver().solve(statement, alone).objective
  }

  // MARK: sets

  private static func bySets(
    _ statement: SitingStatement, _ conditions: SitingConditions, _ selected: [Int]
  ) -> [(site: Int, value: Int128?)] {
    let points = max(1, statement.demands.count)
    var needs: [Int: Set<Int>] = [:]
    for link in conditions.links { needs[link.site] = Set(link.parents) }
    /// How many levels stand above a site.
    func level(_ site: Int, _ below: Set<Int> = []) -> Int {
      guard let parents = needs[site], !below.contains(site) else { return 0 }
      let used = parents.intersection(selected)
      return 1 + (used.map { level($0, below.union([site])) }.min() ?? 0)
    }
    let ranks = Dictionary(uniqueKeysWithValues: selected.map { ($0, level($0)) })
    /// Sites whose own sites above are open, as far up as there are levels.
    func standing(_ open: Set<Int>) -> Set<Int> {
      var result: Set<Int> = []
      for site in open.sorted(by: { (ranks[$0] ?? 0, $0) < (ranks[$1] ?? 0, $1) }) {
        if needs[site].map({ !$0.isDisjoint(with: result) }) ?? true { result.insert(site) }
      }
      return result
    }
    let steps = greedy(
      statement, selected, rank: { ranks[$0] ?? 0 },
      worth: { open -> Int128 in
        let standing = standing(Set(open))
        var met: Int128 = 0
        for (index, set) in conditions.atLeastOne.enumerated()
        where set.contains(where: standing.contains) {
          met += Int128(statement.demands[index % points])
        }
        return met
      })
    return steps.map { ($0.site, $0.after - $0.before) }
  }
}

extension Dispersion {
  /// The open sites in the order chosen, each with its distance to the nearest of those before it:
  /// fixed sites first, then the one that is farthest from all of them, ties by id; nil for the
  /// first, and where no distance is known.
  public func marginal(
    states: SiteChoice, pairs: [(Int, Int, Int64)]
  ) -> [(site: Int, value: Int64?)] {
    let isOpen = Set(selected)
    var nearest: [Int: [Int: Int64]] = [:]
    for (first, second, length) in pairs
    where first != second && isOpen.contains(first) && isOpen.contains(second) {
      let least = min(length, nearest[first]?[second] ?? .max)
      nearest[first, default: [:]][second] = least
      nearest[second, default: [:]][first] = least
    }
    var left = selected
    var order: [(site: Int, value: Int64?)] = []
    while !left.isEmpty {
      let fixed = left.filter { states.mustOpen[$0] }
      var best: (site: Int, apart: Int64)?
      for site in fixed.isEmpty ? left : fixed {
        let apart = order.compactMap { nearest[site]?[$0.site] }.min() ?? .max
        if apart > best?.apart ?? -1 { best = (site, apart) }
      }
      guard let best else { break }
      order.append((best.site, best.apart == .max ? nil : best.apart))
      left.removeAll { $0 == best.site }
    }
    return order
  }
}
