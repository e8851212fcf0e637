import Coverage
import Geometry
import PlanningModel
import TravelTimes
import Workspace

/// One assignment on a workspace, from the costs of its service to rows and loads.
struct CatchmentAssignment {
  /// What it adds up to.
  let conservation: Conservation
  /// Facilities whose capacity was assumed.
  let assumed: [FacilityID]
  private let asked: CatchmentsRequest
  private let costs: ServiceCosts
  private let situation: Situation
  private let capacities: SupplyCapacities
  private let catchments: Catchments

  init(_ asked: CatchmentsRequest, _ costs: ServiceCosts, _ situation: Situation) throws {
    self.asked = asked
    self.costs = costs
    self.situation = situation
    // A village that nobody counted is assigned like an empty one, and shown as unknown.
    let input = CatchmentInput(table: costs.table, persons: costs.demand.map { $0 ?? 0 })
    var capacities = costs.capacities
    var bound: SupplyCapacities?
    var assumed: [FacilityID] = []
    switch asked.rule {
    case .nearest:
      catchments = input.nearest()
    case .administrative:
      let borders = try TownshipBorders(asked.border, situation)
      catchments = input.administrative {
        borders.rank(costs.points[$0], costs.facilities[$1])
      }
    case .capacity:
      assumed = try Self.declare(&capacities, asked, costs, total: input.persons.reduce(0, +))
      bound = capacities
      catchments = try input.capacity(capacities)
    case .huff:
      assumed = try Self.declare(&capacities, asked, costs, total: 0)
      let attraction = costs.facilities.indices.map { supply in
        Double(
          capacities.own[supply]
            ?? capacities.poolOfSupply[supply].map { capacities.pools[$0].persons } ?? 0)
      }
      catchments = input.huff(
        HuffModel(
          attraction: attraction, attractionPower: asked.attractionPower,
          decayPower: asked.decayPower))
    }
    self.capacities = costs.capacities
    self.assumed = assumed
    conservation = try Conservation(catchments, of: input, capacities: bound)
  }

  /// Fills undeclared capacities as asked; refuses, naming each, where nothing was said.
  private static func declare(
    _ capacities: inout SupplyCapacities, _ asked: CatchmentsRequest, _ costs: ServiceCosts,
    total: Int
  ) throws -> [FacilityID] {
    let missing = costs.facilities.indices.filter { capacities.isUndeclared($0) }
    guard !missing.isEmpty else { return [] }
    // An unlimited attraction means nothing, so the Huff model takes `none` only.
    let isUsable = asked.rule == .capacity || asked.undeclared == .nobody
    guard let choice = asked.undeclared, isUsable else {
      throw WorkError(
        .blocked, operation: "assign by \(asked.rule.rawValue)", subject: asked.service,
        message: Bilingual(
          "\(missing.count) 处运营设施没有填写容量",
          "\(missing.count) operating facilities declare no capacity"),
        remedy: asked.rule == .capacity
          ? Bilingual(
            "填写 capacity 或 shared_capacity，或用 --undeclared none|unlimited 说明如何假定",
            "fill in capacity or shared_capacity, or say what to assume with "
              + "--undeclared none|unlimited")
          : Bilingual(
            "填写 capacity，或用 --undeclared none 说明其没有吸引力",
            "fill in capacity, or take them to attract nobody with --undeclared none"),
        faults: missing.map { index in
          InputFault(
            check: "facility.capacity_undeclared", severity: .blocking,
            file: costs.facilities[index].id.rawValue, column: "capacity",
            rule: Bilingual(
              "\(costs.facilities[index].name)没有容量",
              "\(costs.facilities[index].name) has no capacity"),
            remedy: Bilingual("在设施台账中填写", "fill it in in the ledger of facilities"))
        })
    }
    for index in missing { capacities.own[index] = choice == .unlimited ? total : 0 }
    return missing.map { costs.facilities[$0].id }
  }

  /// A row for every part of a village, and one for who is left out; nobody vanishes.
  var rows: [CatchmentTable.Row] {
    let names = Dictionary(
      situation.district.units.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    var rows: [CatchmentTable.Row] = []
    var next = 0
    for (index, point) in costs.points.enumerated() {
      let isCounted = costs.demand[index] != nil
      let first = rows.count
      func row(_ status: String, _ persons: Int, _ reason: Reason?) -> CatchmentTable.Row {
        CatchmentTable.Row(
          point: point, unitName: point.unit.flatMap { names[$0] }, facility: nil,
          persons: isCounted ? persons : nil, time: nil, isEstimated: costs.isEstimated[index],
          status: isCounted ? status : "unknown", reason: isCounted ? reason : .noData,
          provenance: max(costs.provenance, point.peopleProvenance))
      }
      while next < catchments.parts.count, catchments.parts[next].demand == index {
        let part = catchments.parts[next]
        var found = row("ok", part.persons, nil)
        found.facility = costs.facilities[part.supply]
        found.time = TravelTime(milliseconds: UInt32(clamping: part.cost))
        if found.isEstimated { found.provenance = max(found.provenance, .estimated) }
        rows.append(found)
        next += 1
      }
      if catchments.displaced[index] > 0 {
        rows.append(
          row(
            "displaced", catchments.displaced[index],
            asked.rule == .administrative ? .outsideRange : .full))
      }
      if catchments.tooFar[index] > 0 {
        rows.append(row("too_far", catchments.tooFar[index], costs.reasons[index] ?? .tooFar))
      }
      if rows.count == first {
        let isWithin = catchments.isWithin[index]
        rows.append(row(isWithin ? "ok" : "too_far", 0, isWithin ? nil : costs.reasons[index]))
      }
    }
    return rows
  }

  /// What each facility has to carry.
  func loads() throws -> [CatchmentTable.Load] {
    let persons = catchments.loads(supplyCount: costs.facilities.count)
    var points = Array(repeating: 0, count: costs.facilities.count)
    for part in catchments.parts { points[part.supply] += 1 }
    var pooled = Array(repeating: 0, count: capacities.pools.count)
    for (supply, load) in persons.enumerated() {
      if let pool = capacities.poolOfSupply[supply] { pooled[pool] += load }
    }
    let units = wholeUnits()
    return try costs.facilities.enumerated().map { supply, facility in
      let pool = capacities.poolOfSupply[supply]
      let whole = units[supply] ?? []
      let shapes = whole.compactMap { situation.loaded.contents.unitShapes[$0]?.shape }
      return CatchmentTable.Load(
        facility: facility, persons: persons[supply], points: points[supply],
        capacity: pool.map { capacities.pools[$0].persons } ?? capacities.own[supply],
        sharedWith: pool.map { capacities.pools[$0].id },
        sharedPersons: pool.map { pooled[$0] } ?? persons[supply],
        shape: shapes.isEmpty ? nil : try Shape.union(shapes),
        wholeUnits: shapes.isEmpty ? [] : whole)
    }
  }

  /// The units all of whose villages go to one facility whole, by facility.
  ///
  /// A unit that is split belongs to no outline: where its border would run is not known.
  private func wholeUnits() -> [Int: [UnitID]] {
    var supplyOf: [UnitID: Int] = [:]
    var split: Set<UnitID> = []
    var partCount = Array(repeating: 0, count: costs.points.count)
    for part in catchments.parts {
      partCount[part.demand] += 1
      guard let unit = costs.points[part.demand].unit else { continue }
      if let known = supplyOf[unit], known != part.supply { split.insert(unit) }
      supplyOf[unit] = part.supply
    }
    for (index, point) in costs.points.enumerated() {
      let isWhole =
        partCount[index] == 1 && catchments.displaced[index] == 0 && catchments.tooFar[index] == 0
      if !isWhole, let unit = point.unit { split.insert(unit) }
    }
    let whole = supplyOf.filter { !split.contains($0.key) }
    return Dictionary(grouping: whole.keys.sorted(), by: { whole[$0] ?? 0 })
  }
}
