/// The linear relaxation of a cover with rounded cuts, solved by the dual simplex method.
///
/// Dense dictionary: `basic = level − Σ table · nonbasic`, `objective = value + Σ price · nonbasic`.
/// Covers cost nothing less than 0, so the surpluses of all rows are a first basis whose dual is
/// feasible, and so is every later one; each can be taken for a bound. It only supplies
/// multipliers: what a proof says is computed from them in whole numbers.
struct CoverProgram: Sendable {
  /// The candidate of each structural variable.
  let sites: [Int]
  /// The structural variable of each candidate; −1 where it has none.
  private let variableOfSite: [Int32]
  /// The multiplier of each surplus variable, numbered after the structural ones.
  var multiplierOfSurplus: [Int] = []
  /// The variable of each row and of each column.
  var basic: [Int] = []
  var nonbasic: [Int]
  var level: [Double] = []
  var price: [Double]
  var table: [Double] = []
  /// Of sites that were decided: such a variable stays 0, the value of an open one is counted apart.
  var isDecided: [Bool]
  var isOpen: [Bool]
  /// The objective of the basis.
  var value = 0.0
  /// How long the row of each basic variable was against the first bases'.
  var weight: [Double] = []

  var width: Int { nonbasic.count }

  /// The free sites, each at a price of 1, and the rows that are not left out.
  init(_ rows: CoveringRows, states: SiteStates) {
    var variable = Array(repeating: Int32(-1), count: rows.siteCount)
    var sites: [Int] = []
    for row in 0..<rows.count where !rows.isLeftOut[row] {
      for pair in rows.starts[row]..<rows.starts[row + 1] {
        let site = Int(rows.sites[pair])
        if states[site] == .free, variable[site] < 0 { variable[site] = 0 }
      }
    }
    for site in variable.indices where variable[site] == 0 {
      variable[site] = Int32(sites.count)
      sites.append(site)
    }
    self.sites = sites
    variableOfSite = variable
    nonbasic = Array(sites.indices)
    price = sites.map { _ in 1 }
    isDecided = sites.map { _ in false }
    isOpen = isDecided
    for row in 0..<rows.count where !rows.isLeftOut[row] {
      append(
        rows.sites[rows.starts[row]..<rows.starts[row + 1]].map { (Int($0), 1) }, least: 1,
        multiplier: row)
    }
  }

  func variable(of site: Int) -> Int? {
    variableOfSite[site] < 0 ? nil : Int(variableOfSite[site])
  }

  /// Adds a condition: a sum over sites that is not less than a number.
  mutating func append(_ terms: [(site: Int, coefficient: Double)], least: Double, multiplier: Int)
  {
    var coefficients = Array(repeating: 0.0, count: sites.count)
    var surplus = -least
    for (site, coefficient) in terms {
      guard let variable = variable(of: site) else { continue }
      coefficients[variable] = coefficient
      if isOpen[variable] { surplus += coefficient }
    }
    let start = table.count
    for variable in nonbasic {
      table.append(variable < sites.count ? -coefficients[variable] : 0)
    }
    for row in basic.indices where basic[row] < sites.count {
      let coefficient = coefficients[basic[row]]
      if coefficient == 0 { continue }
      surplus += coefficient * level[row]
      for column in 0..<width { table[start + column] += coefficient * table[row * width + column] }
    }
    basic.append(sites.count + multiplierOfSurplus.count)
    multiplierOfSurplus.append(multiplier)
    level.append(surplus)
    weight.append(1)
  }

  /// Decides a site.
  mutating func decide(_ site: Int, _ state: SiteStates.State) {
    guard let variable = variable(of: site), !isDecided[variable] else { return }
    isDecided[variable] = true
    guard state == .open else { return }
    isOpen[variable] = true
    if let row = basic.firstIndex(of: variable) {
      level[row] -= 1
    } else if let column = nonbasic.firstIndex(of: variable) {
      for row in basic.indices { level[row] -= table[row * width + column] }
      value += price[column]
    }
  }

  /// Takes out what cannot matter any more: columns of decided sites, and rows of which the
  /// surplus is not needed.
  mutating func compact(without isNeedless: (_ multiplier: Int) -> Bool) {
    let columns = nonbasic.indices.filter { !isHeld(nonbasic[$0]) }
    let rows = basic.indices.filter { row in
      basic[row] < sites.count || level[row] < -1e-8
        || !isNeedless(multiplierOfSurplus[basic[row] - sites.count])
    }
    guard columns.count < width || rows.count < basic.count else { return }
    var smaller: [Double] = []
    smaller.reserveCapacity(rows.count * columns.count)
    for row in rows { for column in columns { smaller.append(table[row * width + column]) } }
    table = smaller
    nonbasic = columns.map { nonbasic[$0] }
    price = columns.map { price[$0] }
    basic = rows.map { basic[$0] }
    level = rows.map { level[$0] }
    weight = rows.map { weight[$0] }
  }
}
