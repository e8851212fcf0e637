public import Coverage
public import PlanningModel
import TravelTimes

/// A measure of access with its settings, as a command line puts it.
public struct AccessMeasure: Sendable {
  /// The method.
  public var method: AccessMethod
  /// The limit in the unit of the costs, bound included.
  public var limit: ExactDecimal
  /// How weights fall with cost.
  public var decay: DistanceDecay
  /// How many supplies `nearest-n` takes the mean of.
  public var nearestCount: Int

  /// Puts a measure together.
  public init(
    method: AccessMethod, limit: ExactDecimal, decay: DistanceDecay = .none, nearestCount: Int = 1
  ) {
    self.method = method
    self.limit = limit
    self.decay = decay
    self.nearestCount = nearestCount
  }

  /// The answer for a table; its mass balance is checked and noted.
  func answer(
    table: CostTable, demand: [Double], supply: [Double], note: (String) -> Void
  ) throws -> FloatingCatchments {
    let result = FloatingCatchmentQuestion(
      table: table, demand: demand, supply: supply, method: method, limit: limit, decay: decay,
      nearestCount: nearestCount
    ).answer()
    if let ratios = result.ratios {
      let undefined = ratios.indices.filter { ratios[$0] == nil }.map { table.supplyIDs[$0] }
      if !undefined.isEmpty { note(Self.undefinedText(undefined).text) }
    }
    if let balance = result.balance {
      note(balance.text.text)
      guard balance.holds else {
        throw WorkError(
          .malformed, operation: "check the mass balance", subject: method.rawValue,
          message: balance.text,
          remedy: Bilingual(
            "检查需求和供给中有无极大或极小的数", "look for very large or small numbers in the tables"))
      }
    }
    return result
  }

  private static func undefinedText(_ ids: [String]) -> Bilingual {
    let list = ids.prefix(10).joined(separator: ", ") + (ids.count > 10 ? " …" : "")
    return Bilingual(
      "\(ids.count) 处供给在范围内没有需求，供需比无定义，未计入：\(list)",
      "\(ids.count) supplies have no demand within reach; their ratio is undefined and they are "
        + "left out: \(list)")
  }
}

/// What is asked of the evenness of access.
public struct EquityRequest: Sendable {
  /// The column that says to which group a place belongs.
  public var group: String?
  /// The column by which people are ranked for the concentration index.
  public var rank: String?
  /// The smallest and largest value that is possible.
  public var bounds: ClosedRange<Double>?
  /// The line of the shortfall measures.
  public var line: Double?

  /// Asks for the measures that need nothing further.
  public init(
    group: String? = nil, rank: String? = nil, bounds: ClosedRange<Double>? = nil,
    line: Double? = nil
  ) {
    self.group = group
    self.rank = rank
    self.bounds = bounds
    self.line = line
  }
}

extension MassBalance {
  /// The sums and what theory says of them.
  public var text: Bilingual {
    let (left, right, sign, name) =
      switch law {
      case .equal: ("Σ demand·access", "Σ supply", "=", "质量守恒")
      case .atMost: ("Σ demand·access", "Σ supply", "≤", "质量不增")
      case .ratios: ("Σ access", "Σ ratio", "=", "水平守恒")
      }
    let numbers = "\(left) = \(demandSide), \(right) = \(supplySide)"
    let verdict = holds ? ("成立", "holds") : ("不成立", "fails")
    return Bilingual(
      "\(name)（\(left) \(sign) \(right)）\(verdict.0)：\(numbers)",
      "mass balance (\(left) \(sign) \(right)) \(verdict.1): \(numbers)")
  }
}
