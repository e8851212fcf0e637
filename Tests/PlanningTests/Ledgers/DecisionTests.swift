import Foundation
import PlanningModel
import Targets
import TestSupport
import Testing
import Workspace

@testable import Planning

/// Decisions are kept in a file, applied again, listed, and named when they apply no more.
@Suite struct DecisionTests {
  private let district: LedgerDistrict

  init() throws {
    district = try LedgerDistrict()
    try write(["T1,白马,2024-06-10,2024-06-09", "T1,白马,2024-06-10,", "T1,500156109,2024-06-10,"])
    try district.setLedger(role: "submissions", ("s.csv", MessyLedger.dates, false))
  }

  private func write(_ rows: [String]) throws {
    let text = (["target,unit,due,received"] + rows).joined(separator: "\n") + "\n"
    try district.write(Data(text.utf8), to: "geodata/s.csv")
  }

  private func session() throws -> WorkspaceSession {
    try WorkspaceSession(folder: district.folder) { _ in }
  }

  private func decide(_ meaning: String) throws {
    try session().keep([
      PlannerDecision(
        kind: .unit, file: "geodata/s.csv", value: "白马", meaning: meaning, reason: "已与\"该镇\"核实")
    ])
  }

  /// Codes are put right in the ledger; names are asked about once, with what looks like them.
  @Test func namesAreAskedAboutOnce() throws {
    let names = try session().undecidedNames()
    #expect(names.map(\.name) == ["白马"] && names.first?.rows == [2, 3])
    #expect(names.first?.candidates.first == "白马镇")
    #expect(names.first?.file == "geodata/s.csv")
  }

  /// An answer that means no unit is asked for again instead of being kept.
  @Test func anAnswerMeansAUnit() throws {
    let name = try #require(try session().undecidedNames().first)
    #expect(name.unit(answer: "1") == "白马镇" && name.unit(answer: "白马镇") == "白马镇")
    for answer in ["0", "-1", "99", "已核实", "白马"] { #expect(name.unit(answer: answer) == nil) }
  }

  @Test func aDecisionIsAppliedAgainAndListed() throws {
    try write(["T1,白马,2024-06-10,2024-06-09"])
    try decide("白马镇")
    for _ in 0..<2 {
      let session = try session()
      #expect(try session.undecidedNames().isEmpty)
      #expect(throws: Never.self) { try session.importSources() }
      let states = try session.decisions()
      #expect(states.map(\.rows) == [1] && states.first?.stale == nil)
      #expect(states.first?.decision.reason == "已与\"该镇\"核实")
    }
    let evaluation = try session().evaluate(EvaluationRequest(threads: 1))
    #expect(evaluation.results.verdicts.first { $0.id == "T1" }?.achieved == 1)
    #expect(evaluation.inputs.contains { $0.path == "decisions.yaml" && $0.role == "decisions" })
  }

  @Test func whatAppliesNoMoreIsNamed() throws {
    try write(["T1,白马镇,2024-06-10,2024-06-09"])
    try decide("白马镇")
    try session().keep([
      PlannerDecision(kind: .unit, file: "geodata/s.csv", value: "甲", meaning: "无此镇"),
      PlannerDecision(kind: .column, file: "geodata/s.csv", value: "依据", meaning: "evidence"),
      PlannerDecision(kind: .fillDown, file: "geodata/gone.csv", value: "unit", meaning: ""),
    ])
    let states = try session().decisions()
    #expect(states.map { $0.stale != nil } == [true, true, true, true])
    let stale = try session().importSources().findings.filter { $0.check == "decision.stale" }
    #expect(stale.map(\.row) == [5, 6, 7, 8])
    #expect(stale.map(\.severity) == Array(repeating: .warning, count: 4))
  }

  @Test func aWrongFileIsRefusedWithItsLines() throws {
    let text = """
      schema: yike-decisions/1
      decisions:
        - {unit: 白马, column: x, file: geodata/s.csv, means: 白马镇}
        - {fill_down: name, file: geodata/s.csv}
        - {unit: 白马, file: geodata/s.csv}

      """
    try district.write(Data(text.utf8), to: "decisions.yaml")
    let error = try #require(#expect(throws: WorkError.self) { try session() })
    #expect(
      error.faults.map { "\($0.row ?? 0) \($0.check)" } == [
        "3 decision.kind", "4 decision.fill_down", "5 yaml.missing_key",
      ])
  }
}
