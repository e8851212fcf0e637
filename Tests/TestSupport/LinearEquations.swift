/// Sums of unknowns, reduced over a prime field; enough to ask which unknowns they determine.
public struct LinearEquations {
  private static let prime = 2_147_483_647
  private let variables: Int
  private var rows: [(pivot: Int, row: [Int])] = []

  /// No sums yet.
  public init(variables: Int) { self.variables = variables }

  /// Adds the sum of some unknowns, each once.
  public mutating func add(_ indices: [Int]) {
    var row = [Int](repeating: 0, count: variables)
    for index in indices { row[index] = 1 }
    row = reduced(row)
    guard let pivot = row.firstIndex(where: { $0 != 0 }) else { return }
    let inverse = Self.power(row[pivot], Self.prime - 2)
    rows.append((pivot, row.map { $0 * inverse % Self.prime }))
  }

  /// Whether the sums leave only one value for an unknown.
  public func determines(_ index: Int) -> Bool {
    var row = [Int](repeating: 0, count: variables)
    row[index] = 1
    return reduced(row).allSatisfy { $0 == 0 }
  }

  private func reduced(_ start: [Int]) -> [Int] {
    var row = start
    for known in rows where row[known.pivot] != 0 {
      let factor = row[known.pivot]
      for column in row.indices {
        row[column] = (row[column] + (Self.prime - factor) * known.row[column]) % Self.prime
      }
    }
    return row
  }

  private static func power(_ base: Int, _ exponent: Int) -> Int {
    var (result, base, exponent) = (1, base % prime, exponent)
    while exponent > 0 {
      if exponent & 1 == 1 { result = result * base % prime }
      base = base * base % prime
      exponent >>= 1
    }
    return result
  }
}
