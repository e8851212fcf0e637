/// What slope does to walking along each edge, in steps of equal length within an edge.
///
/// Edge `e` has the steps `firstStep[e] ..< firstStep[e + 1]`. The factors multiply the time on
/// the flat; they come from outside, because the network does not know why hills are slow.
public struct EdgeSlopes: Sendable {
  /// Start of each edge's steps, and one past the last.
  public var firstStep: [UInt32]
  /// The slope of each step from tail to head, rise over run.
  public var slope: [Float]
  /// Time from tail towards head, as a multiple of the time on the flat.
  public var forwardFactor: [Float]
  /// Time from head towards tail, as a multiple of the time on the flat.
  public var backwardFactor: [Float]

  /// Assembles the columns, one slope and two factors a step.
  public init(
    firstStep: [UInt32], slope: [Float], forwardFactor: [Float], backwardFactor: [Float]
  ) {
    self.firstStep = firstStep
    self.slope = slope
    self.forwardFactor = forwardFactor
    self.backwardFactor = backwardFactor
  }

  /// The mean of |slope| over an edge.
  func meanGrade(ofEdge edge: Int) -> Double {
    let steps = Int(firstStep[edge])..<Int(firstStep[edge + 1])
    return steps.reduce(0) { $0 + Double(abs(slope[$1])) } / Double(max(1, steps.count))
  }

  /// Σ length × weight over the part of an edge between two distances from its tail.
  func integral(
    ofEdge edge: Int, lengthMetres: Double, from start: Double, to end: Double,
    _ weight: (Int) -> Double
  ) -> Double {
    let first = Int(firstStep[edge])
    let count = Int(firstStep[edge + 1]) - first
    let step = lengthMetres / Double(count)
    guard step > 0 else { return 0 }
    var sum = 0.0
    var index = min(count - 1, max(0, Int(start / step)))
    while index < count {
      let from = max(start, Double(index) * step)
      let to = index == count - 1 ? end : min(end, Double(index + 1) * step)
      if to > from { sum += (to - from) * weight(first + index) }
      if Double(index + 1) * step >= end { break }
      index += 1
    }
    return sum
  }
}
