import Coverage
import PlanningModel
import TestSupport
import Testing
import TravelTimes

@Suite struct CapacityCatchmentTests {
  @Test(arguments: 0..<100) func equalsThePlainMinimumCostFlow(seed: Int) throws {
    let instance = RandomInstance(
      seed: seed, demands: 14, supplies: 7, largestCost: seed % 2 == 0 ? 1000 : 6,
      largestCount: 40)
    let naive = NaiveAssignment(instance.input, instance.capacities)
    let found = try instance.input.capacity(instance.capacities)
    let sums = try Conservation(found, of: instance.input, capacities: instance.capacities)
    #expect(sums.assigned == naive.served)
    #expect(found.personCost == Int128(naive.cost))
  }

  @Test(arguments: 0..<60) func choosesTheLexicographicallyFirst(seed: Int) throws {
    let instance = RandomInstance(
      seed: 1000 + seed, demands: 5, supplies: 4, largestCost: 2, largestCount: 5)
    let naive = NaiveAssignment.lexicographicFirst(instance.input, instance.capacities)
    let found = try instance.input.capacity(instance.capacities)
    for demand in instance.input.persons.indices {
      let entries = instance.input.table.entries(ofDemand: demand)
      let row = entries.map { entry in
        found.parts.first {
          $0.demand == demand && $0.supply == Int(instance.input.table.supplies[entry])
        }?.persons ?? 0
      }
      #expect(row == naive[demand], "demand \(demand)")
    }
  }

  @Test func servesAsManyAsPossibleBeforeItSavesTime() throws {
    // d0 could take the near place, but then d1 would go without.
    let table = CostTable(pairs: [(0, 0, 1), (0, 1, 500), (1, 0, 400)], demands: 2, supplies: 2)
    let input = CatchmentInput(table: table, persons: [10, 10])
    let found = try input.capacity(SupplyCapacities(own: [10, 10]))
    #expect(
      found.parts == [
        .init(demand: 0, supply: 1, persons: 10, cost: 500),
        .init(demand: 1, supply: 0, persons: 10, cost: 400),
      ])
    #expect(found.displaced == [0, 0])
  }

  @Test func splitsAPointAndTellsDisplacedFromTooFar() throws {
    let table = CostTable(
      pairs: [(0, 0, 100), (0, 1, 200), (1, 0, 901)], demands: 3, supplies: 2)
    let input = CatchmentInput(table: table, persons: [30, 7, 5], limit: 900)
    let found = try input.capacity(SupplyCapacities(own: [12, 10]))
    #expect(found.parts.map(\.persons) == [12, 10])
    #expect(found.displaced == [8, 0, 0])
    #expect(found.tooFar == [0, 7, 5])
  }

  @Test func aLimitLetsInWhoStandsExactlyOnIt() throws {
    let table = CostTable(pairs: [(0, 0, 900)], demands: 1, supplies: 1)
    let found = try CatchmentInput(table: table, persons: [3], limit: 900)
      .capacity(SupplyCapacities(own: [3]))
    #expect(found.parts.map(\.persons) == [3])
  }

  @Test func emptyAndFullAreNoSpecialCases() throws {
    let table = CostTable(pairs: [(0, 0, 5), (1, 0, 6)], demands: 2, supplies: 1)
    let full = try CatchmentInput(table: table, persons: [4, 6])
      .capacity(SupplyCapacities(own: [10]))
    #expect(full.displaced == [0, 0])
    let none = try CatchmentInput(table: table, persons: [4, 6])
      .capacity(SupplyCapacities(own: [0]))
    #expect(none.parts.isEmpty)
    #expect(none.displaced == [4, 6])
    let nobody = try CatchmentInput(table: table, persons: [0, 0])
      .capacity(SupplyCapacities(own: [10]))
    #expect(nobody.parts.isEmpty)
    let noPairs = CostTable(pairs: [], demands: 1, supplies: 1)
    let far = try CatchmentInput(table: noPairs, persons: [4]).capacity(SupplyCapacities(own: [9]))
    #expect(far.tooFar == [4])
    let nothing = CostTable(pairs: [], demands: 0, supplies: 0)
    let empty = try CatchmentInput(table: nothing, persons: []).capacity(SupplyCapacities(own: []))
    #expect(empty.parts.isEmpty)
  }

  @Test func servicesOfOneBuildingMayShareOneCapacity() throws {
    let table = CostTable(
      pairs: [(0, 0, 10), (0, 1, 10), (1, 1, 10)], demands: 2, supplies: 2)
    let input = CatchmentInput(table: table, persons: [6, 6])
    let shared = SupplyCapacities(
      own: [nil, nil], poolOfSupply: [0, 0], pools: [.init(id: "site", persons: 8)])
    let found = try input.capacity(shared)
    #expect(found.parts.reduce(0) { $0 + $1.persons } == 8)
    // All ties: the smaller village id is served whole, at its smaller facility id.
    #expect(found.parts.first == .init(demand: 0, supply: 0, persons: 6, cost: 10))
    #expect(found.displaced == [0, 4])
    let each = try input.capacity(SupplyCapacities(own: [8, 8]))
    #expect(each.displaced == [0, 0])
  }

  @Test func ofManyTiesTheFirstIdsAreServed() throws {
    // Everybody is equally near to everything, and there is room for half of them.
    let pairs = (0..<12).flatMap { demand in (0..<4).map { (demand, $0, Int64(60)) } }
    let table = CostTable(pairs: pairs, demands: 12, supplies: 4)
    let found = try CatchmentInput(table: table, persons: Array(repeating: 5, count: 12))
      .capacity(SupplyCapacities(own: [8, 8, 8, 6]))
    #expect(found.displaced == [0, 0, 0, 0, 0, 0, 5, 5, 5, 5, 5, 5])
    #expect(found.parts.map(\.supply) == [0, 0, 1, 1, 1, 2, 2, 3, 3])
    #expect(found.parts.map(\.persons) == [5, 3, 2, 5, 1, 4, 4, 1, 5])
  }

  @Test func tooLargeNumbersAreRefused() {
    let table = CostTable(pairs: [(0, 0, Int64.max - 1)], demands: 1, supplies: 1)
    #expect(throws: WorkError.self) {
      try CatchmentInput(table: table, persons: [1]).capacity(SupplyCapacities(own: [1]))
    }
  }
}
