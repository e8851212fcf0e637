import Foundation

/// Values with people behind them, sorted, and what can be read off the sorted row.
struct WeightedValues {
  /// Everybody, those without a value included.
  let people: Double
  /// People whose place has no value.
  let peopleWithoutValue: Double
  /// Value and people of each place with both, smallest value first.
  private let sorted: [(value: Double, people: Double)]
  private let known: Double
  private let sum: Double

  /// Sorts the places; ties keep their order, which changes no result.
  init(values: [Double?], people: [Double]) {
    var pairs: [(value: Double, people: Double)] = []
    var missing = 0.0
    for (value, count) in zip(values, people) where count > 0 {
      if let value { pairs.append((value, count)) } else { missing += count }
    }
    pairs.sort { $0.value < $1.value }
    sorted = pairs
    known = pairs.reduce(0) { $0 + $1.people }
    sum = pairs.reduce(0) { $0 + $1.people * $1.value }
    peopleWithoutValue = missing
    self.people = known + missing
  }

  /// The mean per person; nil when nobody has a value.
  var mean: Double? { known > 0 ? sum / known : nil }

  /// The Lorenz curve from (0, 0) to (1, 1), a point for each value; empty when all is 0.
  var lorenz: [(people: Double, share: Double)] {
    guard known > 0, sum > 0 else { return [] }
    var points: [(people: Double, share: Double)] = [(0, 0)]
    var count = 0.0
    var amount = 0.0
    for (index, pair) in sorted.enumerated() {
      count += pair.people
      amount += pair.people * pair.value
      if index + 1 < sorted.count, sorted[index + 1].value == pair.value { continue }
      points.append((count / known, amount / sum))
    }
    points[points.count - 1] = (1, 1)
    return points
  }

  /// `1 − Σ (x_k − x_{k−1}) (y_k + y_{k−1})` along the Lorenz curve; nil when all is 0.
  var gini: Double? {
    let curve = lorenz
    guard curve.count > 1 else { return nil }
    var area = 0.0
    for index in 1..<curve.count {
      area +=
        (curve[index].people - curve[index - 1].people)
        * (curve[index].share + curve[index - 1].share)
    }
    return max(0, 1 - area)
  }

  /// `Σ (p_i / P) (A_i / μ) ln(A_i / μ)`, with `0 · ln 0 = 0`; nil when all is 0.
  var theil: Double? {
    guard let mean, mean > 0 else { return nil }
    var total = 0.0
    for pair in sorted where pair.value > 0 {
      let ratio = pair.value / mean
      total += pair.people * ratio * log(ratio)
    }
    return max(0, total / known)
  }

  /// Mean of the best-served tenth of people over that of the worst-served 40 %.
  var palma: Double? {
    guard let top = meanOfLast(0.1), let bottom = meanOfFirst(0.4), bottom > 0 else { return nil }
    return top / bottom
  }

  /// The mean of the tenth of people with the worst values; nil for a cost that some of them
  /// do not have at all.
  func worstDecileMean(isCost: Bool) -> Double? {
    guard isCost else { return meanOfFirst(0.1) }
    return peopleWithoutValue > 0 ? nil : meanOfLast(0.1)
  }

  /// The value that parts the worst-served tenth of people from the others.
  func worstDecileBound(isCost: Bool) -> Double? {
    isCost ? percentile(90) : percentileOfKnown(10)
  }

  /// The smallest value that at least this percentage of all people do not exceed, people
  /// without a value being beyond every value; nil when they are reached.
  func percentile(_ percent: Int) -> Double? { quantile(percent, of: people) }

  private func percentileOfKnown(_ percent: Int) -> Double? { quantile(percent, of: known) }

  private func quantile(_ percent: Int, of total: Double) -> Double? {
    var count = 0.0
    for pair in sorted {
      count += pair.people
      if count * 100 >= total * Double(percent) { return pair.value }
    }
    return nil
  }

  private func meanOfFirst(_ share: Double) -> Double? { mean(of: sorted, share) }

  private func meanOfLast(_ share: Double) -> Double? { mean(of: sorted.reversed(), share) }

  /// The mean of the first `share` of people of a row; the last place counts in part.
  private func mean(of row: some Sequence<(value: Double, people: Double)>, _ share: Double)
    -> Double?
  {
    guard known > 0 else { return nil }
    var room = known * share
    var amount = 0.0
    for pair in row {
      let taken = min(room, pair.people)
      amount += taken * pair.value
      room -= taken
      if room <= 0 { break }
    }
    return amount / (known * share)
  }
}
