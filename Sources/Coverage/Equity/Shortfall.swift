import Foundation

/// How many fall short of a line, how far, and how badly (Foster, Greer and Thorbecke 1984).
struct Shortfall {
  /// The measures for α = 0, 1 and 2; nil where they are not defined.
  let moments: [Double?]

  /// Measures the shortfall of all people.
  ///
  /// For a cost those beyond the line fall short, by `(t − T) / T`; people without a value count
  /// as beyond it for α = 0, and leave α = 1 and 2 undefined. For access those below the line
  /// do, by `(z − A) / z`.
  init(values: [Double?], people: [Double], line: Double, isCost: Bool) {
    var total = 0.0
    var missing = 0.0
    var sums = [0.0, 0.0, 0.0]
    for (value, count) in zip(values, people) where count > 0 {
      guard let value else {
        // Without a value for access nothing is known; without a time nothing is reached.
        if isCost {
          missing += count
          total += count
        }
        continue
      }
      total += count
      let excess = isCost ? value - line : line - value
      guard excess > 0 else { continue }
      let gap = excess / line
      sums[0] += count
      sums[1] += count * gap
      sums[2] += count * gap * gap
    }
    guard total > 0 else {
      moments = [nil, nil, nil]
      return
    }
    let isDeep = missing == 0 && line > 0
    moments = [
      (sums[0] + missing) / total, isDeep ? sums[1] / total : nil, isDeep ? sums[2] / total : nil,
    ]
  }
}
