import Certificates

extension MedianSearch {
  /// Searches for the best choice and proves it; or for all choices with a given objective.
  func run(
    effort: SearchEffort, ties: (objective: Int128, atMost: Int)? = nil
  ) -> SearchOutcome {
    let root = relaxation()
    let (granularity, ceiling) = measures()
    let states = statement.initialStates
    let incumbents = MedianIncumbents(statement, siteCount: siteCount, root: root)
    var starter = incumbents
    let start = starter.improved(from: [], terms: [], states: states)
    let value = start.flatMap { incumbents.objective(of: $0) } ?? ceiling
    // Distances times the scale have to stay within 64 bits.
    var scale = WholeMultiples.scale(
      objective: value, granularity: granularity, multiplierCount: root.multiplierCount)
    while scale > 1, Double(scale) * (root.distances.max() ?? 0) > 0x1p61 { scale /= 2 }
    let rules = BranchAndBound<MedianRelaxation, MedianIncumbents>.Rules(
      siteCount: siteCount, granularity: granularity, ceiling: ceiling, scale: scale,
      effort: effort, ties: ties)
    var tree = BranchAndBound<MedianRelaxation, MedianIncumbents>(
      rules: rules, incumbents: incumbents, states: states, start: start,
      multiplierCount: root.multiplierCount)
    tree.explore(root, multipliers: startingMultipliers(root, start), steps: 400)
    return tree.outcome
  }

  /// The distance of each point to the nearest of a good choice.
  private func startingMultipliers(_ root: MedianRelaxation, _ start: [Int]?) -> [Double] {
    var isOpen = Array(repeating: false, count: root.siteCount)
    for site in start ?? [] { isOpen[site] = true }
    return (0..<root.multiplierCount).map { row in
      let pairs = root.starts[row]..<root.starts[row + 1]
      let open = pairs.filter { isOpen[Int(root.sites[$0])] }.prefix(2).map { root.distances[$0] }
      guard let first = open.first else { return pairs.first.map { root.distances[$0] } ?? 0 }
      return open.count == 2 ? (first + open[1]) / 2 : first
    }
  }
}
