import Planning
import PlanningModel
import Targets

/// One line of the ledger of open issues: what is lacking, where, who is to see to it by when.
struct Issue {
  /// How far the evidence goes.
  enum Standing {
    /// Known to be lacking.
    case open
    /// Not known, so to be looked into first.
    case toVerify
  }

  let verdict: Verdict
  /// The unit; the district where the target counts things of the whole district.
  let place: String
  /// The villages of the unit, where villages are what is lacking.
  let villages: [String]
  let reason: Reason?
  let standing: Standing
  /// How many units, villages or things are lacking here.
  let count: Int
}

extension Verdict {
  /// Why nothing at all is on record, where that holds for every unit or item it asks about; one
  /// line then says so, not a line for each.
  var wholeReason: Reason? {
    guard met.isEmpty, missing.isEmpty, undecided.count > 1, let reason = undecided[0].reason,
      undecided.allSatisfy({ $0.reason == reason })
    else { return nil }
    return reason
  }
}

/// 问题台账: every failed or undecided target, unit by unit; villages stand under their townships.
struct IssueLedger {
  let issues: [Issue]

  init(_ context: ReportContext) {
    issues = context.verdicts.flatMap { verdict -> [Issue] in
      guard verdict.status.isFailure || verdict.status == .unknown else { return [] }
      if let reason = verdict.wholeReason {
        return [
          Issue(
            verdict: verdict, place: context.districtName, villages: [], reason: reason,
            standing: .toVerify, count: verdict.undecided.count)
        ]
      }
      let found =
        Self.issues(verdict, verdict.missing, .open, context)
        + Self.issues(verdict, verdict.undecided, .toVerify, context)
      guard found.isEmpty else { return found }
      return [
        Issue(
          verdict: verdict, place: context.districtName, villages: [], reason: nil,
          standing: verdict.status == .unknown ? .toVerify : .open, count: verdict.gap ?? 0)
      ]
    }
  }

  /// Findings on units one by one; those on villages by township and reason.
  private static func issues(
    _ verdict: Verdict, _ findings: [UnitFinding], _ standing: Issue.Standing,
    _ context: ReportContext
  ) -> [Issue] {
    var issues: [Issue] = []
    var groups: [VillageGroup: [String]] = [:]
    var order: [VillageGroup] = []
    for finding in findings {
      guard let point = context.pointsByID[finding.id] else {
        issues.append(
          Issue(
            verdict: verdict,
            place: context.name(of: finding), villages: [], reason: finding.reason,
            standing: standing, count: 1))
        continue
      }
      let group = VillageGroup(unit: point.unit, reason: finding.reason)
      if groups[group] == nil { order.append(group) }
      groups[group, default: []].append(finding.name)
    }
    return issues
      + order.map { group in
        let names = groups[group] ?? []
        return Issue(
          verdict: verdict,
          place: group.unit.flatMap { context.unitsByID[$0] }.map { context.name(of: $0) }
            ?? context.districtName,
          villages: names, reason: group.reason, standing: standing, count: names.count)
      }
  }

  private struct VillageGroup: Hashable {
    var unit: UnitID?
    var reason: Reason?
  }
}

extension ReportContext {
  var districtName: String {
    language(evaluation.district.name, evaluation.district.nameEnglish)
  }
}
