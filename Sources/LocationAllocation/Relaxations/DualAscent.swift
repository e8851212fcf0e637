/// A climb to good multipliers along slopes that are averaged over the steps.
///
/// Held and Karp's step length with a falling factor; the direction is the slope turned by the one
/// before where they disagree (Camerini, Fratta and Maffioli 1975). It is deterministic.
struct DualAscent {
  /// The best multipliers found.
  private(set) var best: [Double]
  /// Their bound.
  private(set) var bound = -Double.infinity
  /// The term of each site with them.
  private(set) var terms: [Double]
  /// How often each site was chosen lately, between 0 and 1.
  private(set) var frequency: [Double]
  /// The sites chosen with the best multipliers.
  private(set) var chosen: [UInt8]

  private var factor: Double

  init(start: [Double], siteCount: Int, factor: Double) {
    best = start
    terms = Array(repeating: 0, count: siteCount)
    frequency = terms
    chosen = Array(repeating: 0, count: siteCount)
    self.factor = factor
  }

  /// Climbs.
  ///
  /// - Parameters:
  ///   - relaxation: what is climbed.
  ///   - states: the decided sites.
  ///   - siteCount: how many sites are open; nil for any number.
  ///   - goal: the climb stops above it.
  ///   - aim: the bound that steps reach for, a little above what can be reached.
  ///   - steps: the most steps.
  mutating func climb(
    _ relaxation: some Relaxation, states: SiteStates, siteCount: Int?, goal: Double,
    aim: Double, steps: Int, patience: Int
  ) {
    var current = best
    var direction = Array(repeating: 0.0, count: current.count)
    var slopes = direction
    var trial = terms
    var choice = chosen
    var free = states.free
    let open = states.open
    var stale = 0
    for count in 0..<steps {
      let constant = relaxation.evaluate(current, terms: &trial)
      let value =
        constant
        + Self.choose(trial, open: open, free: &free, siteCount: siteCount, into: &choice)
      let weight = count < 10 ? 1 / Double(count + 1) : 0.1
      for site in choice.indices {
        frequency[site] += weight * (Double(choice[site]) - frequency[site])
      }
      if value > bound {
        // A gain too small to matter does not keep the step length up.
        if value - bound > 1e-6 * abs(aim - bound) + 1e-12 { stale = 0 } else { stale += 1 }
        bound = value
        best = current
        terms = trial
        chosen = choice
        if bound > goal { return }
      } else {
        stale += 1
      }
      if stale >= patience {
        factor /= 2
        stale = 0
        if factor < 0.002 { return }
        current = best
        for index in direction.indices { direction[index] = 0 }
        _ = relaxation.evaluate(current, terms: &trial)
        relaxation.slopes(current, chosen: chosen, into: &slopes)
      } else {
        relaxation.slopes(current, chosen: choice, into: &slopes)
      }
      guard step(&current, &direction, slopes, length: factor * (aim - value)) else { return }
      relaxation.project(&current)
    }
  }

  /// Takes a step; false when there is no way up, so the multipliers are the best there are.
  private func step(
    _ current: inout [Double], _ direction: inout [Double], _ slopes: [Double], length: Double
  ) -> Bool {
    var product = 0.0
    var norm = 0.0
    for index in slopes.indices {
      var slope = slopes[index]
      if current[index] <= 0, slope < 0 { slope = 0 }
      product += slope * direction[index]
      norm += direction[index] * direction[index]
    }
    let turn = product < 0 && norm > 0 ? min(-1.5 * product / norm, 1) : 0
    norm = 0
    for index in slopes.indices {
      var slope = slopes[index]
      if current[index] <= 0, slope < 0 { slope = 0 }
      direction[index] = slope + turn * direction[index]
      norm += direction[index] * direction[index]
    }
    guard norm > 0 else { return false }
    let scale = length / norm
    for index in current.indices {
      current[index] = max(0, current[index] + scale * direction[index])
    }
    return true
  }

  /// Chooses the sites with the least terms and gives the sum of theirs.
  static func choose(
    _ terms: [Double], open: [Int], free: inout [Int], siteCount: Int?, into choice: inout [UInt8]
  ) -> Double {
    for site in choice.indices { choice[site] = 0 }
    var sum = 0.0
    for site in open {
      choice[site] = 1
      sum += terms[site]
    }
    guard let siteCount else {
      for site in free where terms[site] < 0 {
        choice[site] = 1
        sum += terms[site]
      }
      return sum
    }
    let wanted = min(siteCount - open.count, free.count)
    guard wanted > 0 else { return sum }
    Selection.bringLeast(wanted, of: &free, by: terms)
    for site in free[..<wanted] where terms[site] < 0 {
      choice[site] = 1
      sum += terms[site]
    }
    return sum
  }
}
