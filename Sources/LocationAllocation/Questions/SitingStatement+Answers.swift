import Certificates

extension SitingStatement {
  /// Too few candidates, or too many fixed ones, for the number of sites.
  var isCountImpossible: Bool {
    guard let siteCount else { return false }
    return states.count { $0 == .fixed } > siteCount
      || states.count { $0 != .forbidden } < siteCount
  }

  /// The demand points that no candidate can serve, within the limit where there is one.
  var uncoverable: [Int] {
    demands.indices.filter { point in
      !pairs(ofDemand: point).contains { pair in
        costs[pair] <= limit ?? .max && states[Int(sites[pair])] != .forbidden
      }
    }
  }

  /// The sites with more, the first of those that may open, until they are as many as asked for.
  func filledUp(_ open: [Int]) -> [Int] {
    guard let siteCount, open.count < siteCount else { return open }
    let isOpen = Set(open)
    let others = states.indices.filter { states[$0] == .free && !isOpen.contains($0) }
    return (open + others.prefix(siteCount - open.count)).sorted()
  }

  /// An objective put as a minimum in the problem's own terms: covered instead of uncovered.
  func natural(_ minimum: Int128) -> Int128 {
    switch problem {
    case .mclp, .budget: demands.reduce(Int128(0)) { $0 + Int128($1) } - minimum
    case .backup: Int128(demands.count) - minimum
    case .lscp, .pMedian, .pCentre, .partialCover, .unitShare: minimum
    }
  }

  /// Whether equally good choices may differ in sites that change nothing: those that cost nothing,
  /// or whose cost does not matter.
  var mayHaveNeedlessSites: Bool {
    switch problem {
    case .budget: true
    case .partialCover, .unitShare: prices.contains(0)
    case .lscp, .mclp, .pMedian, .pCentre, .backup: false
    }
  }

  /// Whether one of two equally good choices comes first: by ids; where sites may be needless the
  /// cheaper, then the one of fewer sites, then by ids.
  func comes(_ choice: [Int], before other: [Int]) -> Bool {
    func price(_ open: [Int]) -> Int128 { open.reduce(0) { $0 + Int128(prices[$1]) } }
    if mayHaveNeedlessSites {
      let (first, second) = (price(choice), price(other))
      if first != second { return first < second }
      if choice.count != other.count { return choice.count < other.count }
    }
    return choice.lexicographicallyPrecedes(other)
  }
}
