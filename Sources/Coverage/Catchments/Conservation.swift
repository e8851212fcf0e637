public import PlanningModel
import TravelTimes

/// What an assignment adds up to: assigned + displaced + too far = demand, to the person.
public struct Conservation: Sendable, Equatable {
  /// All persons.
  public var demand: Int
  /// Those who go to a facility.
  public var assigned: Int
  /// Those who can reach one and are not served.
  public var displaced: Int
  /// Those who can reach none.
  public var tooFar: Int

  /// Adds an assignment up and holds it against its question.
  ///
  /// - Parameter capacities: what no facility or pool may exceed; nil where the rule knows none.
  /// - Throws: `WorkError` when a demand point loses or gains a person, or a facility or pool is
  ///   assigned more than its capacity. No assignment of this module does.
  public init(
    _ catchments: Catchments, of input: CatchmentInput, capacities: SupplyCapacities? = nil
  ) throws {
    var assigned = Array(repeating: 0, count: input.persons.count)
    for part in catchments.parts { assigned[part.demand] += part.persons }
    for demand in input.persons.indices {
      let sum = assigned[demand] + catchments.displaced[demand] + catchments.tooFar[demand]
      guard sum == input.persons[demand] else {
        throw Self.broken(
          input.table.demandIDs[demand],
          Bilingual("分配合计 \(sum)", "the parts add up to \(sum)"), input.persons[demand])
      }
    }
    self.demand = input.persons.reduce(0, +)
    self.assigned = assigned.reduce(0, +)
    displaced = catchments.displaced.reduce(0, +)
    tooFar = catchments.tooFar.reduce(0, +)
    guard let capacities else { return }
    let loads = catchments.loads(supplyCount: input.table.supplyIDs.count)
    var drawn = Array(repeating: 0, count: capacities.pools.count)
    for (supply, load) in loads.enumerated() {
      if let pool = capacities.poolOfSupply[supply] { drawn[pool] += load }
      guard let capacity = capacities.own[supply], load > capacity else { continue }
      throw Self.broken(
        input.table.supplyIDs[supply], Bilingual("分配 \(load)", "\(load) are assigned"), capacity)
    }
    for (pool, load) in drawn.enumerated() where load > capacities.pools[pool].persons {
      throw Self.broken(
        capacities.pools[pool].id, Bilingual("分配 \(load)", "\(load) are assigned"),
        capacities.pools[pool].persons)
    }
  }

  /// The sum in words, for standard error.
  public var text: Bilingual {
    Bilingual(
      "守恒：已分配 \(assigned) + 无容量 \(displaced) + 过远 \(tooFar) = 需求 \(demand)",
      "conserved: assigned \(assigned) + displaced \(displaced) + too far \(tooFar) "
        + "= demand \(demand)")
  }

  private static func broken(_ id: String, _ what: Bilingual, _ bound: Int) -> WorkError {
    WorkError(
      .malformed, operation: "check conservation", subject: id,
      message: Bilingual(
        "\(what.chinese)，应为或不超过 \(bound)", "\(what.english) where \(bound) is the bound"),
      remedy: Bilingual(
        "这是程序的错误，请附输入文件报告", "this is a fault of the program; report it with its input"))
  }
}
