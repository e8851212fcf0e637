public import PlanningModel
public import TravelTimes

/// How much demand is within limits of the nearest supply of a cost table, and of the second.
///
/// A limit is met by a cost equal to it; costs and limits are compared as integers. A pair that
/// the table does not have is unreachable. Points without demand count as points.
public struct CostCoverage: Sendable {
  /// The supply that serves a demand and what it costs.
  public struct Nearest: Sendable, Equatable {
    /// An index of ``CostTable/supplyIDs``; equal costs go to the smallest.
    public var supply: Int
    /// The cost, in units of `10^-decimals` of the table.
    public var cost: Int64
  }

  /// The figures at one limit.
  public struct Figures: Sendable, Equatable {
    /// The limit, in the table's unit.
    public var limit: ExactDecimal
    /// Demand within the limit of a supply.
    public var covered: Int128
    /// Points within the limit of a supply.
    public var coveredPoints: Int
    /// Demand within the limit of two supplies or more.
    public var coveredTwice: Int128
    /// Points within the limit of two supplies or more.
    public var coveredTwicePoints: Int
  }

  /// The cost table.
  public let costs: CostTable
  /// The nearest supply of each demand of the table; nil where none can be reached.
  public let nearest: [Nearest?]
  /// The nearest but one.
  public let second: [Nearest?]

  /// Finds the two nearest supplies of each demand.
  public init(_ costs: CostTable) {
    self.costs = costs
    var nearest: [Nearest?] = []
    var second: [Nearest?] = []
    nearest.reserveCapacity(costs.demandIDs.count)
    second.reserveCapacity(costs.demandIDs.count)
    for demand in costs.demandIDs.indices {
      var best: (supply: Int, cost: Int64)?
      var next: (supply: Int, cost: Int64)?
      // Supplies stand in the order of their ids, so the first of equal costs is the smallest.
      for entry in costs.entries(ofDemand: demand) {
        let candidate = (supply: Int(costs.supplies[entry]), cost: costs.costs[entry])
        if candidate.cost < best?.cost ?? .max {
          next = best
          best = candidate
        } else if candidate.cost < next?.cost ?? .max {
          next = candidate
        }
      }
      nearest.append(best.map { Nearest(supply: $0.supply, cost: $0.cost) })
      second.append(next.map { Nearest(supply: $0.supply, cost: $0.cost) })
    }
    self.nearest = nearest
    self.second = second
  }

  /// Counts demand within limits.
  ///
  /// - Parameters:
  ///   - amounts: how much demand each row stands for.
  ///   - rows: the row of the cost table of each amount; nil for a demand that it does not name,
  ///     which is unreachable.
  ///   - limits: in the table's unit, in the order of the answer.
  public func figures(
    _ amounts: DemandAmounts, rows: [Int?], limits: [ExactDecimal]
  ) -> [Figures] {
    limits.map { limit in
      let most = costs.largestCost(within: limit)
      var figures = Figures(
        limit: limit, covered: 0, coveredPoints: 0, coveredTwice: 0, coveredTwicePoints: 0)
      for (position, row) in rows.enumerated() {
        guard let row, let first = nearest[row], first.cost <= most else { continue }
        figures.covered += amounts.values[position]
        figures.coveredPoints += 1
        guard let second = second[row], second.cost <= most else { continue }
        figures.coveredTwice += amounts.values[position]
        figures.coveredTwicePoints += 1
      }
      return figures
    }
  }
}

extension CostTable {
  /// A cost as text: at least `places` decimals, and as many more as it needs.
  public func text(ofCost cost: Int64, decimalPlaces places: Int) -> String {
    CostTable.text(Int128(cost), decimals: decimals, decimalPlaces: places)
  }

  /// A time of a table of seconds or minutes as seconds, three decimals or more.
  public func secondsText(ofCost cost: Int64) -> String {
    CostTable.text(
      Int128(cost) * (unit == .minutes ? 60 : 1), decimals: decimals, decimalPlaces: 3)
  }

  private static func text(_ value: Int128, decimals: Int, decimalPlaces: Int) -> String {
    var digits = String(value.magnitude)
    digits = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
    let whole = (value < 0 ? "-" : "") + digits.dropLast(decimals)
    var fraction = String(digits.suffix(decimals))
    while fraction.utf8.count > decimalPlaces, fraction.last == "0" { fraction.removeLast() }
    fraction += String(repeating: "0", count: max(0, decimalPlaces - fraction.utf8.count))
    return fraction.isEmpty ? whole : "\(whole).\(fraction)"
  }
}
