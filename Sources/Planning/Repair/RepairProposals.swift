import LocationAllocation
public import PlanningModel
import Targets
public import Workspace

/// The repairs of all missed targets of an evaluation, as far as they can be found with bounded
/// effort; for the list of projects in the report.
public struct RepairProposals: Sendable {
  /// A missed target without a proposal.
  public struct Refusal: Sendable, Hashable {
    /// The target's id.
    public var target: String
    /// Why there is none.
    public var reason: Bilingual
  }

  /// A missed target, repaired under a further reading.
  public struct Reading: Sendable {
    /// The reading, as `yike.yaml` states it.
    public var reading: RepairReading
    /// The fewest sites under it.
    public var repair: TargetRepair
  }

  /// The repairs in the order of the policy files.
  public var repairs: [TargetRepair] = []
  /// All of them together; nil for fewer than two.
  public var joint: JointRepair?
  /// The same targets under the readings of `repair_readings`, in the order of `yike.yaml`.
  public var readings: [Reading] = []
  /// Missed targets that cannot be repaired by sites, with the reason.
  public var refusals: [Refusal] = []
}

extension WorkspaceSession {
  /// No search of a report looks at more nodes: its time stays bounded, and the same everywhere.
  static let nodesOfProposal = 2_000

  /// Proposals for the targets of an evaluation that are missed, behind or infeasible.
  ///
  /// - Throws: what evaluating throws.
  func proposals(
    to evaluation: Evaluation, _ request: EvaluationRequest
  ) throws -> RepairProposals {
    let lacking = evaluation.results.verdicts.filter {
      [.missed, .behind, .infeasible].contains($0.status)
    }
    guard !lacking.isEmpty else { return RepairProposals() }
    var asked = request
    asked.asOf = evaluation.asOf
    let situation = try situation(asked)
    var result = RepairProposals()
    var parts: [RepairPart] = []
    for verdict in lacking {
      var question = RepairRequest(target: verdict.id, evaluation: asked)
      question.nodes = Self.nodesOfProposal
      do {
        let (found, part) = try part(question, situation)
        guard !part.isSensitive else {
          result.refusals.append(
            .init(
              target: verdict.id,
              reason: Bilingual("敏感人群，不在报告中测算", "a sensitive cohort; not told in a report")))
          continue
        }
        let repair = solved(part, found.request)
        guard repair.answer.status == .optimal || repair.isInfeasible else {
          result.refusals.append(
            .init(
              target: verdict.id,
              reason: Bilingual(
                "测算量大，请运行 yike site --for \(verdict.id)",
                "more to search than a report does; run yike site --for \(verdict.id)")))
          continue
        }
        result.repairs.append(try evaluated(repair, found, isThorough: false))
        parts.append(part)
      } catch let error as WorkError where error.code == .unsupported {
        result.refusals.append(
          .init(target: verdict.id, reason: Bilingual(splitting: error.message)))
      }
    }
    let ids = Set(lacking.map(\.id))
    for reading in situation.settings.repairReadings where ids.contains(reading.target) {
      try add(reading, to: &result, asked, situation)
    }
    // Several targets under limits of travel are left to the command, which has time for them.
    if parts.count > 1, parts.allSatisfy({ $0.hosted != nil }) {
      result.joint = try JointRepair(parts, alone: result.repairs, alternatives: 0)
    }
    return result
  }
}
