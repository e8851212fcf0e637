import Certificates

/// Shared sites as an integer program: a column for each site, each covered group of points and
/// each unit that counts.
struct SharedSitesProgram {
  private(set) var program = IntegerProgram()
  /// The column of each shared site.
  let sites: [Int]

  init(_ problem: SharedSites) {
    var program = IntegerProgram()
    sites = problem.prices.map { program.add(.init(cost: Double($0), isWhole: true)) }
    for part in problem.parts { Self.add(part, sites, to: &program) }
    self.program = program
  }

  /// Points of one unit that the same shared sites cover.
  private struct Row: Hashable {
    var unit: Int
    var sites: [Int]
  }

  private static func add(
    _ part: SharedSites.Part, _ sites: [Int], to program: inout IntegerProgram
  ) {
    let statement = part.statement
    let isByUnit = statement.problem == .unitShare
    var covered = isByUnit ? statement.unitIDs.map { _ in Int64(0) } : [0]
    var rows: [Row: Int64] = [:]
    for point in statement.demands.indices where statement.demands[point] > 0 {
      let unit = isByUnit ? statement.unitOfDemand[point] : 0
      let near = statement.pairs(ofDemand: point)
        .filter { statement.costs[$0] <= statement.limit ?? .max }
        .map { Int(statement.sites[$0]) }
      if near.contains(where: { statement.states[$0] == .fixed }) {
        covered[unit] += statement.demands[point]
      } else {
        let free = near.filter { statement.states[$0] == .free }.compactMap { part.sites[$0] }
        guard !free.isEmpty else { continue }
        rows[Row(unit: unit, sites: Set(free).sorted()), default: 0] += statement.demands[point]
      }
    }
    var ofUnit = covered.map { _ in [(column: Int, weight: Double)]() }
    let sorted = rows.sorted {
      $0.key.unit != $1.key.unit
        ? $0.key.unit < $1.key.unit : $0.key.sites.lexicographicallyPrecedes($1.key.sites)
    }
    for (row, demand) in sorted {
      let column = program.add(.init())
      program.require(row.sites.map { (sites[$0], 1) } + [(column, -1)], atLeast: 0)
      ofUnit[row.unit].append((column, Double(demand)))
    }
    guard isByUnit else {
      program.require(ofUnit[0], atLeast: Double((statement.need ?? 0) - covered[0]))
      return
    }
    var counted: [(column: Int, weight: Double)] = []
    for unit in covered.indices {
      // Its own points suffice already, or some of the rest has to be covered.
      let lacking = statement.unitNeeds[unit] - covered[unit]
      var column = IntegerProgram.Column(isWhole: true)
      if statement.isUnitForced[unit] { column.lower = 1 }
      let number = program.add(column)
      if lacking > 0 {
        program.require(ofUnit[unit] + [(number, -Double(lacking))], atLeast: 0)
      }
      counted.append((number, 1))
    }
    program.require(counted, atLeast: Double(statement.need ?? 0))
  }

  /// Lets no choice be dearer than this.
  mutating func limit(price: Int128, _ prices: [Int64]) {
    program.require(
      sites.enumerated().map { ($1, Double(prices[$0])) }, atMost: Double(price))
  }

  /// Opens or closes a site for good.
  mutating func fix(_ site: Int, open: Bool) { program.fix(sites[site], to: open ? 1 : 0) }

  /// Keeps a choice from being found again.
  mutating func exclude(_ open: [Int]) {
    let isOpen = Set(open)
    program.require(
      sites.enumerated().map { ($1, isOpen.contains($0) ? -1 : 1) },
      atLeast: 1 - Double(open.count))
  }

  /// The open sites of a solution, ascending.
  func open(_ values: [Double]) -> [Int] { sites.indices.filter { values[sites[$0]] > 0.5 } }
}
