import Coverage
import Foundation
import Planning
import PlanningModel
import Targets
import Testing

/// Edits one after another in one session against sessions that know nothing yet.
@Suite struct WarmEditTests {
  private func scenario(_ number: Int, _ patch: String) -> EvaluationRequest {
    EvaluationRequest(
      scenario: ScenarioText(
        name: "scenarios/edit\(number).yaml",
        text: "schema: yike-scenario/1\nid: edit\(number)\n\(patch)\n"))
  }

  @Test func whatASessionRemembersChangesNoVerdictAndNoTable() throws {
    let copy = try WorkspaceCopy()
    func session() throws -> WorkspaceSession {
      try WorkspaceSession(folder: copy.folder) { _ in }
    }
    let warm = try session()
    _ = try warm.evaluate(EvaluationRequest())
    let near = "near: [107.572986, 29.404983]"
    let patches = [
      "roads: {slow: [{\(near), factor: 2, provenance: illustrative}]}",
      "roads: {slow: [{\(near), factor: 9, provenance: illustrative}]}",
      "roads: {close: [{\(near), provenance: illustrative}]}",
    ]
    for (number, patch) in patches.enumerated() {
      let request = scenario(number, patch)
      let known = try warm.evaluate(request)
      // The first edit keeps nothing yet.
      guard number > 0 else { continue }
      let anew = try session().evaluate(request)
      #expect(known.results.verdicts == anew.results.verdicts)
      #expect(known.coverage.map(\.rows) == anew.coverage.map(\.rows))
      #expect(known.findings == anew.findings)
    }
  }
}
