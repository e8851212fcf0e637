import TravelTimes

extension CatchmentInput {
  /// As many persons as possible served, and of all ways to serve them the one with the least
  /// person-time; no facility beyond its capacity, nobody beyond the limit.
  ///
  /// The optimum is exact (a transport problem in whole numbers). A demand point may be split.
  /// Among assignments of equal cost it is the lexicographically first: demand points by id,
  /// each giving as much as possible to its smallest facility id; that also decides who is
  /// displaced. So neither the order of rows nor the path of the search shows in it.
  ///
  /// - Parameter capacities: one for every supply; a supply without any serves nobody.
  /// - Throws: `WorkError` when costs or counts are too large to be added exactly.
  public func capacity(_ capacities: SupplyCapacities) throws -> Catchments {
    var result = unassigned()
    let problem = try TransportProblem(self, capacities)
    guard problem.demandCount > 0 else { return result }
    var simplex = TransportSimplex(problem)
    simplex.solve()
    var ties = LexicographicTies(problem, simplex)
    ties.settle()
    for demand in 0..<problem.demandCount {
      for arc in problem.arcs(ofDemand: demand) where ties.flow[arc] > 0 {
        guard let entry = problem.entry(ofArc: arc) else { continue }
        let source = problem.sourceDemand[demand]
        result.displaced[source] -= ties.flow[arc]
        result.parts.append(
          .init(
            demand: source, supply: Int(table.supplies[entry]), persons: ties.flow[arc],
            cost: table.costs[entry]))
      }
    }
    return result
  }
}
