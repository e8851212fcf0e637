import Certificates
import TestSupport

/// Small problems with much that is odd: ties, equal sites, no demand, unreachable points.
enum RandomStatements {
  static func make(
    _ problem: SitingProblem, seed: UInt64, points mostPoints: Int = 9, sites mostSites: Int = 8
  ) -> SitingStatement {
    var numbers = SeededRandom(seed: seed &* 977 &+ 13)
    let points = Int.random(in: 1...mostPoints, using: &numbers)
    let sites = Int.random(in: 1...mostSites, using: &numbers)
    var statement = SitingStatement(
      problem, demandIDs: (0..<points).map { "d\($0)" }, candidateIDs: (0..<sites).map { "s\($0)" })
    let largest = Int64.random(in: 1...12, using: &numbers)
    statement.demands = (0..<points).map { _ in
      Int64.random(in: 0...3, using: &numbers) == 0 ? 0 : .random(in: 1...9, using: &numbers)
    }
    statement.prices = (0..<sites).map { _ in .random(in: 0...largest, using: &numbers) }
    statement.states = (0..<sites).map { _ in
      switch Int.random(in: 0...9, using: &numbers) {
      case 0: .fixed
      case 1: .forbidden
      default: .free
      }
    }
    let density = Int.random(in: 3...10, using: &numbers)
    for point in 0..<points {
      var row: [(UInt32, Int64)] = []
      for site in 0..<sites where Int.random(in: 1...10, using: &numbers) <= density {
        row.append((UInt32(site), .random(in: 0...largest, using: &numbers)))
      }
      // Sometimes the last site is the twin of the first.
      if seed % 5 == 0, sites > 1 {
        let twin = row.first { $0.0 == 0 }?.1
        row.removeAll { $0.0 == UInt32(sites - 1) }
        if let twin { row.append((UInt32(sites - 1), twin)) }
      }
      statement.sites += row.map(\.0)
      statement.costs += row.map(\.1)
      statement.rowStarts[point + 1] = statement.sites.count
    }
    if problem != .pMedian && problem != .pCentre { statement.limit = largest * 2 / 3 }
    if problem.countsSites {
      statement.siteCount = Int.random(in: 0...min(sites + 1, 5), using: &numbers)
    }
    let total = statement.demands.reduce(0, +)
    switch problem {
    case .budget: statement.budget = .random(in: 0...largest * 3, using: &numbers)
    case .partialCover: statement.need = .random(in: 0...total, using: &numbers)
    case .unitShare: addUnits(&statement, &numbers)
    case .lscp, .mclp, .pMedian, .pCentre, .backup: break
    }
    return statement
  }

  private static func addUnits(_ statement: inout SitingStatement, _ numbers: inout SeededRandom) {
    let units = Int.random(in: 1...4, using: &numbers)
    statement.unitIDs = (0..<units).map { "u\($0)" }
    statement.unitOfDemand = statement.demands.map { _ in .random(in: 0..<units, using: &numbers) }
    statement.unitNeeds = (0..<units).map { unit in
      let demand = zip(statement.demands, statement.unitOfDemand)
        .reduce(Int64(0)) { $1.1 == unit ? $0 + $1.0 : $0 }
      return (demand + 1) / 2
    }
    statement.isUnitForced = (0..<units).map { _ in Int.random(in: 0...3, using: &numbers) == 0 }
    statement.need = .random(in: 0...Int64(units), using: &numbers)
  }
}
