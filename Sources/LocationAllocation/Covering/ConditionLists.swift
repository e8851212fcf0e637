/// The conditions of surpluses in the basis, by structural variables.
struct ConditionLists {
  private var starts: [Int: Range<Int>] = [:]
  private var variables: [Int32] = []
  private var coefficients: [Int64] = []
  private var least: [Int: Int64] = [:]

  init(_ program: CoverProgram, rows: CoveringRows, pool: [RoundedCut]) {
    for variable in program.nonbasic where variable >= program.sites.count {
      let index = program.multiplierOfSurplus[variable - program.sites.count]
      let start = variables.count
      if index < rows.count {
        for pair in rows.starts[index]..<rows.starts[index + 1] {
          guard let variable = program.variable(of: Int(rows.sites[pair])) else { continue }
          variables.append(Int32(variable))
          coefficients.append(1)
        }
        least[index] = 1
      } else {
        for (site, coefficient) in pool[index - rows.count].terms {
          guard let variable = program.variable(of: site) else { continue }
          variables.append(Int32(variable))
          coefficients.append(coefficient)
        }
        least[index] = pool[index - rows.count].least
      }
      starts[index] = start..<variables.count
    }
  }

  /// By how much shares break the cut, for its length.
  func score(
    _ parts: [(index: Int, times: Int64)], _ divisor: Int64, _ shares: [Double],
    _ sums: inout [Int64]
  ) -> Double {
    for index in sums.indices { sums[index] = 0 }
    var right: Int64 = 0
    for (index, times) in parts {
      right += times * (least[index] ?? 0)
      for entry in starts[index] ?? 0..<0 {
        sums[Int(variables[entry])] += times * coefficients[entry]
      }
    }
    right = (right + divisor - 1) / divisor
    guard right < 1_000 else { return 0 }
    var sum = 0.0
    var norm = 0.0
    for index in sums.indices where sums[index] > 0 {
      let coefficient = Double(min(right, (sums[index] + divisor - 1) / divisor))
      sum += coefficient * shares[index]
      norm += coefficient * coefficient
    }
    return (Double(right) - sum) / norm.squareRoot()
  }
}
