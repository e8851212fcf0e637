extension CoverProgram {
  /// How much of each candidate is open.
  func shares(count: Int) -> [Double] {
    var result = Array(repeating: 0.0, count: count)
    for variable in sites.indices where isOpen[variable] { result[sites[variable]] = 1 }
    for row in basic.indices where basic[row] < sites.count {
      result[sites[basic[row]]] += level[row]
    }
    return result
  }

  /// The multiplier of each condition that is met with nothing to spare.
  var multipliers: [(index: Int, value: Double)] {
    nonbasic.indices.compactMap { column in
      guard nonbasic[column] >= sites.count, price[column] > 0 else { return nil }
      return (multiplierOfSurplus[nonbasic[column] - sites.count], price[column])
    }
  }

  /// What the surpluses of conditions that are met with nothing to spare have in a row.
  func surplusEntries(_ row: Int) -> [(index: Int, value: Double)] {
    var entries: [(index: Int, value: Double)] = []
    for column in 0..<width where nonbasic[column] >= sites.count {
      let value = table[row * width + column]
      if abs(value) > 1e-9 {
        entries.append((multiplierOfSurplus[nonbasic[column] - sites.count], value))
      }
    }
    return entries
  }

  /// At least by how much closing and opening a site raises the objective, by its first pivot.
  func penalties(of site: Int) -> (open: Double, closed: Double)? {
    guard let variable = variable(of: site), let row = basic.firstIndex(of: variable) else {
      return nil
    }
    var up = Double.infinity
    var down = Double.infinity
    for column in 0..<width where !isHeld(nonbasic[column]) {
      let slope = table[row * width + column]
      if slope > 1e-7 { down = min(down, price[column] / slope) }
      if slope < -1e-7 { up = min(up, price[column] / -slope) }
    }
    return (up * max(0, 1 - level[row]), down * level[row])
  }
}
