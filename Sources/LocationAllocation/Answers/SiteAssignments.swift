public import Certificates

/// Which open site serves each demand point, and what each site adds.
public struct SiteAssignments: Sendable {
  /// The nearest open site of each point, ties by the smaller id, and its cost; nil where none
  /// is within the limit.
  public let nearest: [(site: Int, cost: Int64)?]
  /// The open sites in the order chosen, each with what it adds to those before it: demand newly
  /// covered, or by how much the objective falls; nil while some point is not served yet.
  public let marginal: [(site: Int, value: Int128?)]

  /// Computes both from the statement.
  public init(_ statement: SitingStatement, selected: [Int]) {
    nearest = Self.nearest(statement, selected)
    let isMinimised = statement.problem == .pMedian || statement.problem == .pCentre
    marginal =
      isMinimised ? Self.falls(statement, selected) : Self.gains(statement, selected)
  }

  private static func nearest(
    _ statement: SitingStatement, _ selected: [Int]
  ) -> [(site: Int, cost: Int64)?] {
    var isOpen = Array(repeating: false, count: statement.candidateIDs.count)
    for site in selected { isOpen[site] = true }
    let limit = statement.limit ?? .max
    return statement.demands.indices.map { point in
      var best: (site: Int, cost: Int64)?
      for pair in statement.pairs(ofDemand: point) {
        let (site, cost) = (Int(statement.sites[pair]), statement.costs[pair])
        if isOpen[site], cost <= limit, cost < best?.cost ?? .max { best = (site, cost) }
      }
      return best
    }
  }

  /// The pairs of each selected site: the point and the cost.
  private static func pairs(
    _ statement: SitingStatement, _ selected: [Int]
  ) -> [[(point: Int, cost: Int64)]] {
    var place = Array(repeating: -1, count: statement.candidateIDs.count)
    for (index, site) in selected.enumerated() { place[site] = index }
    var result: [[(point: Int, cost: Int64)]] = selected.map { _ in [] }
    for point in statement.demands.indices {
      for pair in statement.pairs(ofDemand: point) {
        let index = place[Int(statement.sites[pair])]
        if index >= 0 { result[index].append((point, statement.costs[pair])) }
      }
    }
    return result
  }

  /// Fixed sites first, then the one that adds most, ties by id.
  private static func order(
    _ statement: SitingStatement, _ selected: [Int], value: (Int) -> (Int, Int128),
    take: (Int) -> Void
  ) -> [Int] {
    var left = Array(selected.indices)
    var order: [Int] = []
    while !left.isEmpty {
      let fixed = left.filter { statement.states[selected[$0]] == .fixed }
      let candidates = fixed.isEmpty ? left : fixed
      var choice = candidates[0]
      var most = value(choice)
      for index in candidates.dropFirst() {
        let other = value(index)
        if other > most {
          most = other
          choice = index
        }
      }
      take(choice)
      order.append(choice)
      left.removeAll { $0 == choice }
    }
    return order
  }

  private static func gains(
    _ statement: SitingStatement, _ selected: [Int]
  ) -> [(site: Int, value: Int128?)] {
    let limit = statement.limit ?? .max
    let pairs = pairs(statement, selected).map { $0.filter { $0.cost <= limit } }
    var isCovered = Array(repeating: false, count: statement.demands.count)
    var values: [Int: Int128] = [:]
    func gain(_ index: Int) -> Int128 {
      pairs[index].reduce(0) {
        isCovered[$1.point] ? $0 : $0 + Int128(statement.demands[$1.point])
      }
    }
    let order = order(statement, selected, value: { (0, gain($0)) }) { index in
      values[index] = gain(index)
      for pair in pairs[index] { isCovered[pair.point] = true }
    }
    return order.map { (selected[$0], values[$0]) }
  }

  private static func falls(
    _ statement: SitingStatement, _ selected: [Int]
  ) -> [(site: Int, value: Int128?)] {
    let pairs = pairs(statement, selected)
    // A point that is not served yet weighs more than anything else.
    let unserved = (statement.costs.max() ?? 0) + 1
    let isCentre = statement.problem == .pCentre
    var least = Array(repeating: unserved, count: statement.demands.count)
    var values: [Int: Int128?] = [:]
    func sum(_ least: [Int64]) -> (unserved: Int, objective: Int128) {
      var count = 0
      var objective: Int128 = 0
      for point in least.indices {
        if least[point] == unserved { count += 1 }
        let cost = Int128(least[point])
        objective =
          isCentre
          ? max(objective, cost) : objective + cost * Int128(statement.demands[point])
      }
      return (count, objective)
    }
    func with(_ index: Int) -> [Int64] {
      var result = least
      for pair in pairs[index] { result[pair.point] = min(result[pair.point], pair.cost) }
      return result
    }
    let order = order(
      statement, selected,
      value: { index in
        let after = sum(with(index))
        return (-after.unserved, -after.objective)
      },
      take: { index in
        let (before, after) = (sum(least), sum(with(index)))
        least = with(index)
        let isServed = before.unserved == 0 && after.unserved == 0
        values[index] = .some(isServed ? before.objective - after.objective : nil)
      })
    return order.map { (selected[$0], values[$0] ?? nil) }
  }
}
