import Coverage
import TestSupport
import Testing
import TravelTimes

@Suite struct HierarchyTests {
  @Test func linksChildrenAndNamesOrphansAndTheWeakest() {
    // Points 0–3 to centres 0–1; centres to the one district centre, which centre 1 cannot reach.
    let low = CostTable(
      pairs: [(0, 0, 900), (0, 1, 900), (1, 1, 300), (2, 0, 901)], demands: 4, supplies: 2)
    let high = CostTable(pairs: [(0, 0, 1800), (1, 0, 1801)], demands: 2, supplies: 1)
    let hierarchy = Hierarchy([
      HierarchyLinks(low, within: 900), HierarchyLinks(high, within: 1800),
    ])
    let first = hierarchy.steps[0]
    // A tie goes to the smallest id; a cost equal to the limit is within it.
    #expect(first.nearest[0] == .init(child: 0, parent: 0, cost: 900))
    #expect(first.isLinked == [true, true, false, false])
    #expect(first.orphans == [2, 3])
    #expect(first.weakest == .init(child: 0, parent: 0, cost: 900))
    // The orphan beyond the limit still shows how far it is; the other has no way.
    #expect(first.nearest[2]?.cost == 901)
    #expect(first.nearest[3] == nil)
    #expect(hierarchy.reachesTop == [[true, false, false, false], [true, false]])
  }

  @Test func aLevelWithoutAnybodyIsEmptyNotBroken() {
    let none = HierarchyLinks(CostTable(pairs: [], demands: 0, supplies: 0), within: 900)
    #expect(none.linkedCount == 0)
    #expect(none.orphans.isEmpty)
    #expect(none.weakest == nil)
  }

  @Test(arguments: 0..<100) func moreParentsOrALongerLimitNeverUnlink(seed: Int) {
    let instance = RandomInstance(
      seed: 3000 + seed, demands: 15, supplies: 6, largestCost: 100, largestCount: 3)
    let table = instance.input.table
    let short = HierarchyLinks(table, within: 40)
    let long = HierarchyLinks(table, within: 60)
    for child in table.demandIDs.indices where short.isLinked[child] {
      #expect(long.isLinked[child])
    }
    #expect(short.linkedCount + short.orphans.count == table.demandIDs.count)
  }
}
