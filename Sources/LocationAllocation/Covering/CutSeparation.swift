import Certificates

/// Looks for rounded cuts that the solution of a cover's linear relaxation breaks.
struct CutSeparation {
  let rows: CoveringRows
  /// A point of each row.
  let pointOfRow: [Int]
  let pool: [RoundedCut]
  private static let divisor: Int64 = 10_080

  /// The cuts most broken for their length, no two of them much alike.
  func cuts(_ program: CoverProgram, atMost: Int) -> [RoundedCut] {
    let lists = ConditionLists(program, rows: rows, pool: pool)
    let shares = program.shares(count: rows.siteCount)
    let shareOfVariable = program.sites.map { shares[$0] }
    var sums = Array(repeating: Int64(0), count: program.sites.count)
    var found: [(row: Int, factor: Double, score: Double)] = []
    for row in program.basic.indices {
      let part = program.level[row] - program.level[row].rounded(.down)
      guard part > 0.01, part < 0.99 else { continue }
      let entries = program.surplusEntries(row)
      for factor in [1.0, -1, 2, -2, 3, -3] {
        let parts = Self.parts(entries, factor)
        if parts.isEmpty { continue }
        let score = lists.score(parts, Self.divisor, shareOfVariable, &sums)
        if score > 0.01 { found.append((row, factor, score)) }
      }
    }
    found.sort { ($0.score, $1.row, $1.factor) > ($1.score, $0.row, $0.factor) }
    var chosen: [RoundedCut] = []
    for (row, factor, _) in found.prefix(atMost * 10) where chosen.count < atMost {
      let parts = Self.parts(program.surplusEntries(row), factor)
      guard let cut = cut(parts.sorted { $0.index < $1.index }, divisor: Self.divisor) else {
        continue
      }
      if !chosen.contains(where: { isAlike($0, cut) }) { chosen.append(cut) }
    }
    return chosen
  }

  /// The multipliers of the surpluses of a row of the dictionary, so many times, without their
  /// whole parts: how often each condition is taken.
  private static func parts(
    _ entries: [(index: Int, value: Double)], _ factor: Double
  ) -> [(index: Int, times: Int64)] {
    var parts: [(index: Int, times: Int64)] = []
    parts.reserveCapacity(entries.count)
    for (index, entry) in entries {
      let value = -factor * entry
      let part = value - value.rounded(.down)
      if part < 1e-7 || part > 1 - 1e-7 { continue }
      let times = Int64(part * Double(divisor) + 1e-5)
      if times > 0 { parts.append((index, times)) }
    }
    return parts
  }

  /// The cut of some conditions, each taken so many times.
  private func cut(_ parts: [(index: Int, times: Int64)], divisor: Int64) -> RoundedCut? {
    var sums = Array(repeating: Int64(0), count: rows.siteCount)
    var least: Int64 = 0
    for (index, times) in parts {
      if index < rows.count {
        least += times
        for pair in rows.starts[index]..<rows.starts[index + 1] {
          sums[Int(rows.sites[pair])] += times
        }
      } else {
        let cut = pool[index - rows.count]
        least += times * cut.least
        for (site, coefficient) in cut.terms { sums[site] += times * coefficient }
      }
    }
    least = (least + divisor - 1) / divisor
    guard least >= 2 || parts.count > 1, least < 1_000 else { return nil }
    var terms: [(site: Int, coefficient: Int64)] = []
    for site in sums.indices where sums[site] > 0 {
      terms.append((site, min(least, (sums[site] + divisor - 1) / divisor)))
    }
    let points = rows.rowOfPoint.count
    return RoundedCut(
      derivation: SitingProof.Cut(
        divisor: divisor,
        terms: parts.map { part in
          .init(
            condition: part.index < rows.count
              ? pointOfRow[part.index] : part.index - rows.count + points,
            times: part.times)
        }), terms: terms, least: least)
  }

  private func isAlike(_ first: RoundedCut, _ second: RoundedCut) -> Bool {
    var (at, other) = (0, 0)
    var product = 0.0
    while at < first.terms.count, other < second.terms.count {
      let (left, right) = (first.terms[at], second.terms[other])
      if left.site == right.site {
        product += Double(left.coefficient * right.coefficient)
        at += 1
        other += 1
      } else if left.site < right.site {
        at += 1
      } else {
        other += 1
      }
    }
    func norm(_ cut: RoundedCut) -> Double {
      cut.terms.reduce(0) { $0 + Double($1.coefficient * $1.coefficient) }
    }
    return product > 0.9 * (norm(first) * norm(second)).squareRoot()
  }
}
