/// How often each row is covered by the open sites, kept up as sites open and close.
struct CoverCounts: Sendable {
  let rows: CoveringRows
  /// Start of each site's rows, and one past the last.
  let starts: [Int]
  /// The rows of each site.
  let rowsOfSite: [UInt32]
  /// What a row costs that is not covered.
  let costOfNone: [Double]
  /// What a row costs that is covered once; 0 where once is enough.
  let costOfOne: [Double]
  private(set) var times: [Int32]
  private(set) var isOpen: [Bool]
  /// The open sites, in the order they were opened.
  private(set) var open: [Int] = []

  init(_ rows: CoveringRows, costOfNone: [Double], costOfOne: [Double]) {
    self.rows = rows
    self.costOfNone = costOfNone
    self.costOfOne = costOfOne
    var starts = Array(repeating: 0, count: rows.siteCount + 1)
    for site in rows.sites { starts[Int(site) + 1] += 1 }
    for site in 0..<rows.siteCount { starts[site + 1] += starts[site] }
    var next = starts
    var rowsOfSite = Array(repeating: UInt32(0), count: rows.sites.count)
    for row in 0..<rows.count {
      for pair in rows.starts[row]..<rows.starts[row + 1] {
        let site = Int(rows.sites[pair])
        rowsOfSite[next[site]] = UInt32(row)
        next[site] += 1
      }
    }
    self.starts = starts
    self.rowsOfSite = rowsOfSite
    times = Array(repeating: 0, count: rows.count)
    isOpen = Array(repeating: false, count: rows.siteCount)
  }

  /// The sum of the costs of rows.
  var cost: Double {
    var sum = 0.0
    for row in times.indices { sum += cost(row, times: times[row]) }
    return sum
  }

  @inline(__always)
  private func cost(_ row: Int, times: Int32) -> Double {
    times == 0 ? costOfNone[row] : times == 1 ? costOfOne[row] : 0
  }

  mutating func add(_ site: Int) {
    isOpen[site] = true
    open.append(site)
    for entry in starts[site]..<starts[site + 1] { times[Int(rowsOfSite[entry])] += 1 }
  }

  mutating func remove(_ site: Int) {
    isOpen[site] = false
    open.removeAll { $0 == site }
    for entry in starts[site]..<starts[site + 1] { times[Int(rowsOfSite[entry])] -= 1 }
  }

  /// By how much opening each site lowers the cost; of open ones, by how much closing raises it.
  func changes() -> [Double] {
    var changes = Array(repeating: 0.0, count: rows.siteCount)
    for row in 0..<rows.count where times[row] <= 2 {
      let now = cost(row, times: times[row])
      let gain = now - cost(row, times: times[row] + 1)
      let loss = times[row] > 0 ? cost(row, times: times[row] - 1) - now : 0
      if gain == 0, loss == 0 { continue }
      for pair in rows.starts[row]..<rows.starts[row + 1] {
        let site = Int(rows.sites[pair])
        changes[site] += isOpen[site] ? loss : gain
      }
    }
    return changes
  }

  /// Swaps an open site for another while that lowers the cost, at most so often.
  mutating func swapWhileBetter(_ states: SiteStates, rounds: Int = 200) {
    for _ in 0..<rounds {
      guard let (comes, goes) = bestSwap(states) else { return }
      remove(goes)
      add(comes)
    }
  }

  private func bestSwap(_ states: SiteStates) -> (comes: Int, goes: Int)? {
    guard !open.isEmpty else { return nil }
    let changes = changes()
    var place = Array(repeating: -1, count: rows.siteCount)
    for (index, site) in open.enumerated() { place[site] = index }
    let count = open.count
    var shared = Array(repeating: 0.0, count: rows.siteCount * count)
    var holders: [Int] = []
    for row in 0..<rows.count where times[row] == 1 || times[row] == 2 {
      let now = cost(row, times: times[row])
      let gain = now - cost(row, times: times[row] + 1)
      let loss = cost(row, times: times[row] - 1) - now
      // A row of both sites stays as it is: neither the gain nor the loss takes place.
      let correction = loss - gain
      if correction == 0 { continue }
      holders.removeAll(keepingCapacity: true)
      for pair in rows.starts[row]..<rows.starts[row + 1] {
        let at = place[Int(rows.sites[pair])]
        if at >= 0 { holders.append(at) }
      }
      for pair in rows.starts[row]..<rows.starts[row + 1] {
        let site = Int(rows.sites[pair])
        for at in holders { shared[site * count + at] += correction }
      }
    }
    var best = (comes: -1, goes: -1)
    var most = 1e-7
    for site in changes.indices where place[site] < 0 && states[site] != .closed {
      for at in 0..<count where states[open[at]] != .open {
        let profit = changes[site] - changes[open[at]] + shared[site * count + at]
        if profit > most {
          most = profit
          best = (site, open[at])
        }
      }
    }
    return best.comes < 0 ? nil : best
  }
}
