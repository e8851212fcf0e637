import Coverage
import PlanningModel

/// What the facilities of a service supply, as numbers.
struct AccessSupplies {
  /// The amount of each facility.
  let amounts: [Double]
  /// Facilities whose capacity is not declared and counts 0.
  let undeclared: [FacilityID]
  /// Facilities that got an even part of a shared capacity.
  let shared: [FacilityID]

  /// Takes 1 each where capacities are not asked for or do not matter.
  ///
  /// - Throws: `WorkError` naming every facility whose capacity is not declared, unless they are
  ///   to count 0.
  init(_ asked: AccessRequest, _ costs: ServiceCosts) throws {
    guard asked.supply == .capacity, asked.measure.method != .nearest else {
      amounts = costs.facilities.map { _ in 1 }
      (undeclared, shared) = ([], [])
      return
    }
    let capacities = costs.capacities
    let missing = costs.facilities.indices.filter { capacities.isUndeclared($0) }
    guard missing.isEmpty || asked.countsUndeclaredAsZero else {
      throw Self.refusal(asked, missing.map { costs.facilities[$0] })
    }
    var members = Array(repeating: 0, count: capacities.pools.count)
    for case let pool? in capacities.poolOfSupply { members[pool] += 1 }
    amounts = costs.facilities.indices.map { index in
      if let pool = capacities.poolOfSupply[index] {
        return Double(capacities.pools[pool].persons) / Double(members[pool])
      }
      return Double(capacities.own[index] ?? 0)
    }
    undeclared = missing.map { costs.facilities[$0].id }
    shared = costs.facilities.indices
      .filter { capacities.poolOfSupply[$0].map { members[$0] > 1 } ?? false }
      .map { costs.facilities[$0].id }
  }

  private static func refusal(_ asked: AccessRequest, _ missing: [Facility]) -> WorkError {
    WorkError(
      .blocked, operation: "measure access", subject: asked.service,
      message: Bilingual(
        "\(missing.count) 处运营设施没有填写容量",
        "\(missing.count) operating facilities declare no capacity"),
      remedy: Bilingual(
        "填写 capacity，或用 --supply-of count 每处计 1，或用 --undeclared-zero 计 0",
        "fill in capacity, count each as 1 with --supply-of count, or as 0 with --undeclared-zero"
      ),
      faults: missing.map { facility in
        InputFault(
          check: "facility.capacity_undeclared", severity: .blocking,
          file: facility.id.rawValue, column: "capacity",
          rule: Bilingual("\(facility.name)没有容量", "\(facility.name) has no capacity"),
          remedy: Bilingual("在设施台账中填写", "fill it in in the ledger of facilities"))
      })
  }
}
