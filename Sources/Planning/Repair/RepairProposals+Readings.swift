import LocationAllocation
import PlanningModel
import Targets
import Workspace

extension WorkspaceSession {
  /// Adds the repair of a target under a further reading, or why there is none.
  ///
  /// - Throws: `WorkError` (`notFound`) for a unit that the reading forces and nobody knows, and
  ///   what evaluating throws.
  func add(
    _ reading: RepairReading, to proposals: inout RepairProposals, _ asked: EvaluationRequest,
    _ situation: Situation
  ) throws {
    var request = RepairRequest(target: reading.target, evaluation: asked)
    request.nodes = Self.nodesOfProposal
    request.rule = .withinTime
    request.time = TimeRequirement(
      limit: reading.limit, mode: reading.mode, cohort: reading.cohort,
      populationShareMinimum: reading.unitShare)
    request.forced = reading.forced
    func refuse(_ reason: Bilingual) {
      proposals.refusals.append(.init(target: reading.target, reason: reason))
    }
    do {
      let (question, part) = try part(request, situation)
      guard !part.isSensitive else {
        return refuse(
          Bilingual("另一读法涉及敏感人群，不在报告中测算", "a reading of a sensitive cohort; not told in a report"))
      }
      let repair = solved(part, question.request)
      guard repair.answer.status == .optimal || repair.isInfeasible else {
        return refuse(
          Bilingual(
            "另一读法测算量大，请运行 yike site --for \(reading.target)",
            "a reading has more to search than a report does; run yike site --for \(reading.target)"
          ))
      }
      proposals.readings.append(
        .init(
          reading: reading,
          repair: try evaluated(repair, question, isThorough: false, hasOptions: false)))
    } catch let error as WorkError where error.code == .unsupported {
      refuse(Bilingual(splitting: error.message))
    }
  }
}
