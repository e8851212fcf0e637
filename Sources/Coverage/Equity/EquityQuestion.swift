/// How evenly something is shared out among people: access values, or times.
///
/// Everything is weighted by people: a place counts as often as people live there.
public struct EquityQuestion: Sendable {
  /// The value of each place, not negative; nil where there is none.
  public var values: [Double?]
  /// The people of each place, not negative.
  public var people: [Double]
  /// Whether larger values are worse, as for times.
  public var isCost: Bool
  /// The group of each place, such as its township; nil for no groups.
  public var groups: [String]?
  /// What people are ranked by for the concentration index, from the smallest; nil for none.
  public var rank: [Double]?
  /// The smallest and largest value that is possible, for the corrected concentration index.
  public var bounds: ClosedRange<Double>?
  /// The line of the shortfall measures: a time not to be exceeded, an access not to fall below.
  public var line: Double?

  /// Puts a question together.
  public init(
    values: [Double?], people: [Double], isCost: Bool = false, groups: [String]? = nil,
    rank: [Double]? = nil, bounds: ClosedRange<Double>? = nil, line: Double? = nil
  ) {
    self.values = values
    self.people = people
    self.isCost = isCost
    self.groups = groups
    self.rank = rank
    self.bounds = bounds
    self.line = line
  }

  /// The measures, in the order of ``EquityMeasure``, and what they rest on.
  public func answer() -> Equity {
    let sorted = WeightedValues(values: values, people: people)
    let theil = groups.map { TheilDecomposition(values: values, people: people, groups: $0) }
    let shortfall = line.map {
      Shortfall(values: values, people: people, line: $0, isCost: isCost)
    }
    let concentration = rank.flatMap { concentrationIndex(by: $0) }
    let results: [(EquityMeasure, Double?)] = [
      (.mean, sorted.mean), (.gini, sorted.gini), (.theil, sorted.theil),
      (.theilBetween, theil?.between), (.theilWithin, theil?.within),
      (.palma, isCost ? nil : sorted.palma), (.concentration, concentration),
      (.erreygers, erreygers(concentration, mean: sorted.mean)),
      (.worstDecileMean, sorted.worstDecileMean(isCost: isCost)),
      (.worstDecileBound, sorted.worstDecileBound(isCost: isCost)),
      (.ninetiethPercentile, isCost ? sorted.percentile(90) : nil),
      (.shortfallShare, shortfall?.moments[0]), (.shortfallDepth, shortfall?.moments[1]),
      (.shortfallSeverity, shortfall?.moments[2]),
    ]
    return Equity(
      values: results.compactMap { measure, value in
        isAsked(measure) ? Equity.Value(measure: measure, value: value) : nil
      },
      groups: theil?.groups ?? [], lorenz: sorted.lorenz, people: sorted.people,
      peopleWithoutValue: sorted.peopleWithoutValue)
  }

  /// Whether what a measure needs was given.
  private func isAsked(_ measure: EquityMeasure) -> Bool {
    switch measure {
    case .theilBetween, .theilWithin: groups != nil
    case .concentration: rank != nil
    case .erreygers: rank != nil && bounds != nil
    case .palma: !isCost
    case .ninetiethPercentile: isCost
    case .shortfallShare, .shortfallDepth, .shortfallSeverity: line != nil
    default: true
    }
  }

  /// `2 cov(A, r) / μ` with the fractional rank, equal ranks sharing their middle.
  private func concentrationIndex(by rank: [Double]) -> Double? {
    let known = values.indices.filter { values[$0] != nil && people[$0] > 0 }
    let order = known.sorted { rank[$0] < rank[$1] }
    let total = order.reduce(0) { $0 + people[$1] }
    let mean = order.reduce(0) { $0 + people[$1] * (values[$1] ?? 0) } / total
    guard total > 0, mean > 0 else { return nil }
    var covariance = 0.0
    var below = 0.0
    var start = 0
    while start < order.count {
      var end = start
      var tied = 0.0
      while end < order.count, rank[order[end]] == rank[order[start]] {
        tied += people[order[end]]
        end += 1
      }
      let fraction = (below + tied / 2) / total
      for place in order[start..<end] {
        covariance += people[place] * ((values[place] ?? 0) - mean) * (fraction - 0.5)
      }
      below += tied
      start = end
    }
    return 2 * covariance / total / mean
  }

  private func erreygers(_ index: Double?, mean: Double?) -> Double? {
    guard let index, let mean, let bounds, bounds.upperBound > bounds.lowerBound else {
      return nil
    }
    return 4 * mean / (bounds.upperBound - bounds.lowerBound) * index
  }
}
