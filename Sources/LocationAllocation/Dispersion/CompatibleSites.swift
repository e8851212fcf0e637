/// Looks for so many sites of which any two are compatible.
struct CompatibleSites {
  private let count: Int
  private let siteCount: Int
  private let fixed: [Int]
  private let free: [Int]
  private let isCompatible: [Bool]

  init(_ states: SiteChoice, siteCount: Int, isCompatible: (Int, Int) -> Bool) {
    let sites = states.mayOpen.count
    count = sites
    self.siteCount = siteCount
    var table = Array(repeating: false, count: sites * sites)
    for first in 0..<sites {
      for second in 0..<sites where first != second {
        table[first * sites + second] = isCompatible(first, second)
      }
    }
    self.isCompatible = table
    fixed = states.mustOpen.indices.filter { states.mustOpen[$0] }
    free = states.mayOpen.indices.filter { states.mayOpen[$0] && !states.mustOpen[$0] }
  }

  /// The first such choice by its ids, ascending; nil when there is none.
  func first() -> [Int]? {
    for (index, site) in fixed.enumerated() {
      for other in fixed[(index + 1)...] where !isCompatible[site * count + other] { return nil }
    }
    let candidates = free.filter { site in
      fixed.allSatisfy { isCompatible[$0 * count + site] }
    }
    return extend([], candidates, wanted: siteCount - fixed.count).map { ($0 + fixed).sorted() }
  }

  /// Takes the candidates in the order of their ids, so the first found is the first by ids.
  private func extend(_ chosen: [Int], _ candidates: [Int], wanted: Int) -> [Int]? {
    if wanted <= 0 { return chosen }
    guard candidates.count >= wanted, colours(candidates, enough: wanted) >= wanted else {
      return nil
    }
    for (index, site) in candidates.enumerated() {
      let rest = candidates[(index + 1)...]
      if rest.count + 1 < wanted { return nil }
      let next = rest.filter { isCompatible[site * count + $0] }
      if let found = extend(chosen + [site], next, wanted: wanted - 1) { return found }
      // Without this site there have to be enough among the others.
      if colours(Array(rest), enough: wanted) < wanted { return nil }
    }
    return nil
  }

  /// An upper bound of how many can be chosen, by colouring.
  ///
  /// The sites are put into groups of which no two are compatible, so as many can
  /// be chosen at most. Counting stops when it is enough.
  private func colours(_ sites: [Int], enough: Int) -> Int {
    var groups: [[Int]] = []
    for site in sites {
      if let group = groups.firstIndex(where: { group in
        group.allSatisfy { !isCompatible[$0 * count + site] }
      }) {
        groups[group].append(site)
      } else {
        groups.append([site])
        if groups.count >= enough { return groups.count }
      }
    }
    return groups.count
  }
}
