import Certificates

extension CoverTree {
  /// Looks a few pivots below some sites and gives the one whose sides both raise the bound most;
  /// nil when a side of one was closed, which decides it.
  mutating func probe(_ program: CoverProgram) -> Int? {
    let shares = program.shares(count: rows.siteCount)
    let fractional = states.free.filter { shares[$0] > 1e-6 && shares[$0] < 1 - 1e-6 }
    guard !fractional.isEmpty else {
      return states.free.max { (shares[$0], $1) < (shares[$1], $0) }
    }
    let ranked = fractional.map { site -> (site: Int, score: Double) in
      let penalties = program.penalties(of: site) ?? (0, 0)
      return (site, score(penalties.open, penalties.closed))
    }.sorted { ($0.score, $1.site) > ($1.score, $0.site) }
    var choice = ranked[0].site
    var most = -1.0
    var fruitless = 0
    for (site, _) in ranked.prefix(8) {
      var gains: [Double] = []
      for state in [SiteStates.State.open, .closed] {
        let mark = states.mark
        states.decide(site, state)
        var trial = program
        trial.decide(site, state)
        trial.solve(above: Double(limit) + 0.01, pivots: 25)
        if trial.value > Double(limit) {
          let bound = bound(trial)
          if bound.total > Int64(limit) * Self.scale {
            states.undo(to: mark)
            let other: SiteStates.State = state == .open ? .closed : .open
            proof.nodes.append(
              .fix(
                multipliers: keep(bound), sitePrice: sitePrice,
                open: other == .open ? [site] : [], closed: other == .open ? [] : [site]))
            states.decide(site, other)
            return nil
          }
        }
        states.undo(to: mark)
        gains.append(trial.value - program.value)
      }
      let score = score(gains[0], gains[1])
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

  private func score(_ open: Double, _ closed: Double) -> Double {
    let (first, second) = (min(open, 10), min(closed, 10))
    return max(first, 1e-4) * max(second, 1e-4)
  }

  /// Solves parts that share no site one by one instead of together; true when the node is closed.
  mutating func solveParts(_ relaxation: CoveringRelaxation, _ value: Double) -> Bool {
    guard let partSolver else { return false }
    let parts = relaxation.parts(states)
    guard parts.count > 1 else { return false }
    var effort = self.effort
    effort.nodes = max(1, effort.nodes - nodeCount)
    let solved = SolvedParts(parts, states, effort: effort, by: partSolver)
    nodeCount += solved.nodeCount
    guard let open = solved.open else { return false }
    offer(open)
    if solved.isComplete {
      proof.nodes.append(.parts(solved.proven))
    } else {
      isStopped = true
      openBound = min(openBound, max(solved.bound, value))
    }
    return true
  }
}
