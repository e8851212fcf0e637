import Coverage
import Planning
import PlanningModel
import TestSupport
import Testing

@testable import Reports

@Suite struct SmallCountsTests {
  private func place(_ id: String, _ covered: Int, _ rest: Int = 0) -> SmallCounts.Place {
    .init(id: id, parts: [covered, rest])
  }

  @Test func `nothing is hidden where nothing is small`() {
    #expect(SmallCounts.hidden(in: [place("a", 5), place("b", 0)], forced: []) == [])
  }

  @Test func `a single small count takes the smallest other with it`() {
    let group = [place("a", 3), place("b", 50), place("c", 6)]
    #expect(SmallCounts.hidden(in: group, forced: []) == ["a", "c"])
  }

  @Test func `zeros do not shield a small count`() {
    let group = [place("a", 3), place("b", 0), place("c", 9), place("d", 20)]
    #expect(SmallCounts.hidden(in: group, forced: []) == ["a", "b", "c"])
  }

  @Test func `a group too small to hide in is hidden with its total`() {
    #expect(SmallCounts.hidden(in: [place("a", 3)], forced: []) == nil)
  }

  /// What a reader can add up from what is shown says nothing small about a single place.
  @Test(arguments: 0..<60)
  func `hidden counts cannot be computed back`(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    var rows: [CoverageRow] = []
    var points: [DemandPoint] = []
    var units: [AdministrativeUnit] = []
    func row(_ level: UnitLevel, _ id: String, _ covered: Int, _ total: Int) -> CoverageRow {
      CoverageRow(
        level: level, id: id, code: nil, name: id, service: "s", cohort: "c",
        limit: TravelTime(milliseconds: 1), covered: covered, total: total,
        coveredWithNeighbours: covered, provenance: .official)
    }
    var sums: [(covered: Int, total: Int)] = []
    for unit in 0..<Int.random(in: 1...5, using: &random) {
      let id = "u\(unit)"
      units.append(.init(id: .init(id), name: id, unitClass: .town, parent: "d"))
      var sum = (covered: 0, total: 0)
      for village in 0..<Int.random(in: 1...7, using: &random) {
        let total = Int.random(in: 0...12, using: &random)
        let covered = Bool.random(using: &random) ? total : 0
        rows.append(row(.village, "\(id)/\(village)", covered, total))
        points.append(
          DemandPoint(
            id: .init("\(id)/\(village)"), name: "v", unitClass: .village, unit: .init(id),
            position: nil, people: ["c": total], positionProvenance: .official,
            peopleProvenance: .official))
        sum = (sum.covered + covered, sum.total + total)
      }
      sums.append(sum)
    }
    for (unit, sum) in sums.enumerated() {
      rows.append(row(.township, "u\(unit)", sum.covered, sum.total))
    }
    rows.append(
      row(.district, "d", sums.reduce(0) { $0 + $1.covered }, sums.reduce(0) { $0 + $1.total }))
    var evaluation = SmallEvaluation.evaluation
    evaluation.district = District(
      code: "d", name: "d", nameEnglish: "d", codeSystem: .nbs2023,
      cohorts: [.init(id: "c", label: "c", labelEnglish: "c", isSensitive: true)], units: units,
      demandPoints: points)
    evaluation.coverage = [
      CoverageTable(
        service: "s", label: "s", labelEnglish: "s",
        profile: .init(mode: .walk, paceMillimetresPerSecond: 900, direction: .to), cohort: "c",
        limit: TravelTime(milliseconds: 1), rows: rows)
    ]
    let suppression = CoverageSuppression(evaluation)
    let shown = suppression.applied(to: evaluation.coverage[0]).rows
    func isShown(_ id: String) -> Bool { shown.first { $0.id == id }?.total != nil }
    for shownRow in shown where shownRow.total != nil {
      #expect(!(1...4).contains(shownRow.total ?? 0))
      #expect(!(1...4).contains(shownRow.covered ?? 0))
    }
    // Each shown total less its shown parts leaves a sum over at least two places, none or 5+.
    for unit in units where isShown(unit.id.rawValue) {
      let hidden = rows.filter {
        $0.level == .village && $0.id.hasPrefix("\(unit.id)/") && !isShown($0.id)
      }
      check(hidden)
    }
    if isShown("d") { check(rows.filter { $0.level == .township && !isShown($0.id) }) }
    // A hidden township's villages would add up to it.
    for unit in units where !isShown(unit.id.rawValue) {
      #expect(!rows.contains { $0.id.hasPrefix("\(unit.id)/") && isShown($0.id) })
    }
  }

  private func check(_ hidden: [CoverageRow]) {
    for part in [
      hidden.map { $0.covered ?? 0 }, hidden.map { ($0.total ?? 0) - ($0.covered ?? 0) },
    ] {
      let sum = part.reduce(0, +)
      #expect(sum == 0 || (sum >= 5 && part.count { $0 > 0 } >= 2))
    }
  }
}
