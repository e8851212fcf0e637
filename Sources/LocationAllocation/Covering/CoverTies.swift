import Certificates

/// All cheapest choices of a partial cover or a unit share whose free sites all cost something, in
/// the order of their ids.
///
/// Relaxed bounds tell little where units count from thresholds on; here a choice is built up site
/// by site and given up when the sites that may still be paid for, each at the most it could add to
/// every unit, do not suffice. The work is bounded by pairs looked at, never by the clock.
struct CoverTies {
  /// The choices found, the first by ids first.
  private(set) var found: [[Int]] = []
  /// Whether they are all there are.
  private(set) var isComplete = true

  private let atMost: Int
  private var budget: Int
  /// Demand of rows: points of one unit with the same free sites, that nothing open covers.
  private let demands: [Int64]
  private let unitOfRow: [Int]
  /// Free sites, ascending, with their rows and prices.
  private let sites: [(site: Int, rows: [Int], price: Int64)]
  private let fixed: [Int]
  /// What each unit lacks without new sites; 0 or less where it counts.
  private let lacks: [Int64]
  private let isForced: [Bool]
  private let need: Int
  private let leastPrice: Int64

  // The state of the search.
  private var isCovered: [Bool]
  private var left: [Int64]
  private var chosen: [Int] = []

  /// Whether a problem is of the kind that is looked at here.
  static func suits(_ statement: SitingStatement) -> Bool {
    guard statement.problem == .partialCover || statement.problem == .unitShare else {
      return false
    }
    return !statement.states.indices.contains {
      statement.states[$0] == .free && statement.prices[$0] <= 0
    }
  }

  /// Looks for choices.
  ///
  /// - Parameters:
  ///   - objective: the least price.
  ///   - atMost: so many are enough.
  ///   - pairs: so many pairs of sites and rows are looked at.
  init(_ statement: SitingStatement, objective: Int128, atMost: Int, pairs budget: Int) {
    self.atMost = atMost
    self.budget = budget
    let isByUnit = statement.problem == .unitShare
    let limit = statement.limit ?? .max
    var lacks = isByUnit ? statement.unitNeeds : [statement.need ?? 0]
    struct Row: Hashable {
      var unit: Int
      var sites: [Int]
    }
    var rows: [Row: Int64] = [:]
    for point in statement.demands.indices where statement.demands[point] > 0 {
      let unit = isByUnit ? statement.unitOfDemand[point] : 0
      let near = statement.pairs(ofDemand: point).filter { statement.costs[$0] <= limit }
        .map { Int(statement.sites[$0]) }
      if near.contains(where: { statement.states[$0] == .fixed }) {
        lacks[unit] -= statement.demands[point]
      } else {
        let free = near.filter { statement.states[$0] == .free }
        if !free.isEmpty {
          rows[Row(unit: unit, sites: free), default: 0] += statement.demands[point]
        }
      }
    }
    var rowsOfSite = statement.states.map { _ in [Int]() }
    var demands: [Int64] = []
    var units: [Int] = []
    let sorted = rows.sorted {
      $0.key.unit != $1.key.unit
        ? $0.key.unit < $1.key.unit : $0.key.sites.lexicographicallyPrecedes($1.key.sites)
    }
    for (row, demand) in sorted {
      for site in row.sites { rowsOfSite[site].append(demands.count) }
      demands.append(demand)
      units.append(row.unit)
    }
    self.demands = demands
    unitOfRow = units
    sites = statement.states.indices.filter { statement.states[$0] == .free }
      .map { ($0, rowsOfSite[$0], statement.prices[$0]) }
    fixed = statement.states.indices.filter { statement.states[$0] == .fixed }
    self.lacks = lacks
    isForced = isByUnit ? statement.isUnitForced : [true]
    need = isByUnit ? Int(statement.need ?? 0) : 1
    leastPrice = sites.map(\.price).min() ?? 1
    isCovered = demands.map { _ in false }
    left = lacks
    let price = fixed.reduce(Int128(0)) { $0 + Int128(statement.prices[$1]) }
    extend(from: 0, price: Int64(clamping: objective - price))
  }

  /// Whether the forced units and enough of all count.
  private var isMet: Bool {
    left.count { $0 <= 0 } >= need && zip(left, isForced).allSatisfy { $0 <= 0 || !$1 }
  }

  private mutating func extend(from start: Int, price: Int64) {
    if price == 0 {
      if isMet { found.append((fixed + chosen).sorted()) }
      return
    }
    guard price >= leastPrice, start < sites.count else { return }
    let (gains, isHopeful) = gains(from: start, count: Int(price / leastPrice))
    guard isHopeful else { return }
    for index in start..<sites.count {
      if found.count >= atMost || budget < 0 {
        isComplete = false
        return
      }
      // A site that adds nothing would be needless, and the choice not the cheapest.
      guard sites[index].price <= price, gains[index - start] > 0 else { continue }
      var added: [Int] = []
      for row in sites[index].rows where !isCovered[row] {
        isCovered[row] = true
        left[unitOfRow[row]] -= demands[row]
        added.append(row)
      }
      chosen.append(sites[index].site)
      extend(from: index + 1, price: price - sites[index].price)
      chosen.removeLast()
      for row in added {
        isCovered[row] = false
        left[unitOfRow[row]] += demands[row]
      }
    }
  }

  /// The most that each site from one on can add, in units of what units lack, and whether so many
  /// of them can suffice together.
  private mutating func gains(from start: Int, count: Int) -> ([Double], isHopeful: Bool) {
    var gains: [Double] = []
    gains.reserveCapacity(sites.count - start)
    /// The largest additions of single sites to each unit, as many as may be opened.
    var reach = left.map { _ in Int64(0) }
    var ofUnit = left.map { _ in Int64(0) }
    for site in sites[start...] {
      budget -= site.rows.count
      var touched: [Int] = []
      for row in site.rows where !isCovered[row] && left[unitOfRow[row]] > 0 {
        if ofUnit[unitOfRow[row]] == 0 { touched.append(unitOfRow[row]) }
        ofUnit[unitOfRow[row]] += demands[row]
      }
      var gain = 0.0
      for unit in touched {
        gain += min(1, Double(ofUnit[unit]) / Double(left[unit]))
        reach[unit] = max(reach[unit], ofUnit[unit])
        ofUnit[unit] = 0
      }
      gains.append(gain)
    }
    var counting = 0
    var possible = 0
    for unit in left.indices {
      if left[unit] <= 0 {
        counting += 1
      } else if Int128(reach[unit]) * Int128(count) >= Int128(left[unit]) {
        possible += 1
      } else if isForced[unit] {
        return (gains, false)
      }
    }
    guard counting + possible >= need else { return (gains, false) }
    let best = gains.sorted(by: >).prefix(count).reduce(0, +)
    let forced = zip(left, isForced).count { $0 > 0 && $1 }
    // Doubles only leave out what is clearly too little.
    return (gains, best + 1e-6 >= Double(max(need - counting, forced)))
  }
}
