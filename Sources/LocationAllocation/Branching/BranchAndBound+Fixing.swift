import Certificates

extension BranchAndBound {
  /// Decides the sites whose other state is too dear.
  mutating func fix(_ ascent: DualAscent, _ relaxation: R) {
    let gap = goal - ascent.bound
    let (least, next) = prices(ascent.terms)
    let closed = states.free.filter { ascent.terms[$0] + next > gap }
    let open = states.free.filter { -(ascent.terms[$0] + least) > gap }
    guard !closed.isEmpty || !open.isEmpty else { return }
    let vector = keep(ascent.best, relaxation)
    if !closed.isEmpty {
      record(
        .fix(multipliers: vector, sitePrice: scaled(next), open: [], closed: closed))
    }
    if !open.isEmpty {
      record(.fix(multipliers: vector, sitePrice: scaled(least), open: open, closed: []))
    }
    for site in closed { states.decide(site, .closed) }
    for site in open { states.decide(site, .open) }
  }

  /// The price of a site in the dual of the number of sites: of the last chosen, and of the first
  /// not chosen.
  private func prices(_ terms: [Double]) -> (least: Double, next: Double) {
    guard let siteCount = rules.siteCount, !rules.isCountPriced else { return (0, 0) }
    var free = states.free
    let wanted = siteCount - states.openCount
    guard wanted < free.count else { return (0, 0) }
    Selection.bringLeast(wanted, of: &free, by: terms)
    let first = free[wanted...].map { terms[$0] }.min() ?? 0
    // Where no more may be opened the price has to keep all others closed.
    let last = free[..<wanted].map { terms[$0] }.max() ?? first
    return (max(0, -last), max(0, -first))
  }

  func price(_ terms: [Double]) -> Int64 { scaled(prices(terms).least) }

  private func scaled(_ value: Double) -> Int64 {
    WholeMultiples.rounded(value + (rules.isCountPriced ? 1 : 0), scale: rules.scale)
  }

  mutating func keep(_ multipliers: [Double], _ relaxation: R) -> Int {
    guard rules.ties == nil else { return 0 }
    proof.multipliers.append(relaxation.written(multipliers, scale: rules.scale))
    return proof.multipliers.count - 1
  }

  mutating func record(_ node: SitingProof.Node) {
    if rules.ties == nil { proof.nodes.append(node) }
  }

  /// Looks a few steps below some sites, decides those with a closed side, and gives the one
  /// whose sides both raise the bound most.
  mutating func probe(_ relaxation: R, _ ascent: DualAscent) -> Int {
    let free = states.free
    if rules.ties != nil { return free[0] }
    let candidates = free.sorted { left, right in
      let (first, second) = (ascent.frequency[left], ascent.frequency[right])
      return (abs(first - 0.5), left) < (abs(second - 0.5), right)
    }
    var choice = candidates[0]
    var most = -1.0
    var fruitless = 0
    // Looking ahead costs more the more pairs there are, and gains less.
    let tries = relaxation.pairCount > 200_000 ? 3 : 12
    for site in candidates.prefix(tries) {
      var gains: [Double] = []
      for state in [SiteStates.State.open, .closed] {
        let mark = states.mark
        states.decide(site, state)
        var trial = DualAscent(start: ascent.best, siteCount: relaxation.siteCount, factor: 0.5)
        climb(&trial, relaxation, steps: 10)
        let price = price(trial.terms)
        states.undo(to: mark)
        if trial.bound > goal {
          let vector = keep(trial.best, relaxation)
          let other: SiteStates.State = state == .open ? .closed : .open
          record(
            .fix(
              multipliers: vector, sitePrice: price, open: other == .open ? [site] : [],
              closed: other == .open ? [] : [site]))
          states.decide(site, other)
          return site
        }
        gains.append(max(0, trial.bound - ascent.bound))
      }
      let score = min(gains[0], gains[1]) + 0.1 * max(gains[0], gains[1])
      if score > most {
        most = score
        choice = site
        fruitless = 0
      } else {
        fruitless += 1
        if fruitless == 4 { break }
      }
    }
    return choice
  }
}
