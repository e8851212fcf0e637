import Foundation
import PlanningModel
import Testing

@testable import Planning

/// The problems that need more than one condition, read from their files, against all choices of
/// small instances.
@Suite struct FurtherSitingTests {
  private func compare(
    _ kind: SitingKind, services: [String] = ["a"], _ prepare: (inout SitingQuestion) -> Void,
    limit: Bool = true, value: (PlainProblem, Set<Int>) -> Int?, isMaximised: Bool = false
  ) throws {
    let folder = try SitingFolder()
    defer { folder.remove() }
    for seed in UInt64(0)..<200 {
      let problem = PlainProblem(seed: seed, services: services)
      var question = try folder.question(problem, kind)
      question.siteCount = problem.siteCount
      if limit { question.limit = ExactDecimal(problem.limit) }
      prepare(&question)
      let values = problem.choices.compactMap { open in value(problem, open).map { (open, $0) } }
      let best = isMaximised ? values.map(\.1).max() : values.map(\.1).min()
      let result = try question.answer { _ in }
      let words = Comment(rawValue: "\(kind.rawValue), seed \(seed)")
      #expect(result.status == (best == nil ? .infeasible : .optimal), words)
      #expect(result.objective?.doubleValue == best.map { Double($0) }, words)
      guard let best else { continue }
      let open = Set(result.selected)
      #expect(values.contains { $0.0 == open && $0.1 == best }, words)
    }
  }

  /// Village, township and district: each point near a village site, each of these near one of the
  /// township, and that near one of the district.
  @Test func hierarchicalEqualsExhaustiveSearch() throws {
    try compare(
      .hierarchical, services: ["village", "village", "township", "district"],
      { question in
        question.levels = ["village", "township", "district"]
        question.limits = [
          "village": ExactDecimal(7), "township": ExactDecimal(6), "district": ExactDecimal(8),
        ]
        question.limit = nil
      }, limit: false,
      value: { problem, open in
        let isServed = problem.demands.indices.allSatisfy {
          (problem.nearest($0, open, service: "village") ?? .max) <= 7
        }
        let upper = ["village": ("township", 6), "township": ("district", 8)]
        let isLinked = open.allSatisfy { site in
          guard let (level, most) = upper[problem.sites[site].service] else { return true }
          return problem.between.contains {
            $0.from == site && open.contains($0.to) && $0.cost <= most
              && problem.sites[$0.to].service == level
          }
        }
        return isServed && isLinked ? open.reduce(0) { $0 + problem.sites[$1].price } : nil
      })
  }

  /// Two services, each near every point; a building that both use is paid once.
  @Test func jointEqualsExhaustiveSearch() throws {
    try compare(
      .joint, services: ["care", "meals"],
      { question in
        question.limits = ["care": ExactDecimal(6), "meals": ExactDecimal(8)]
        question.limit = nil
      }, limit: false,
      value: { problem, open in
        let services = Set(problem.sites.map(\.service))
        let isServed = problem.demands.indices.allSatisfy { point in
          services.allSatisfy {
            (problem.nearest(point, open, service: $0) ?? .max) <= ($0 == "care" ? 6 : 8)
          }
        }
        guard isServed else { return nil }
        let buildings = Set(open.compactMap { problem.sites[$0].building })
        return open.reduce(0) { $0 + problem.sites[$1].price }
          + buildings.reduce(0) { $0 + problem.buildingPrices[$1] }
      })
  }

  /// The largest cost first, then the demand within the limit.
  @Test func lexicographicEqualsExhaustiveSearch() throws {
    func largest(_ problem: PlainProblem, _ open: Set<Int>) -> Int? {
      guard open.count == problem.siteCount else { return nil }
      let costs = problem.demands.indices.map { problem.nearest($0, open) }
      return costs.contains(nil) ? nil : costs.compactMap { $0 }.max() ?? 0
    }
    try compare(
      .lexicographic, { _ in },
      value: { problem, open in
        let least = problem.choices.compactMap { largest(problem, $0) }.min()
        return largest(problem, open) == least && least != nil ? problem.covered(open) : nil
      }, isMaximised: true)
  }

  @Test(arguments: [SitingKind.mclp, .budget])
  func aMinimumForEachUnitEqualsExhaustiveSearch(_ kind: SitingKind) throws {
    let budget = 7
    try compare(
      kind,
      { question in
        question.unitMinimum = ExactDecimal(2, over: 5)
        question.budget = ExactDecimal(budget)
      },
      value: { problem, open in
        if kind == .mclp, open.count != problem.siteCount { return nil }
        if kind == .budget, open.reduce(0, { $0 + problem.sites[$1].price }) > budget {
          return nil
        }
        let isFair = Set(problem.units).allSatisfy { unit in
          let all = problem.demands.indices.filter { problem.units[$0] == unit }
            .reduce(0) { $0 + problem.demands[$1] }
          return problem.covered(open, unit: unit) * 5 >= all * 2
        }
        return isFair ? problem.covered(open) : nil
      }, isMaximised: true)
  }
}
