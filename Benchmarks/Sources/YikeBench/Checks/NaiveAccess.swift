import TravelTimes

/// The two steps of a floating catchment, as they stand in the literature.
struct NaiveAccess {
  private let access: [Double]

  /// Weights of 1 up to the limit, or 1, 0.68 and 0.22 up to its sixth, third and end.
  init(_ problem: AccessProblem, minutes: Int, isStepped: Bool) {
    let unit = problem.table.decimals == 1 ? 10.0 : 1_000.0
    func weight(_ entry: Int) -> Double {
      let share = Double(problem.table.costs[entry]) / unit / Double(minutes * 60)
      if share > 1 { return 0 }
      if !isStepped { return 1 }
      return share <= 1 / 6 ? 1 : share <= 1 / 3 ? 0.68 : 0.22
    }
    var load = [Double](repeating: 0, count: problem.supply.count)
    for demand in problem.persons.indices {
      for entry in problem.table.entries(ofDemand: demand) {
        load[Int(problem.table.supplies[entry])] += Double(problem.persons[demand]) * weight(entry)
      }
    }
    access = problem.persons.indices.map { demand in
      problem.table.entries(ofDemand: demand).reduce(0) { sum, entry in
        let supply = Int(problem.table.supplies[entry])
        return sum + Double(problem.supply[supply]) / load[supply] * weight(entry)
      }
    }
  }

  /// The words for the table; fails where a demand point's access differs.
  func check(_ answer: [Double?]) throws -> String {
    let difference = largestDifference(answer, access)
    try CheckFailure.unless(difference < 1e-9, "access differs by \(difference) of itself")
    return "\(answer.count) equal the formula"
  }

  /// The largest difference as a share; what is undefined counts as none.
  func largestDifference(_ answer: [Double?], _ expected: [Double]) -> Double {
    zip(answer, expected).reduce(0) { largest, pair in
      max(largest, abs((pair.0 ?? 0) - pair.1) / max(abs(pair.1), 1e-12))
    }
  }
}
