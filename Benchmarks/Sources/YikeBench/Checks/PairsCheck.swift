import PlanningModel
import TravelTimes

/// Compares a matrix of villages (rows) and facilities with a reference.
struct PairsCheck {
  private let problem: RoadProblem
  private let limit: TravelTime
  /// Facilities that the naive search is tried on.
  private static let sample = 12

  init(_ problem: RoadProblem, _ limit: TravelTime) {
    self.problem = problem
    self.limit = limit
  }

  /// The words for the table; fails where a pair is missing, too many or over 1 ms off.
  func check(_ matrix: TravelTimeMatrix, reference: String?) throws -> String {
    if let reference {
      let rows = try NumpyFile(reference)
      let pairs = zip(zip(rows.column(0), rows.column(1)), rows.column(2)).map {
        (facility: Int($0.0), village: Int($0.1), milliseconds: UInt32(($1 * 1000).rounded()))
      }
      try compare(pairs, keys(matrix) { _ in true })
      return "\(pairs.count) pairs equal the reference"
    }
    let naive = NaiveSearch(problem)
    let chosen = Array(0..<min(Self.sample, problem.facilities.count))
    var pairs: [(facility: Int, village: Int, milliseconds: UInt32)] = []
    for facility in chosen {
      let times = naive.milliseconds(
        from: [problem.facilities[facility]], within: limit.milliseconds)
      for (village, node) in problem.villages.enumerated() {
        if let time = times[Int(node)] { pairs.append((facility, village, time)) }
      }
    }
    try compare(pairs, keys(matrix) { $0 < chosen.count })
    return "\(pairs.count) pairs of \(chosen.count) facilities equal the naive search"
  }

  private typealias Pair = (key: Int, milliseconds: UInt32)

  private func keys(_ matrix: TravelTimeMatrix, _ isWanted: (Int) -> Bool) -> [Pair] {
    var pairs: [Pair] = []
    for village in 0..<matrix.originCount {
      for entry in matrix.firstEntry[village]..<matrix.firstEntry[village + 1]
      where isWanted(Int(matrix.destination[entry])) {
        let key = village * problem.facilities.count + Int(matrix.destination[entry])
        pairs.append((key, matrix.milliseconds[entry]))
      }
    }
    return pairs.sorted { $0.key < $1.key }
  }

  private func compare(
    _ reference: [(facility: Int, village: Int, milliseconds: UInt32)], _ pairs: [Pair]
  ) throws {
    // Sums of binary fractions may fall on either side of the limit.
    func isInside(_ pair: Pair) -> Bool { pair.milliseconds < limit.milliseconds }
    let wanted = reference.map {
      (key: $0.village * problem.facilities.count + $0.facility, milliseconds: $0.milliseconds)
    }.filter(isInside).sorted { $0.key < $1.key }
    let found = pairs.filter(isInside)
    try CheckFailure.unless(
      wanted.count == found.count, "\(found.count) pairs instead of \(wanted.count)")
    for (pair, expected) in zip(found, wanted) {
      let difference =
        max(pair.milliseconds, expected.milliseconds)
        - min(pair.milliseconds, expected.milliseconds)
      try CheckFailure.unless(
        pair.key == expected.key && difference <= 1,
        "pair \(pair.key): \(pair.milliseconds) ms instead of \(expected.milliseconds) "
          + "of pair \(expected.key)")
    }
  }
}
