import PlanningModel
import Testing

@testable import Targets

@Suite struct RequirementTests {
  /// ⌈p/q · N⌉ is the smallest n with n·q ≥ p·N; found by counting up, on integers alone.
  @Test func needIsTheSmallestCountThatReachesTheShare() throws {
    for denominator in 1...100 {
      for numerator in 0...denominator {
        let share = try #require(ExactDecimal(numerator, over: denominator))
        var smallest = 0
        for total in 0...1000 {
          while smallest * denominator < numerator * total { smallest += 1 }
          let need = share.need(of: total)
          guard need == smallest else {
            Issue.record("\(numerator)/\(denominator) of \(total): \(need)")
            return
          }
        }
      }
    }
  }

  @Test(arguments: [
    ("0.6", 22, 14), ("60%", 28, 17), ("0.60", 12, 8), ("0.6", 15, 9), ("0.9", 22, 20),
    ("0.55", 100, 55), ("0.07", 100, 7), ("100%", 4, 4), ("0.45", 0, 0),
  ])
  func roundsUpExactly(text: String, total: Int, expected: Int) throws {
    let share = try #require(ExactDecimal(text))
    #expect(Requirement(share: share, .atLeast, of: total).threshold == expected)
  }

  @Test func tellsStrictComparisonsApart() throws {
    let half = try #require(ExactDecimal("0.5"))
    #expect(Requirement(share: half, .moreThan, of: 10).threshold == 6)
    #expect(Requirement(share: half, .moreThan, of: 11).threshold == 6)
    #expect(Requirement(share: half, .atMost, of: 11).threshold == 5)
    #expect(Requirement(share: half, .atMost, of: 10).threshold == 5)
    #expect(Requirement(count: 500, .moreThan).threshold == 501)
    #expect(Requirement(count: 500, .moreThan).text == ">500")
  }

  /// Every case of known yes and possible yes against a need of 2, both ways.
  @Test func settlesThreeValuedEvidence() {
    let floor = Requirement(count: 2, .atLeast)
    #expect(floor.outcome(yes: 2, possible: 2) == .met)
    #expect(floor.outcome(yes: 2, possible: nil) == .met)
    #expect(floor.outcome(yes: 1, possible: 1) == .failed)
    #expect(floor.outcome(yes: 1, possible: 2) == .open)
    #expect(floor.outcome(yes: 0, possible: nil) == .open)
    let ceiling = Requirement(count: 2, .atMost)
    #expect(ceiling.outcome(yes: 2, possible: 2) == .met)
    #expect(ceiling.outcome(yes: 2, possible: 3) == .open)
    #expect(ceiling.outcome(yes: 0, possible: nil) == .open, "never met on an open register")
    #expect(ceiling.outcome(yes: 3, possible: nil) == .failed)
    #expect(ceiling.gap(achieved: 5) == 3)
    #expect(floor.gap(achieved: 5) == 0)
  }

  @Test(arguments: [
    ("2024-03-30", 0, "on_track"), ("2024-03-31", 1, "behind"), ("2024-03-31", 2, "on_track"),
    ("2024-06-30", 3, "behind"), ("2024-06-30", 4, "on_track"), ("2024-08-15", 4, "on_track"),
    ("2024-09-30", 5, "behind"), ("2024-09-30", 6, "on_track"), ("2024-12-30", 6, "on_track"),
    ("2024-12-31", 7, "missed"), ("2025-02-01", 7, "missed"), ("2023-12-31", 0, "on_track"),
  ])
  func namesFailureByTheCalendar(date: String, achieved: Int, expected: String) throws {
    let due = Due(kind: .hard, date: CivilDate("2024-12-31"), stages: [:], then: nil)
    let asOf = try #require(CivilDate(date))
    let status = DueCalendar(due: due, plan: nil, asOf: asOf).status(
      .failed, achieved: achieved, requirement: Requirement(count: 8, .atLeast))
    #expect(status.rawValue == expected)
  }

  @Test func promisesWithoutADateAreBehindAndNeverMissed() throws {
    let asOf = try #require(CivilDate("2030-01-01"))
    for kind in [DueKind.continuous, .recurring] {
      let due = Due(kind: kind, date: CivilDate("2024-12-31"), stages: [:], then: nil)
      let status = DueCalendar(due: due, plan: nil, asOf: asOf).status(
        .failed, achieved: 0, requirement: Requirement(count: 8, .atLeast))
      #expect(status == .behind)
    }
    let stage = Due(kind: .stage, date: nil, stages: [2025: "取得阶段成效"], then: nil)
    #expect(stage.judgedDate == CivilDate("2025-12-31"))
  }

  @Test func followsAnExplicitPlan() throws {
    let due = Due(kind: .hard, date: CivilDate("2024-12-31"), stages: [:], then: nil)
    let calendar = DueCalendar(
      due: due, plan: [0, 0, 1, 8], asOf: try #require(CivilDate("2024-09-30")))
    let requirement = Requirement(count: 8, .atLeast)
    #expect(calendar.status(.failed, achieved: 1, requirement: requirement) == .onTrack)
    #expect(calendar.status(.failed, achieved: 0, requirement: requirement) == .behind)
  }
}
