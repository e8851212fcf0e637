import TestSupport
import Testing

@testable import Coverage

@Suite struct DisclosureGroupsTests {
  private typealias Place = DisclosureGroups.Place

  private func places(_ counts: [Int], unit: String = "u") -> [DisclosureGroups.Place] {
    counts.enumerated().map { Place(id: "\(unit)/\($0.offset)", unit: unit, count: $0.element) }
  }

  @Test func `nothing is withheld where nothing is small`() {
    let groups = DisclosureGroups(places([5, 0, 60]))
    #expect(groups.groups.isEmpty)
    #expect(groups.publishable(["u/0", "u/2"]) == 65...65)
  }

  @Test func `a small count takes the smallest other with it`() {
    let groups = DisclosureGroups(places([3, 50, 7, 0]))
    #expect(groups.groups.map(\.ids) == [["u/0", "u/2"]])
    #expect(groups.publishable(["u/0", "u/1", "u/2", "u/3"]) == 60...60)
    #expect(groups.publishable(["u/0", "u/1"]) == 50...60)
  }

  /// 1 and 5 make 6, which only 1 + 5 can be when one is known to be small: a third joins.
  @Test func `a sum that gives its parts away takes one more`() {
    #expect(DisclosureGroups(places([1, 5, 40])).groups.map(\.ids) == [["u/0", "u/1", "u/2"]])
  }

  @Test func `four small counts of four are not hidden by their sum`() {
    let groups = DisclosureGroups(places([4, 4, 30]))
    #expect(groups.groups.map(\.ids) == [["u/0", "u/1", "u/2"]])
  }

  @Test func `a unit that is too small hides with another`() {
    let groups = DisclosureGroups(places([3], unit: "a") + places([9, 20], unit: "b"))
    #expect(groups.groups.map(\.ids) == [["a/0", "b/0"]])
    #expect(groups.publishable(["b/0", "b/1"]) == 20...32)
    #expect(groups.publishable(["a/0", "b/0", "b/1"]) == 32...32)
  }

  @Test func `a lone small count in the whole district never leaves`() {
    let groups = DisclosureGroups(places([3, 0]))
    #expect(groups.publishable(["u/0", "u/1"]) == 0...5)
  }

  /// Everything that can be added and subtracted from hundreds of published sums of one district
  /// leaves every small count undetermined.
  @Test(arguments: 0..<60)
  func `no set of published sums gives a small count away`(seed: Int) {
    var random = SeededRandom(seed: seed)
    var all: [DisclosureGroups.Place] = []
    for unit in 0..<Int.random(in: 1...6, using: &random) {
      let counts = (0..<Int.random(in: 1...8, using: &random)).map { _ in
        Int.random(in: 0...14, using: &random)
      }
      all += places(counts, unit: "u\(unit)")
    }
    let groups = DisclosureGroups(all)
    var equations = LinearEquations(variables: all.count)
    // Every unit, the district, and what 300 limits or services might cover of each.
    for question in 0..<300 {
      let covered = all.map { _ in question == 0 || Bool.random(using: &random) }
      for unit in Set(all.map(\.unit)).union([""]) {
        let asked = all.indices.filter {
          covered[$0] && (unit.isEmpty || all[$0].unit == unit)
        }
        let said = groups.publishable(asked.map { all[$0].id })
        let truth = asked.reduce(0) { $0 + all[$1].count }
        #expect(said.contains(truth))
        if said.lowerBound == said.upperBound { equations.add(asked) }
      }
    }
    for index in all.indices where (1...4).contains(all[index].count) {
      #expect(!equations.determines(index), "seed \(seed): \(all[index])")
    }
  }

  /// A reader who knows the method and which members are small still has two guesses for each.
  @Test(arguments: 0..<200)
  func `a group leaves two values for each small member`(seed: Int) {
    var random = SeededRandom(seed: seed + 1000)
    let all = places((0..<6).map { _ in Int.random(in: 0...9, using: &random) })
    for group in DisclosureGroups(all).groups where group.isSafe {
      let members = all.filter { group.ids.contains($0.id) }
      let ranges = members.map { $0.count < 5 ? 1...4 : 5...group.sum }
      for (index, member) in members.enumerated() where member.count < 5 {
        let possible = ranges[index].filter { value in
          let others = ranges.indices.filter { $0 != index }
          let least = others.reduce(0) { $0 + ranges[$1].lowerBound }
          let most = others.reduce(0) { $0 + ranges[$1].upperBound }
          return (least...most).contains(group.sum - value)
        }
        #expect(possible.count >= 2)
      }
    }
  }
}
