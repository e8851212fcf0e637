/// A local search for covering all rows with few sites, in which uncovered rows grow dearer.
///
/// After Gao, Weise and Li (2015). It is deterministic.
struct RowWeightingSearch {
  private let counts: CoverCounts
  private let states: SiteStates
  private var weight: [Int]
  private var times: [Int32]
  private var score: [Int]
  private var isOpen: [Bool]
  private var openCount = 0
  private var mayCome: [Bool]
  private var changedAt: [Int]
  private var uncovered: [Int] = []
  private var place: [Int]
  private var seed: UInt64 = 0x9e37_79b9_7f4a_7c15

  init(_ counts: CoverCounts, states: SiteStates) {
    self.counts = counts
    self.states = states
    let sites = counts.rows.siteCount
    weight = Array(repeating: 1, count: counts.rows.count)
    times = Array(repeating: 0, count: counts.rows.count)
    score = Array(repeating: 0, count: sites)
    isOpen = Array(repeating: false, count: sites)
    mayCome = Array(repeating: true, count: sites)
    changedAt = Array(repeating: 0, count: sites)
    place = Array(repeating: -1, count: counts.rows.count)
    for row in times.indices where !counts.rows.isLeftOut[row] {
      push(row)
      for pair in counts.rows.starts[row]..<counts.rows.starts[row + 1] {
        score[Int(counts.rows.sites[pair])] += 1
      }
    }
  }

  /// Improves a cover.
  ///
  /// - Parameters:
  ///   - start: sites that cover all rows, or nearly.
  ///   - fewest: stop with a cover of at most so many.
  ///   - steps: the most steps.
  /// - Returns: the best cover found, ascending.
  mutating func run(from start: [Int], fewest: Int, steps: Int) -> [Int]? {
    for site in start where !isOpen[site] { add(site) }
    var best: [Int]?
    for step in 1...max(1, steps) {
      while uncovered.isEmpty {
        best = isOpen.indices.filter { isOpen[$0] }
        guard openCount > fewest, let site = cheapest(except: nil) else { return best }
        remove(site)
      }
      guard openCount > 0 || !uncovered.isEmpty else { return best }
      if let site = cheapest(except: step) {
        remove(site)
        changedAt[site] = step
      }
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let row = uncovered[Int((seed >> 33) % UInt64(uncovered.count))]
      guard let site = dearest(in: row) else { return best }
      add(site)
      changedAt[site] = step
      for row in uncovered {
        weight[row] += 1
        for pair in counts.rows.starts[row]..<counts.rows.starts[row + 1] {
          score[Int(counts.rows.sites[pair])] += 1
        }
      }
    }
    return best
  }

  /// The open site whose closing costs least; the longest unchanged of equals.
  private func cheapest(except step: Int?) -> Int? {
    var choice: Int?
    for site in isOpen.indices where isOpen[site] && states[site] != .open {
      if let step, changedAt[site] == step - 1, step > 1 { continue }
      guard let other = choice else {
        choice = site
        continue
      }
      if (score[site], changedAt[site]) < (score[other], changedAt[other]) { choice = site }
    }
    return choice
  }

  private func dearest(in row: Int) -> Int? {
    var choice: Int?
    for pair in counts.rows.starts[row]..<counts.rows.starts[row + 1] {
      let site = Int(counts.rows.sites[pair])
      guard states[site] != .closed, mayCome[site] else { continue }
      guard let other = choice else {
        choice = site
        continue
      }
      if (score[site], -changedAt[site]) > (score[other], -changedAt[other]) { choice = site }
    }
    return choice
  }

  private mutating func push(_ row: Int) {
    place[row] = uncovered.count
    uncovered.append(row)
  }

  private mutating func pop(_ row: Int) {
    let at = place[row]
    let last = uncovered.removeLast()
    if last != row {
      uncovered[at] = last
      place[last] = at
    }
    place[row] = -1
  }

  private mutating func add(_ site: Int) {
    isOpen[site] = true
    openCount += 1
    score[site] = 0
    for entry in counts.starts[site]..<counts.starts[site + 1] {
      let row = Int(counts.rowsOfSite[entry])
      times[row] += 1
      if times[row] == 1 {
        pop(row)
        score[site] += weight[row]
        for pair in counts.rows.starts[row]..<counts.rows.starts[row + 1] {
          let other = Int(counts.rows.sites[pair])
          if other != site { score[other] -= weight[row] }
          mayCome[other] = true
        }
      } else if times[row] == 2 {
        // The one that covered the row alone does so no longer.
        for pair in counts.rows.starts[row]..<counts.rows.starts[row + 1] {
          let other = Int(counts.rows.sites[pair])
          if other != site, isOpen[other] { score[other] -= weight[row] }
        }
      }
    }
  }

  private mutating func remove(_ site: Int) {
    isOpen[site] = false
    openCount -= 1
    score[site] = 0
    mayCome[site] = false
    for entry in counts.starts[site]..<counts.starts[site + 1] {
      let row = Int(counts.rowsOfSite[entry])
      times[row] -= 1
      if times[row] == 0 {
        push(row)
        score[site] += weight[row]
        for pair in counts.rows.starts[row]..<counts.rows.starts[row + 1] {
          let other = Int(counts.rows.sites[pair])
          if other != site { score[other] += weight[row] }
          mayCome[other] = true
        }
      } else if times[row] == 1 {
        for pair in counts.rows.starts[row]..<counts.rows.starts[row + 1] {
          let other = Int(counts.rows.sites[pair])
          if isOpen[other] { score[other] += weight[row] }
        }
      }
    }
    mayCome[site] = false
  }
}
