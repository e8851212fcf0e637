public import Certificates

/// Several covering problems that the same new sites have to meet together.
///
/// A site that is opened is open in every problem that knows it and is paid once.
public struct SharedSites: Sendable {
  /// One of the problems.
  public struct Part: Sendable {
    /// `partial-cover` or `unit-share`, with a need.
    public var statement: SitingStatement
    /// The shared site that each free candidate of the statement is; fixed candidates are open and
    /// forbidden ones closed whatever stands here.
    public var sites: [Int?]

    /// States a problem.
    public init(statement: SitingStatement, sites: [Int?]) {
      self.statement = statement
      self.sites = sites
    }
  }

  /// What opening each shared site costs, not negative; the sites are sorted by id.
  public var prices: [Int64]
  /// The problems.
  public var parts: [Part]

  /// Puts problems together.
  public init(prices: [Int64], parts: [Part]) {
    self.prices = prices
    self.parts = parts
  }

  /// The candidates of a part that are open when these shared sites are, ascending.
  public func open(_ selected: Set<Int>, part: Part) -> [Int] {
    part.statement.states.indices.filter { candidate in
      switch part.statement.states[candidate] {
      case .fixed: true
      case .forbidden: false
      case .free: part.sites[candidate].map(selected.contains) ?? false
      }
    }
  }

  /// Whether a choice meets every problem, in whole numbers.
  func isMet(by selected: Set<Int>) -> Bool {
    parts.allSatisfy { part in
      let statement = part.statement
      var isOpen = statement.states.map { _ in false }
      for candidate in open(selected, part: part) { isOpen[candidate] = true }
      var covered: Int128 = 0
      var ofUnit = statement.unitIDs.map { _ in Int128(0) }
      for point in statement.demands.indices {
        let isReached = statement.pairs(ofDemand: point).contains {
          isOpen[Int(statement.sites[$0])] && statement.costs[$0] <= statement.limit ?? .max
        }
        guard isReached else { continue }
        covered += Int128(statement.demands[point])
        if !ofUnit.isEmpty {
          ofUnit[statement.unitOfDemand[point]] += Int128(statement.demands[point])
        }
      }
      guard statement.problem == .unitShare else { return covered >= Int128(statement.need ?? 0) }
      let counts = zip(ofUnit, statement.unitNeeds).map { $0 >= Int128($1) }
      return counts.count { $0 } >= statement.need ?? 0
        && zip(counts, statement.isUnitForced).allSatisfy { $0 || !$1 }
    }
  }

  /// What a choice costs.
  func price(of selected: some Sequence<Int>) -> Int128 {
    selected.reduce(0) { $0 + Int128(prices[$1]) }
  }

  /// The parts in groups that no site joins: each can be solved by itself.
  var groups: [[Int]] {
    var group = Array(parts.indices)
    var user = prices.map { _ in Int?.none }
    for (number, part) in parts.enumerated() {
      for site in usefulSites(part) {
        guard let other = user[site] else {
          user[site] = number
          continue
        }
        let (from, to) = (group[number], group[other])
        for index in group.indices where group[index] == from { group[index] = to }
      }
    }
    return Dictionary(grouping: parts.indices, by: { group[$0] }).values
      .map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }

  /// Shared sites that cover a point of the part which nothing open covers.
  private func usefulSites(_ part: Part) -> Set<Int> {
    let statement = part.statement
    var result: Set<Int> = []
    for point in statement.demands.indices {
      let pairs = statement.pairs(ofDemand: point).filter {
        statement.costs[$0] <= statement.limit ?? .max
      }
      guard !pairs.contains(where: { statement.states[Int(statement.sites[$0])] == .fixed })
      else { continue }
      for pair in pairs where statement.states[Int(statement.sites[pair])] == .free {
        if let site = part.sites[Int(statement.sites[pair])] { result.insert(site) }
      }
    }
    return result
  }
}
