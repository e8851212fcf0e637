import LocationAllocation
import TestSupport
import Testing

/// p-dispersion against all choices of small problems.
@Suite struct DispersionTests {
  @Test func equalsExhaustiveSearch() throws {
    for seed in UInt64(0)..<200 {
      var numbers = SeededRandom(seed: seed &+ 77)
      let count = Int.random(in: 1...8, using: &numbers)
      let siteCount = Int.random(in: 0...6, using: &numbers)
      var mayOpen = (0..<count).map { _ in Int.random(in: 0...7, using: &numbers) > 0 }
      let mustOpen = (0..<count).map { _ in Int.random(in: 0...7, using: &numbers) == 0 }
      for site in 0..<count where mustOpen[site] { mayOpen[site] = true }
      var pairs: [(Int, Int, Int64)] = []
      for first in 0..<count {
        for second in 0..<count where Int.random(in: 0...9, using: &numbers) > 0 {
          pairs.append((first, second, .random(in: 0...9, using: &numbers)))
        }
      }
      var best: (open: [Int], least: Int64)?
      var choices: [(open: [Int], least: Int64)] = []
      for mask in 0..<(1 << count) {
        let open = (0..<count).filter { mask >> $0 & 1 == 1 }
        guard open.count == siteCount, open.allSatisfy({ mayOpen[$0] }),
          (0..<count).allSatisfy({ !mustOpen[$0] || open.contains($0) })
        else { continue }
        let least =
          pairs.filter { $0.0 != $0.1 && open.contains($0.0) && open.contains($0.1) }
          .map(\.2).min() ?? .max
        choices.append((open, least))
      }
      choices.sort { $0.open.lexicographicallyPrecedes($1.open) }
      for choice in choices where choice.least > best?.least ?? -1 { best = choice }
      let found = Dispersion(
        states: SiteChoice(mayOpen: mayOpen, mustOpen: mustOpen), siteCount: siteCount,
        pairs: pairs)
      #expect(found?.selected == best?.open, "seed \(seed)")
      #expect(found?.leastDistance ?? .max == best?.least ?? .max, "seed \(seed)")
    }
  }
}
