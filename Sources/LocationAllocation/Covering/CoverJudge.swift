import Certificates

/// The exact objective of open sites of a covering problem, as a minimum.
struct CoverJudge: Sendable {
  private let statement: SitingStatement
  private let starts: [Int]
  private let points: [UInt32]
  private let total: Int128

  init(_ statement: SitingStatement, limit: Int64) {
    self.statement = statement
    var starts = Array(repeating: 0, count: statement.candidateIDs.count + 1)
    for pair in statement.sites.indices where statement.costs[pair] <= limit {
      starts[Int(statement.sites[pair]) + 1] += 1
    }
    for site in statement.candidateIDs.indices { starts[site + 1] += starts[site] }
    var next = starts
    var points = Array(repeating: UInt32(0), count: starts.last ?? 0)
    for point in statement.demands.indices {
      for pair in statement.pairs(ofDemand: point) where statement.costs[pair] <= limit {
        let site = Int(statement.sites[pair])
        points[next[site]] = UInt32(point)
        next[site] += 1
      }
    }
    self.starts = starts
    self.points = points
    total = statement.demands.reduce(0) { $0 + Int128($1) }
  }

  /// The objective; nil when the sites break a condition.
  func minimum(of open: [Int]) -> Int128? {
    var times = Array(repeating: UInt8(0), count: statement.demands.count)
    for site in open {
      for entry in starts[site]..<starts[site + 1] {
        let point = Int(points[entry])
        times[point] = min(2, times[point] + 1)
      }
    }
    let price = open.reduce(Int128(0)) { $0 + Int128(statement.prices[$1]) }
    switch statement.problem {
    case .lscp: return times.contains(0) ? nil : Int128(open.count)
    case .pCentre, .pMedian: return times.contains(0) ? nil : 0
    case .mclp: return uncovered(times)
    case .budget: return price <= Int128(statement.budget ?? 0) ? uncovered(times) : nil
    case .backup: return times.contains(0) ? nil : Int128(times.count { $0 == 1 })
    case .partialCover:
      return total - uncovered(times) >= Int128(statement.need ?? 0) ? price : nil
    case .unitShare: return areEnoughUnits(times) ? price : nil
    }
  }

  private func uncovered(_ times: [UInt8]) -> Int128 {
    var sum: Int128 = 0
    for point in times.indices where times[point] == 0 { sum += Int128(statement.demands[point]) }
    return sum
  }

  private func areEnoughUnits(_ times: [UInt8]) -> Bool {
    var covered = statement.unitIDs.map { _ in Int64(0) }
    for point in times.indices where times[point] > 0 {
      covered[statement.unitOfDemand[point]] += statement.demands[point]
    }
    var count: Int64 = 0
    for unit in covered.indices {
      if covered[unit] >= statement.unitNeeds[unit] {
        count += 1
      } else if statement.isUnitForced[unit] {
        return false
      }
    }
    return count >= statement.need ?? 0
  }
}
