import Certificates

/// A bound in whole numbers, as the proof has it.
struct CoverBound {
  /// A multiplier for each point, then for each cut.
  var multipliers: [Int64]
  /// The fewest sites there can be, in units of the scale; nothing is taken off for the number
  /// asked for.
  var total: Int64
  /// What each site adds when it is open.
  var terms: [Int64]
}

extension CoverTree {
  private var pointCount: Int { rows.rowOfPoint.count }
  var emptyVector: [Int64] { Array(repeating: 0, count: pointCount + pool.count) }

  /// The price of a site in the proof: where their number is given it is that of the condition.
  var sitePrice: Int64 { siteCount == nil ? 0 : Self.scale }

  /// Brings the program up to date with what was decided.
  func update(_ program: inout CoverProgram, _ relaxation: CoveringRelaxation) {
    var count = 0
    for variable in program.sites.indices {
      let site = program.sites[variable]
      if states[site] != .free { program.decide(site, states[site]) }
      if program.isDecided[variable] { count += 1 }
    }
    if count * 4 > program.sites.count {
      let isLeftOut = relaxation.rows.isLeftOut
      program.compact { $0 >= isLeftOut.count || isLeftOut[$0] }
    }
  }

  /// The bound of the relaxation, taken no further than needed.
  func solve(_ program: inout CoverProgram, pivots: Int = 20_000) -> CoverBound {
    program.solve(above: Double(limit) + 0.01, pivots: pivots)
    return bound(program)
  }

  /// The bound of the program's multipliers, rounded down to whole numbers.
  func bound(_ program: CoverProgram) -> CoverBound {
    var vector = emptyVector
    var terms = Array(repeating: Self.scale, count: rows.siteCount)
    var total: Int64 = 0
    for (index, value) in program.multipliers where value < 0x1p20 {
      let times = Int64((value * Double(Self.scale)).rounded(.down))
      if index < rows.count {
        vector[pointOfRow[index]] = times
        total += times
        for pair in rows.starts[index]..<rows.starts[index + 1] {
          terms[Int(rows.sites[pair])] -= times
        }
      } else {
        let cut = pool[index - rows.count]
        vector[pointCount + index - rows.count] = times
        total += times * cut.least
        for (site, coefficient) in cut.terms { terms[site] -= times * coefficient }
      }
    }
    for site in terms.indices {
      switch states[site] {
      case .open: total += terms[site]
      case .free: total += min(0, terms[site])
      case .closed: break
      }
    }
    return CoverBound(multipliers: vector, total: total, terms: terms)
  }

  mutating func addCuts(_ program: inout CoverProgram) {
    program.compact { $0 >= rows.count }
    let separation = CutSeparation(rows: rows, pointOfRow: pointOfRow, pool: pool)
    for cut in separation.cuts(program, atMost: 30) {
      program.append(
        cut.terms.map { ($0.site, Double($0.coefficient)) }, least: Double(cut.least),
        multiplier: rows.count + pool.count)
      pool.append(cut)
    }
  }

  mutating func keep(_ bound: CoverBound) -> Int { keep(bound.multipliers) }

  mutating func keep(_ vector: [Int64]) -> Int {
    proof.multipliers.append(vector)
    return proof.multipliers.count - 1
  }

  /// The proof with the cuts that it needs, and vectors for just those.
  var provenWithCuts: SitingProof {
    var isNeeded = pool.map { _ in false }
    for vector in proof.multipliers {
      for index in pointCount..<vector.count where vector[index] != 0 {
        isNeeded[index - pointCount] = true
      }
    }
    for index in pool.indices.reversed() where isNeeded[index] {
      for term in pool[index].derivation.terms where term.condition >= pointCount {
        isNeeded[term.condition - pointCount] = true
      }
    }
    let kept = pool.indices.filter { isNeeded[$0] }
    var place = pool.map { _ in 0 }
    for (number, index) in kept.enumerated() { place[index] = number }
    var result = proof
    result.cuts = kept.map { index in
      var derivation = pool[index].derivation
      for term in derivation.terms.indices {
        let condition = derivation.terms[term].condition
        if condition >= pointCount {
          derivation.terms[term].condition = pointCount + place[condition - pointCount]
        }
      }
      return derivation
    }
    for index in result.multipliers.indices {
      let vector = result.multipliers[index]
      result.multipliers[index] =
        vector[..<pointCount]
        + kept.map { pointCount + $0 < vector.count ? vector[pointCount + $0] : 0 }
    }
    return result
  }
}
