import Certificates
import Foundation

/// Location problems: villages and candidates with costs, given or generated.
struct SitingProblems {
  /// People of each village.
  let people: [Int64]
  /// The pairs of each village, by candidate, with costs in thousandths of a minute.
  let pairs: [[(site: UInt32, cost: Int64)]]
  let siteCount: Int

  /// What the scripts of the other tools read: `la_N_cost.npy` (minutes, village by candidate) and
  /// `la_N_pop.npy`.
  init(peerFolder: String, size: Int) throws {
    let costs = try NumpyFile("\(peerFolder)/la_\(size)_cost.npy")
    people = try NumpyFile("\(peerFolder)/la_\(size)_pop.npy").values.map { Int64($0) }
    let columns = costs.columnCount
    siteCount = columns
    pairs = people.indices.map { row in
      (0..<columns).map { column in
        (UInt32(column), Int64((costs.values[row * columns + column] * 1_000).rounded()))
      }
    }
  }

  /// Villages and candidates anywhere in a square of 100 minutes, straight lines, people of 1 to
  /// 1,000; for each village the nearest candidates alone.
  init(villages: Int, candidates: Int, nearest: Int, seed: UInt64) {
    let numbers = SeededNumbers(seed: seed)
    func place(_ index: Int, _ purpose: UInt64) -> (Double, Double) {
      (numbers.unit(index, purpose) * 100, numbers.unit(index, purpose + 1) * 100)
    }
    let sites = (0..<candidates).map { place($0, 1) }
    siteCount = candidates
    people = (0..<villages).map { Int64(numbers.below(1_000, $0, 5)) + 1 }
    pairs = (0..<villages).map { village in
      let (x, y) = place(village, 3)
      let all = sites.enumerated().map { site, other in
        let length = ((x - other.0) * (x - other.0) + (y - other.1) * (y - other.1)).squareRoot()
        return (site: UInt32(site), cost: Int64((length * 1_000).rounded()))
      }
      return all.sorted { ($0.cost, $0.site) < ($1.cost, $1.site) }.prefix(nearest)
        .sorted { $0.site < $1.site }
    }
  }

  /// The problem as the search takes it.
  ///
  /// - Parameters:
  ///   - limit: in thousandths of a minute; nil for none.
  ///   - isEveryoneNeeded: leaves out villages that no candidate reaches within the limit.
  func statement(
    _ problem: SitingProblem, siteCount count: Int?, limit: Int64?, isEveryoneNeeded: Bool
  ) -> SitingStatement {
    let kept = people.indices.filter { village in
      !isEveryoneNeeded || pairs[village].contains { $0.cost <= limit ?? .max }
    }
    func ids(_ letter: String, _ count: Int) -> [String] {
      (0..<count).map { letter + String(String(10_000_000 + $0).dropFirst()) }
    }
    var statement = SitingStatement(
      problem, demandIDs: ids("d", kept.count), candidateIDs: ids("s", siteCount))
    statement.demands = kept.map { people[$0] }
    statement.costDecimals = 3
    statement.limit = limit
    statement.siteCount = count
    for (row, village) in kept.enumerated() {
      statement.sites += pairs[village].map(\.site)
      statement.costs += pairs[village].map(\.cost)
      statement.rowStarts[row + 1] = statement.sites.count
    }
    return statement
  }
}
