/// A further condition of a cover, re-computed from how it is derived.
///
/// Where sums of open sites are whole numbers, `Σ a x ≥ b` gives `Σ ⌈a/d⌉ x ≥ ⌈b/d⌉`; and what a
/// site adds beyond the right side is of no use.
struct CutCondition {
  /// The sites with their coefficients.
  let terms: [(site: Int, coefficient: Int128)]
  /// What the sum is not less than.
  let least: Int128

  /// Beyond it sums might not fit; no proof needs as much.
  private static let largest: Int128 = 1 << 40

  /// Derives cuts in their order, each from points and from those before it.
  static func derive(
    _ cuts: [SitingProof.Cut], covers: [[Int]], siteCount: Int
  ) throws(ProofRefusal) -> [CutCondition] {
    var result: [CutCondition] = []
    for (number, cut) in cuts.enumerated() {
      guard cut.divisor >= 1, cut.divisor <= largest, cut.terms.count <= covers.count + number
      else { throw ProofRefusal(.malformed, "cut \(number)") }
      var sums = Array(repeating: Int128(0), count: siteCount)
      var least: Int128 = 0
      for term in cut.terms {
        guard term.times >= 1, term.times <= largest, term.condition >= 0,
          term.condition < covers.count + number
        else { throw ProofRefusal(.malformed, "cut \(number)") }
        let times = Int128(term.times)
        if term.condition < covers.count {
          least += times
          for site in covers[term.condition] { sums[site] += times }
        } else {
          let other = result[term.condition - covers.count]
          least += times * other.least
          for (site, coefficient) in other.terms { sums[site] += times * coefficient }
        }
      }
      let divisor = Int128(cut.divisor)
      least = (least + divisor - 1) / divisor
      guard least <= largest else { throw ProofRefusal(.malformed, "cut \(number)") }
      result.append(
        CutCondition(
          terms: sums.indices.compactMap { site in
            sums[site] == 0 ? nil : (site, min(least, (sums[site] + divisor - 1) / divisor))
          }, least: least))
    }
    return result
  }
}
