import Certificates

extension CoveringRelaxation {
  /// Beyond so many pairs a linear program takes longer than it gains.
  private static let largestProgram = 60_000

  /// The multipliers of the best bound with these sites decided, by a linear program whose columns
  /// they are; nil where it is too large.
  ///
  /// Slopes alone hardly move the few multipliers that all points hang on: those of the demand
  /// that may be missed, of a budget, of units.
  func bestMultipliers(_ states: SiteStates) -> [Double]? {
    switch side.problem {
    case .budget, .partialCover, .unitShare: break
    case .lscp, .mclp, .pMedian, .pCentre, .backup: return nil
    }
    guard pairCount <= Self.largestProgram else { return nil }
    var program = IntegerProgram()
    let further = (0..<side.count).map { _ in program.add(.multiplier) }
    let columns = (0..<rows.count).map { row -> Int? in
      rows.isLeftOut[row] ? nil : program.add(.multiplier)
    }
    var aims = columns.compactMap { $0.map { (column: $0, weight: 1.0) } }
    for (row, column) in columns.enumerated() {
      if let column { limit(column, of: row, further, in: &program) }
    }
    aims += side.aims(further, in: &program)
    var covered: [[Int]] = Array(repeating: [], count: rows.siteCount)
    for (row, column) in columns.enumerated() {
      guard let column else { continue }
      for pair in rows.starts[row]..<rows.starts[row + 1] {
        covered[Int(rows.sites[pair])].append(column)
      }
    }
    for site in covered.indices where states[site] != .closed {
      let isOpen = states[site] == .open
      let gain = program.add(
        IntegerProgram.Column(lower: isOpen ? -.infinity : 0, upper: .infinity))
      var entries = covered[site].map { (column: $0, weight: 1.0) }
      entries.append((gain, -1))
      if side.problem == .budget {
        entries.append((further[0], -side.prices[site] / side.divisor(0)))
      }
      program.require(entries, atMost: side.siteCosts[site])
      aims.append((gain, -1))
    }
    program.aim(at: aims, isMaximised: true)
    guard let values = CbcSolver().solve(program, seconds: nil).values else { return nil }
    let own = columns.map { $0.map { max(0, values[$0]) } ?? 0 }
    return own + further.map { max(0, values[$0]) }
  }

  /// A row's multiplier is at most what its slack costs.
  private func limit(
    _ column: Int, of row: Int, _ further: [Int], in program: inout IntegerProgram
  ) {
    let weight = rows.weights[row]
    switch side.problem {
    case .partialCover:
      program.require([(column, 1), (further[0], -weight / side.divisor(0))], atMost: 0)
    case .unitShare:
      let unit = rows.units[row]
      program.require([(column, 1), (further[unit], -weight / side.divisor(unit))], atMost: 0)
    case .budget: program.require([(column, 1)], atMost: weight)
    case .lscp, .mclp, .pMedian, .pCentre, .backup: break
    }
  }
}

extension SideConditions {
  /// What the conditions' multipliers add to the bound.
  fileprivate func aims(
    _ columns: [Int], in program: inout IntegerProgram
  ) -> [(column: Int, weight: Double)] {
    switch problem {
    case .budget: return [(columns[0], -budget / divisor(0))]
    case .partialCover: return [(columns[0], -room / divisor(0))]
    case .unitShare:
      let number = columns[demandOfUnit.count]
      var aims = [(column: number, weight: -spareUnits)]
      for unit in demandOfUnit.indices {
        let column = columns[unit]
        aims.append((column, -(demandOfUnit[unit] - needOfUnit[unit]) / divisor(unit)))
        if isUnitForced[unit] { continue }
        // What letting the unit go saves beyond its share of the number.
        let saving = program.add(.multiplier)
        program.require(
          [(column, needOfUnit[unit] / divisor(unit)), (number, -1), (saving, -1)], atMost: 0)
        aims.append((saving, -1))
      }
      return aims
    case .lscp, .mclp, .pMedian, .pCentre, .backup: return []
    }
  }
}

extension IntegerProgram.Column {
  fileprivate static let multiplier = IntegerProgram.Column(upper: .infinity)
}
