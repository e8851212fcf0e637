/// A plan over periods as an integer program: a column for each site and period says whether the
/// site is open by then, one for each set of points whether they are served.
struct PhasedModel {
  let statement: PhasedStatement
  /// Conditions hold in the periods before this one.
  let horizon: Int
  let relief: PhasedRelief
  private(set) var program = IntegerProgram()
  /// Open by the end of the period, by site and period.
  private(set) var open: [[Int]] = []
  /// What the relieved condition is short of, where there is one.
  private(set) var shortfall: Int?
  private var reached: [[[(column: Int, weight: Double)]]] = []
  private var constants: [[Double]] = []

  init(_ statement: PhasedStatement, through last: Int? = nil, relief: PhasedRelief = .nothing) {
    self.statement = statement
    self.relief = relief
    horizon = last.map { $0 + 1 } ?? statement.periods
    addSites()
    addMoney()
    addStaff()
    addTargets()
    addFloors()
  }

  private var periods: Range<Int> { 0..<horizon }

  private mutating func addSites() {
    for site in statement.sites {
      let window = relief.forgets(.windows) ? 0..<statement.periods : site.window
      var columns: [Int] = []
      for period in periods {
        var column = IntegerProgram.Column(isWhole: true)
        if window.isEmpty || period < window.lowerBound { column.upper = 0 }
        if site.isRequired, period >= site.window.last ?? 0 { column.lower = 1 }
        columns.append(program.add(column))
      }
      for period in periods.dropFirst() {
        // Nothing is un-built, and nothing opens after its last period.
        let mayOpen = window.contains(period)
        program.require(
          [(columns[period], 1), (columns[period - 1], -1)], atLeast: 0,
          atMost: mayOpen ? .infinity : 0)
      }
      open.append(columns)
    }
    guard !relief.forgets(.services) else { return }
    for (index, site) in statement.sites.enumerated() {
      guard let services = site.services else { continue }
      for period in periods where !site.isServed[period] {
        let earlier = period > 0 ? [(column: open[index][period - 1], weight: 1.0)] : []
        program.require(
          [(open[index][period], -1)] + services.map { (open[$0][period], 1) } + earlier,
          atLeast: 0)
      }
    }
  }

  /// What opens in a period, as the difference of two columns.
  private func opening(_ site: Int, in period: Int, _ weight: Double)
    -> [(column: Int, weight: Double)]
  {
    guard weight != 0 else { return [] }
    let now = [(column: open[site][period], weight: weight)]
    return period == 0 ? now : now + [(open[site][period - 1], -weight)]
  }

  /// The same column may stand in several terms; solvers want it once.
  static func merged(
    _ terms: [(column: Int, weight: Double)]
  ) -> [(column: Int, weight: Double)] {
    var weights: [Int: Double] = [:]
    for term in terms { weights[term.column, default: 0] += term.weight }
    return weights.keys.sorted().compactMap { column in
      weights[column].flatMap { $0 == 0 ? nil : (column: column, weight: $0) }
    }
  }

  private mutating func short() -> Int {
    if let shortfall { return shortfall }
    let column = program.add(.init(upper: .greatestFiniteMagnitude, cost: 1))
    shortfall = column
    return column
  }

  private mutating func addMoney() {
    guard !relief.forgets(.money) else { return }
    var terms: [(column: Int, weight: Double)] = []
    var limit = 0.0
    for year in 0..<statement.years {
      let inYear = periods.filter { statement.yearOfPeriod[$0] == year }
      guard let budget = statement.budgets[year], !inYear.isEmpty else {
        if statement.carriesOver { return }
        continue
      }
      if !statement.carriesOver {
        terms = []
        limit = 0
      }
      limit += Double(budget)
      for period in inYear {
        for site in statement.sites.indices {
          terms += opening(site, in: period, Double(statement.sites[site].price))
        }
      }
      var row = Self.merged(terms)
      // Money that carries over and that a year has more of is there in later years too.
      if relief.addsMoney(in: year, carriesOver: statement.carriesOver) {
        row.append((short(), -1))
      }
      program.require(row, atMost: limit)
    }
  }

  private mutating func addStaff() {
    guard !relief.forgets(.posts) else { return }
    for period in periods {
      let year = statement.yearOfPeriod[period]
      guard let limit = statement.staffLimits[year] else { continue }
      var row = statement.sites.indices.map {
        (column: open[$0][period], weight: Double(statement.sites[$0].staff))
      }.filter { $0.weight != 0 }
      if relief == .posts(year: year) { row.append((short(), -1)) }
      program.require(row, atMost: Double(limit))
    }
  }

  private mutating func addTargets() {
    for (number, target) in statement.targets.enumerated() {
      var rows: [[(column: Int, weight: Double)]] = []
      var fixed: [Double] = []
      for period in periods {
        let (terms, constant) = terms(target.groups, in: period)
        if let need = target.needs[period] {
          var row = terms
          if relief == .need(target: number, period: period) { row.append((short(), 1)) }
          program.require(row, atLeast: Double(need) - constant)
        }
        rows.append(terms)
        fixed.append(constant)
      }
      reached.append(rows)
      constants.append(fixed)
    }
  }

  private mutating func addFloors() {
    guard !relief.forgets(.floors) else { return }
    for (number, floor) in statement.floors.enumerated() where relief != .floor(number) {
      for period in periods where period >= floor.period {
        switch floor.kind {
        case .sites(let sites, let least):
          program.require(sites.map { (open[$0][period], 1) }, atLeast: Double(least))
        case .group(let group):
          let (terms, constant) = terms([group], in: period)
          program.require(terms, atLeast: Double(group.value) - constant)
        }
      }
    }
  }

  /// The columns on which it depends what groups count for in a period, and what they do anyway.
  ///
  /// Columns are only ever pushed up, so that points need not be whole.
  private mutating func terms(
    _ groups: [PhasedStatement.Group], in period: Int
  ) -> ([(column: Int, weight: Double)], Double) {
    var constant = 0.0
    var alike: [[Int]: Double] = [:]
    var terms: [(column: Int, weight: Double)] = []
    for group in groups {
      let base = group.points.filter { $0.isServed[period] }.reduce(0) { $0 + $1.weight }
      let rest = group.points.filter { !$0.isServed[period] && !$0.sites.isEmpty }
      if base >= group.need {
        constant += Double(group.value)
      } else if rest.reduce(base, { $0 + $1.weight }) < group.need {
        continue
      } else if rest.count == 1 {
        alike[rest[0].sites, default: 0] += Double(group.value)
      } else {
        var weights: [[Int]: Double] = [:]
        for point in rest { weights[point.sites, default: 0] += Double(point.weight) }
        let column = program.add(.init(isWhole: true))
        var row = [(column: column, weight: -Double(group.need - base))]
        for sites in weights.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
          row.append((served(by: sites, in: period), weights[sites] ?? 0))
        }
        program.require(Self.merged(row), atLeast: 0)
        terms.append((column, Double(group.value)))
      }
    }
    for sites in alike.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      terms.append((served(by: sites, in: period), alike[sites] ?? 0))
    }
    return (Self.merged(terms), constant)
  }

  private mutating func served(by sites: [Int], in period: Int) -> Int {
    if sites.count == 1 { return open[sites[0]][period] }
    let column = program.add(.init())
    program.require(sites.map { (open[$0][period], 1) } + [(column, -1)], atLeast: 0)
    return column
  }
}

extension PhasedModel {
  /// The present value of all openings.
  var cost: [(column: Int, weight: Double)] {
    Self.merged(
      statement.sites.indices.flatMap { site in
        periods.flatMap {
          opening(site, in: $0, Double(statement.sites[site].costs[$0]))
        }
      })
  }

  /// What of a target is reached over all periods, and what of it is reached anyway.
  func served(_ target: Int) -> (terms: [(column: Int, weight: Double)], constant: Double) {
    (Self.merged(reached[target].flatMap(\.self)), constants[target].reduce(0, +))
  }

  /// Makes a sum the only objective.
  mutating func aim(at terms: [(column: Int, weight: Double)], isMaximised: Bool) {
    program.aim(at: terms, isMaximised: isMaximised)
  }

  /// Holds a sum to whole numbers at most, or at least, as good as found.
  mutating func keep(
    _ terms: [(column: Int, weight: Double)], atLeast lower: Double = -.infinity,
    atMost upper: Double = .infinity
  ) {
    // Sums are whole: half a unit keeps what is as good and nothing worse.
    program.require(terms, atLeast: lower - 0.5, atMost: upper + 0.5)
  }

  /// Gives a site's column one value.
  mutating func fix(_ site: Int, in period: Int, isOpen: Bool) {
    program.fix(open[site][period], to: isOpen ? 1 : 0)
  }

  /// The schedule of a solution.
  func schedule(_ values: [Double]) -> PhasedSchedule {
    PhasedSchedule(
      opens: open.map { columns in periods.first { values[columns[$0]] > 0.5 } })
  }
}
