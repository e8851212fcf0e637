import Foundation
import PlanningModel
import Scenarios
import Targets
import TravelTimes
import Workspace

extension WorkspaceSession {
  /// Judges two years and sets them side by side: shares on both bases, changes in percentage
  /// points, and the change of covered people taken apart.
  ///
  /// - Parameters:
  ///   - later: the workspace of the second year; this one is that of the first.
  ///   - unitChanges: the list of changes of units; nil for the sources `unit_changes` of the later
  ///     workspace, or for its `geodata/unit_changes.csv` where it names none.
  ///   - threads: how many threads may search; changes no result.
  /// - Throws: `WorkError` when either workspace has blocking faults, or the list has.
  public func compareYears(
    with later: WorkspaceSession, unitChanges: String?, threads: Int?
  ) throws -> YearsTable {
    let request = EvaluationRequest(threads: threads)
    let years = (
      first: try YearState(self, request), second: try YearState(later, request)
    )
    let changes = try unitChanges.map(UnitChangeFile.read) ?? later.ownUnitChanges()
    let areas = ComparableAreas(
      years.first.situation.district, on: years.first.situation.asOf,
      years.second.situation.district, on: years.second.situation.asOf, changes: changes)
    var left = Set(years.first.verdicts.keys)
    var targets: [YearComparison] = []
    var onlyAfter: [String] = []
    for target in years.second.policies.targets {
      let former = ([target.id] + target.relations.sameAs).first { left.contains($0) }
      guard let former, let before = years.first.verdicts[former],
        let after = years.second.verdicts[target.id]
      else {
        onlyAfter.append(target.id)
        continue
      }
      left.remove(former)
      targets.append(
        try YearPair(first: years.first, second: years.second, areas: areas)
          .comparison(of: before, with: after))
    }
    return YearsTable(
      before: years.first.label, after: years.second.label,
      changes: changes.filter {
        ComparableAreas.isBetween(
          $0, years.first.situation.asOf, years.second.situation.asOf,
          UnitNames(years.first.situation.district.units),
          UnitNames(years.second.situation.district.units))
      },
      targets: targets,
      onlyBefore: years.first.policies.targets.map(\.id).filter(left.contains),
      onlyAfter: onlyAfter)
  }

  private func ownUnitChanges() throws -> [UnitChange] {
    if settings.sources.contains(where: { $0.role == .unitChanges }) {
      return try load().district.unitChanges
    }
    let url = folder.root.appending(path: "geodata/unit_changes.csv")
    guard FileManager.default.fileExists(atPath: url.path) else { return [] }
    return try UnitChangeFile.read(url.path)
  }
}

/// One year, judged.
struct YearState {
  let situation: Situation
  let policies: Policies
  let verdicts: [String: Verdict]
  let queries: [String: AccessQuery]
  let label: YearsTable.Year

  init(_ session: WorkspaceSession, _ request: EvaluationRequest) throws {
    situation = try session.situation(request)
    policies = situation.policies
    let settings = session.evaluationSettings(situation)
    let disclosure = VerdictDisclosure(policies, in: situation.district)
    let results = try TargetEvaluator(
      policies: policies, district: situation.district, asOf: situation.asOf,
      reach: situation.reach, settings: settings
    ).evaluate()
    verdicts = Dictionary(
      results.verdicts.map { ($0.id, disclosure.applied(to: $0)) },
      uniquingKeysWith: { first, _ in first })
    queries = Dictionary(
      policies.accessQueries(settings).map { ($0.targetID, $0) },
      uniquingKeysWith: { first, _ in first })
    label = YearsTable.Year(
      district: situation.district.name, asOf: situation.asOf,
      codeSystem: situation.district.codeSystem)
  }

  /// Whether a target counts people of a cohort whose small counts may not be told.
  func isSensitive(_ target: String) -> Bool {
    guard let cohort = queries[target]?.cohort else { return false }
    return situation.district.cohorts.first { $0.id == cohort }?.isSensitive ?? false
  }

  /// The township-level unit of each own village.
  var unitOfVillage: [String: UnitID] {
    Dictionary(
      situation.district.demandPoints.compactMap { point in
        point.unit.map { (point.id.rawValue, $0) }
      }, uniquingKeysWith: { first, _ in first })
  }
}
