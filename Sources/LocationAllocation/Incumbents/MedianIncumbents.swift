import Certificates

/// Choices of sites for the p-median problem: greedy, then swaps.
///
/// Swaps are judged as by Resende and Werneck (2007): the gain of the site that comes, the loss of
/// the one that goes, and what both share.
struct MedianIncumbents: Incumbents {
  let statement: SitingStatement
  let siteCount: Int
  private let root: MedianRelaxation
  /// Stands for a point that is not served; larger than any distance.
  private let unserved: Double
  private var seen: Set<[Int]> = []

  init(_ statement: SitingStatement, siteCount: Int, root: MedianRelaxation) {
    self.statement = statement
    self.siteCount = siteCount
    self.root = root
    unserved = (root.distances.max() ?? 0) * 4 + 1
  }

  func objective(of open: [Int]) -> Int128? {
    var isOpen = Array(repeating: false, count: statement.candidateIDs.count)
    for site in open { isOpen[site] = true }
    var sum: Int128 = 0
    for point in statement.demands.indices {
      var least = Int64.max
      for pair in statement.pairs(ofDemand: point) where isOpen[Int(statement.sites[pair])] {
        least = min(least, statement.costs[pair])
      }
      guard least < .max else { return nil }
      sum += Int128(least) * Int128(statement.demands[point])
    }
    return sum
  }

  mutating func improved(from chosen: [Int], terms: [Double], states: SiteStates) -> [Int]? {
    guard seen.insert(chosen).inserted else { return nil }
    var search = MedianSwaps(root, states: states, siteCount: siteCount, unserved: unserved)
    search.start(with: chosen)
    search.fill()
    search.swapWhileBetter()
    return search.open.count == siteCount ? search.open.sorted() : nil
  }
}
