import Certificates

/// Choices of sites for covering problems, judged exactly.
struct CoveringIncumbents: Incumbents {
  let statement: SitingStatement
  /// The largest cost that covers.
  let limit: Int64
  let empty: CoverCounts
  private let judge: CoverJudge
  /// How many sites cover anything that is left.
  private let coveringCount: Int
  private var seen: Set<[Int]> = []
  private var fewest = Int.max
  private var weighted = 0

  init(_ statement: SitingStatement, limit: Int64, rows: CoveringRows) {
    self.statement = statement
    self.limit = limit
    judge = CoverJudge(statement, limit: limit)
    coveringCount = Set(rows.sites).count
    let isBackup = statement.problem == .backup
    let penalty = Double(rows.rowOfPoint.count + 1)
    empty = CoverCounts(
      rows,
      costOfNone: rows.weights.indices.map { row in
        rows.isLeftOut[row] ? 0 : isBackup ? rows.weights[row] * penalty : rows.weights[row]
      },
      costOfOne: rows.weights.map { isBackup ? $0 : 0 })
  }

  func objective(of open: [Int]) -> Int128? { judge.minimum(of: open) }

  mutating func improved(from chosen: [Int], terms: [Double], states: SiteStates) -> [Int]? {
    guard seen.insert(chosen).inserted else { return nil }
    var counts = empty
    for site in states.open { counts.add(site) }
    switch statement.problem {
    case .mclp, .backup:
      let siteCount = statement.siteCount ?? 0
      for site in chosen where !counts.isOpen[site] && counts.open.count < siteCount {
        counts.add(site)
      }
      addBest(&counts, states) { _, open in open.count < siteCount }
      counts.swapWhileBetter(states)
      return counts.open.sorted()
    case .budget:
      return withinBudget(&counts, chosen, states)
    case .lscp, .pCentre:
      return cover(&counts, chosen, states)
    case .partialCover, .unitShare, .pMedian:
      return untilEnough(&counts, chosen, states)
    }
  }

  /// Opens the site with the most gain for its price while some may be opened.
  private func addBest(
    _ counts: inout CoverCounts, _ states: SiteStates, while mayOpen: (Int, [Int]) -> Bool
  ) {
    while true {
      let gains = counts.changes()
      var choice = -1
      var most = 0.0
      for site in gains.indices
      where !counts.isOpen[site] && states[site] != .closed && mayOpen(site, counts.open) {
        let price = priceMatters ? max(1e-9, Double(statement.prices[site])) : 1
        if gains[site] / price > most {
          most = gains[site] / price
          choice = site
        }
      }
      guard choice >= 0 else { return }
      counts.add(choice)
    }
  }

  private var priceMatters: Bool {
    switch statement.problem {
    case .budget, .partialCover, .unitShare: true
    case .lscp, .mclp, .pMedian, .pCentre, .backup: false
    }
  }

  private func price(_ open: [Int]) -> Int64 { open.reduce(0) { $0 + statement.prices[$1] } }

  private func withinBudget(
    _ counts: inout CoverCounts, _ chosen: [Int], _ states: SiteStates
  ) -> [Int]? {
    let budget = statement.budget ?? 0
    guard price(counts.open) <= budget else { return nil }
    for site in chosen where !counts.isOpen[site] {
      if price(counts.open) + statement.prices[site] <= budget { counts.add(site) }
    }
    addBest(&counts, states) { site, open in price(open) + statement.prices[site] <= budget }
    return counts.open.sorted()
  }

  private mutating func cover(
    _ counts: inout CoverCounts, _ chosen: [Int], _ states: SiteStates
  ) -> [Int]? {
    for site in chosen where !counts.isOpen[site] { counts.add(site) }
    addBest(&counts, states) { _, _ in true }
    let target = statement.problem == .pCentre ? statement.siteCount ?? 0 : 0
    // A long search at first, unless there is little to search; short ones afterwards.
    let steps = fewest == .max ? min(20_000, 200 * coveringCount) : 100
    var search = RowWeightingSearch(empty, states: states)
    guard let found = search.run(from: counts.open, fewest: target, steps: steps) else {
      return nil
    }
    fewest = min(fewest, found.count)
    return statement.problem == .pCentre && found.count > target ? nil : found
  }

  /// Opens sites until the conditions hold, closes those that are not needed, and tries with one
  /// fewer.
  private func untilEnough(
    _ counts: inout CoverCounts, _ chosen: [Int], _ states: SiteStates
  ) -> [Int]? {
    for site in chosen where !counts.isOpen[site] { counts.add(site) }
    if judge.minimum(of: counts.open.sorted()) == nil {
      addBest(&counts, states) { _, open in judge.minimum(of: open.sorted()) == nil }
    }
    guard judge.minimum(of: counts.open.sorted()) != nil else { return nil }
    dropNeedless(&counts, states)
    var best = counts.open.sorted()
    while statement.problem == .partialCover {
      let losses = counts.changes()
      guard
        let goes = counts.open.filter({ states[$0] != .open })
          .min(by: { (losses[$0], $0) < (losses[$1], $1) })
      else { break }
      counts.remove(goes)
      counts.swapWhileBetter(states)
      let open = counts.open.sorted()
      guard judge.minimum(of: open) != nil, price(open) < price(best) else { break }
      best = open
    }
    return best
  }

  private func dropNeedless(_ counts: inout CoverCounts, _ states: SiteStates) {
    let order = counts.open.sorted {
      (statement.prices[$0], $0) > (statement.prices[$1], $1)
    }
    for site in order where states[site] != .open {
      let rest = counts.open.filter { $0 != site }.sorted()
      if judge.minimum(of: rest) != nil { counts.remove(site) }
    }
  }
}
