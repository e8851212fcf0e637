extension CoverProgram {
  /// Goes to the least objective, or until it is above a limit.
  mutating func solve(above limit: Double, pivots: Int) {
    for _ in 0..<pivots {
      if value > limit { return }
      guard let (row, isBelow) = leaving() else { return }
      guard let column = entering(row, isBelow: isBelow) else {
        // Only where a condition cannot be met; then that is seen without a program.
        return
      }
      pivot(row, column)
    }
  }

  /// The row whose variable is farthest out of its bounds, by reference weights (Forrest and
  /// Goldfarb 1992).
  private func leaving() -> (row: Int, isBelow: Bool)? {
    var choice: (row: Int, isBelow: Bool)?
    var most = 0.0
    for row in basic.indices {
      let level = level[row]
      let isBelow = level < -1e-8
      guard isBelow || (level > 1e-8 && basic[row] < sites.count && isDecided[basic[row]]) else {
        continue
      }
      let score = level * level / weight[row]
      if score > most {
        most = score
        choice = (row, isBelow)
      }
    }
    return choice
  }

  /// The column whose price is used up first; of nearly equal ones that of the largest pivot.
  private func entering(_ row: Int, isBelow: Bool) -> Int? {
    let start = row * width
    let sign = isBelow ? -1.0 : 1
    var least = Double.infinity
    for column in 0..<width {
      let slope = sign * table[start + column]
      guard slope > 1e-7, !isHeld(nonbasic[column]) else { continue }
      least = min(least, (max(0, price[column]) + 1e-9) / slope)
    }
    guard least < .infinity else { return nil }
    var choice: Int?
    var largest = 0.0
    for column in 0..<width {
      let slope = sign * table[start + column]
      guard slope > max(1e-7, largest), !isHeld(nonbasic[column]) else { continue }
      if max(0, price[column]) <= least * slope {
        largest = slope
        choice = column
      }
    }
    return choice
  }

  func isHeld(_ variable: Int) -> Bool { variable < sites.count && isDecided[variable] }

  private mutating func pivot(_ row: Int, _ column: Int) {
    let width = width
    let pivot = table[row * width + column]
    let inverse = 1 / pivot
    let cost = price[column]
    var entries: [Int] = []
    level[row] *= inverse
    let reference = weight[row]
    let (count, newLevel) = (basic.count, level[row])
    table.withUnsafeMutableBufferPointer { table in
      let start = row * width
      for index in 0..<width where table[start + index] != 0 {
        table[start + index] *= inverse
        entries.append(index)
      }
      table[start + column] = inverse
      let isSparse = entries.count * 4 < width
      for other in 0..<count where other != row {
        let base = other * width
        let factor = table[base + column]
        if abs(factor) < 1e-12 {
          table[base + column] = 0
          continue
        }
        table[base + column] = 0
        if isSparse {
          for index in entries { table[base + index] -= factor * table[start + index] }
        } else {
          for index in 0..<width { table[base + index] -= factor * table[start + index] }
        }
        level[other] -= factor * newLevel
        weight[other] = max(weight[other], factor * factor * inverse * inverse * reference)
      }
      price[column] = 0
      for index in entries { price[index] -= cost * table[start + index] }
    }
    weight[row] = max(reference * inverse * inverse, 1)
    value += cost * newLevel
    for index in entries where price[index] < 0 && !isHeld(nonbasic[index]) && index != column {
      price[index] = 0
    }
    swap(&basic[row], &nonbasic[column])
  }
}
