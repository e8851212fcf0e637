extension LargestRemainder {
  /// The parts of `total` in proportion to whole weights, on whole numbers throughout.
  ///
  /// Each part first gets the whole units of its quota, `total · weight / Σ weights`; what is
  /// left goes one by one to the largest remainders (Hamilton's method), equal ones to the part
  /// that comes first.
  ///
  /// - Parameters:
  ///   - total: not negative.
  ///   - weights: not negative.
  /// - Returns: nil when no weight is positive.
  public static func split(_ total: Int, over weights: [Int64]) -> [Int]? {
    let sum = weights.reduce(Int128(0)) { $0 + Int128($1) }
    guard sum > 0 else { return nil }
    var parts: [Int] = []
    var remainders: [(left: Int128, position: Int)] = []
    var given = 0
    parts.reserveCapacity(weights.count)
    for (position, weight) in weights.enumerated() {
      let (quotient, remainder) = (Int128(total) * Int128(weight)).quotientAndRemainder(
        dividingBy: sum)
      parts.append(Int(quotient))
      given += Int(quotient)
      if remainder > 0 { remainders.append((remainder, position)) }
    }
    remainders.sort { ($1.left, $0.position) < ($0.left, $1.position) }
    for (_, position) in remainders.prefix(total - given) { parts[position] += 1 }
    return parts
  }
}
