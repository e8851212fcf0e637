import Coverage
import Foundation
import LocationAllocation
import Planning
import PlanningModel
import Targets
import Testing
import TravelTimes

/// Location problems on the workspace against every choice there is, and against `coverage`.
@Suite struct WorkspaceSitingTests {
  private let copy: WorkspaceCopy
  private let session: WorkspaceSession

  init() throws {
    copy = try WorkspaceCopy()
    session = try WorkspaceSession(folder: copy.folder) { _ in }
  }

  private func asked(_ services: [String]) -> WorkspaceSiting {
    var asked = WorkspaceSiting(services: services, evaluation: EvaluationRequest())
    asked.cohort = "pop_60plus"
    return asked
  }

  private func question(_ tables: WorkspaceSitingTables, _ kind: SitingKind) throws
    -> SitingQuestion
  {
    func written(_ name: String, _ text: String) throws -> String {
      let url = copy.folder.appending(path: "\(kind.rawValue)-\(name).csv")
      try Data(text.utf8).write(to: url)
      return url.path(percentEncoded: false)
    }
    var question = SitingQuestion(
      costs: try written("costs", tables.costs), demand: try written("demand", tables.demand),
      candidates: try written("candidates", tables.candidates), unit: .seconds, kind: kind)
    question.between = try written("between", tables.between)
    return question
  }

  /// The objective in thousandths; nil for none.
  private func thousandths(_ result: SitingResult) -> Int? {
    result.objective.map { amount in
      (amount.decimals..<3).reduce(Int(amount.units)) { scaled, _ in scaled * 10 }
    }
  }

  private func cells(_ text: String) -> [[String]] {
    text.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// What every pair of sites comes to: people covered, people times milliseconds, the longest way.
  private func best(
    _ tables: WorkspaceSitingTables, limit: Int
  ) -> (covered: Int, median: Int, centre: Int) {
    let people = cells(tables.demand).map { ($0[0], Int($0[1]) ?? 0) }
    let sites = cells(tables.candidates).map { $0[0] }
    var ways: [String: [String: Int]] = [:]
    for row in cells(tables.costs) {
      ways[row[1], default: [:]][row[0]] = Int((Double(row[2]) ?? 0) * 1000 + 0.5)
    }
    var best = (covered: 0, median: Int.max, centre: Int.max)
    for first in sites.indices {
      for second in sites.indices.dropFirst(first + 1) {
        let (one, other) = (ways[sites[first]] ?? [:], ways[sites[second]] ?? [:])
        let times = people.map { min(one[$0.0] ?? .max, other[$0.0] ?? .max) }
        best.covered = max(
          best.covered, zip(people, times).reduce(0) { $0 + ($1.1 <= limit ? $1.0.1 : 0) })
        guard !times.contains(.max) else { continue }
        best.median = min(best.median, zip(people, times).reduce(0) { $0 + $1.0.1 * $1.1 })
        best.centre = min(best.centre, times.max() ?? 0)
      }
    }
    return best
  }

  @Test(arguments: [WorkspaceSiting.Existing.none, .free])
  func theBestPairIsTheBestOfAllPairs(existing: WorkspaceSiting.Existing) throws {
    var asked = asked(["meal_service"])
    asked.mode = .motor
    asked.existing = existing
    asked.places = existing == .none ? .units : .facilities("idle_school")
    let tables = try session.sitingTables(asked, needsBetween: false)
    let best = best(tables, limit: 1_200_000)
    var cover = try question(tables, .mclp)
    cover.siteCount = 2
    cover.limit = ExactDecimal(1200)
    #expect(thousandths(try cover.answer { _ in }) == best.covered * 1000)
    for (kind, found) in [(SitingKind.pMedian, best.median), (.pCentre, best.centre)] {
      var question = try question(tables, kind)
      question.siteCount = 2
      let answer = try question.answer { _ in }
      #expect(answer.proof == .certified)
      #expect(thousandths(answer) == found)
      #expect(existing == .none || !answer.isFixed.contains(true))
    }
  }

  @Test func whatStandsCoversWhatCoverageSays() throws {
    let service = asked(["meal_service"])
    let tables = try session.sitingTables(service, needsBetween: false)
    let fixed = cells(tables.candidates).count { $0[1] == "1" }
    var question = try question(tables, .mclp)
    question.siteCount = fixed
    question.limit = ExactDecimal(900)
    let limit = try #require(TravelTime("15min"))
    let table = try session.coverage(
      .services(
        ["meal_service"], cohort: "pop_60plus", limits: [limit], mode: .walk, pace: nil,
        direction: nil), EvaluationRequest(), level: .district
    ).coverage[0]
    let covered = try #require(table.rows.last?.covered)
    #expect(thousandths(try question.answer { _ in }) == covered * 1000)
  }

  @Test func placesComeFromGridsLayersAndKinds() throws {
    var asked = asked(["meal_service"])
    asked.existing = .none
    asked.places = .grid(metres: 10_000)
    let grid = cells(try session.sitingTables(asked, needsBetween: true).candidates)
    // Wulong has about 2,900 km².
    #expect(grid.count > 20 && grid.count < 40)
    try copy.write(
      """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"id":"a","name":"甲"},"geometry":{"type":"Point","coordinates":[107.54,29.39]}},
      {"type":"Feature","properties":{"id":"b","name":"乙"},"geometry":{"type":"Point","coordinates":[107.75,29.33]}}]}
      """, to: "sites.geojson")
    asked.places = .file(copy.folder.appending(path: "sites.geojson").path(percentEncoded: false))
    asked.required = ["甲"]
    asked.forbidden = ["b"]
    let layer = cells(try session.sitingTables(asked, needsBetween: false).candidates)
    #expect(layer.map { $0[0] } == ["new/a", "new/b"])
    #expect(layer.map { $0[1] } == ["1", "forbidden"])
    #expect(layer.map { $0[2] } == ["白马镇", "凤山街道"])
    asked.required = ["丙"]
    #expect(throws: WorkError.self) { try session.sitingTables(asked, needsBetween: false) }
    asked.required = []
    asked.cohort = "registered_mh_subjects"
    #expect(throws: WorkError.self) { try session.sitingTables(asked, needsBetween: false) }
    #expect(CandidatePlaces("grid:2km") == .grid(metres: 2000))
    #expect(CandidatePlaces("grid:2") == nil)
  }

  @Test func aPromiseIsRepairedFromAGrid() throws {
    let plan = EvaluationRequest(
      scenario: ScenarioText(
        name: "scenarios/2024-plan.yaml", text: try copy.text("scenarios/2024-plan.yaml")))
    var request = RepairRequest(target: "WL24-42c", evaluation: plan)
    request.places = .grid(metres: 9_000)
    let repair = try session.repair(request)
    #expect(repair.sites.count == 5 && repair.answer.isCertified)
    #expect(repair.sites.allSatisfy { $0.id.hasPrefix("grid-") })
    #expect(repair.evaluated?.status == .met)
    // Only units with an idle school may have one.
    request.places = .facilities("idle_school")
    #expect(try session.repair(request).isInfeasible)
  }
}
