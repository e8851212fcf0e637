import Certificates

/// Who covers whom: the points of a statement that matter, with points of equal sites as one row.
struct CoveringRows: Sendable {
  /// How many sites there are, left out ones included.
  let siteCount: Int
  /// Start of each row's sites, and one past the last.
  private(set) var starts: [Int] = [0]
  /// The sites of each row, ascending.
  private(set) var sites: [UInt32] = []
  /// How much each row counts.
  private(set) var weights: [Double] = []
  /// The administrative unit of each row; −1 without units.
  private(set) var units: [Int] = []
  /// Whether each row was left out; it has no sites then.
  private(set) var isLeftOut: [Bool]
  /// The row of each point.
  private(set) var rowOfPoint: [Int]
  /// The part of a row's weight that each point is.
  private(set) var shareOfPoint: [Double]

  var count: Int { starts.count - 1 }

  /// Gathers rows.
  ///
  /// - Parameters:
  ///   - statement: the problem.
  ///   - limit: the largest cost that covers.
  ///   - isSiteLeftOut: sites that are closed from the start.
  ///   - weight: how much a point counts.
  ///   - isMerged: whether points of the same sites (and unit) become one row.
  init(
    _ statement: SitingStatement, limit: Int64, isSiteLeftOut: [Bool],
    weight: (Int) -> Double, isMerged: Bool
  ) {
    siteCount = statement.candidateIDs.count
    rowOfPoint = Array(repeating: -1, count: statement.demands.count)
    shareOfPoint = Array(repeating: 0, count: statement.demands.count)
    isLeftOut = []
    var buckets = RowBuckets(capacity: statement.demands.count)
    for point in statement.demands.indices {
      let start = sites.count
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for pair in statement.pairs(ofDemand: point)
      where statement.costs[pair] <= limit && !isSiteLeftOut[Int(statement.sites[pair])] {
        sites.append(statement.sites[pair])
        hash = (hash ^ UInt64(statement.sites[pair])) &* 0x100_0000_01b3
        hash ^= hash >> 29
      }
      let unit = statement.unitOfDemand.isEmpty ? -1 : statement.unitOfDemand[point]
      hash = (hash ^ UInt64(bitPattern: Int64(unit))) &* 0x100_0000_01b3
      hash ^= hash >> 32
      let known =
        isMerged
        ? buckets.find(hash) { units[$0] == unit && self.isEqual($0, toSitesFrom: start) } : nil
      if let row = known {
        sites.removeLast(sites.count - start)
        weights[row] += weight(point)
        rowOfPoint[point] = row
        continue
      }
      rowOfPoint[point] = weights.count
      if isMerged { buckets.insert(weights.count, hash) }
      weights.append(weight(point))
      units.append(unit)
      starts.append(sites.count)
    }
    isLeftOut = Array(repeating: false, count: weights.count)
    for point in rowOfPoint.indices where rowOfPoint[point] >= 0 {
      let total = weights[rowOfPoint[point]]
      shareOfPoint[point] = total > 0 ? weight(point) / total : 0
    }
  }

  private func isEqual(_ row: Int, toSitesFrom start: Int) -> Bool {
    let range = starts[row]..<starts[row + 1]
    guard range.count == sites.count - start else { return false }
    for offset in 0..<range.count where sites[range.lowerBound + offset] != sites[start + offset] {
      return false
    }
    return true
  }

  /// The same rows without the pairs of closed sites, and of further rows and sites.
  func without(
    _ states: SiteStates, rows leftOut: [Bool] = [], sites isClosed: [Bool] = []
  ) -> CoveringRows {
    var result = self
    for row in leftOut.indices where leftOut[row] { result.isLeftOut[row] = true }
    result.starts = [0]
    result.sites = []
    for row in 0..<count {
      for pair in starts[row]..<starts[row + 1] where !result.isLeftOut[row] {
        let site = Int(sites[pair])
        if states[site] != .closed, isClosed.isEmpty || !isClosed[site] {
          result.sites.append(sites[pair])
        }
      }
      result.starts.append(result.sites.count)
    }
    return result
  }
}

/// Rows by the hash of their sites, with open addressing.
private struct RowBuckets {
  private var slots: [Int32]
  private var hashes: [UInt64]

  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: -1, count: size)
    hashes = Array(repeating: 0, count: size)
  }

  func find(_ hash: UInt64, where isSame: (Int) -> Bool) -> Int? {
    var at = Int(hash & UInt64(slots.count - 1))
    while slots[at] >= 0 {
      if hashes[at] == hash, isSame(Int(slots[at])) { return Int(slots[at]) }
      at = (at + 1) & (slots.count - 1)
    }
    return nil
  }

  mutating func insert(_ row: Int, _ hash: UInt64) {
    var at = Int(hash & UInt64(slots.count - 1))
    while slots[at] >= 0 { at = (at + 1) & (slots.count - 1) }
    slots[at] = Int32(row)
    hashes[at] = hash
  }
}
