import Coverage
import PlanningModel
import Workspace

extension WorkspaceSession {
  /// Rows of a whole coverage table as they may leave (DESIGN §5.13).
  func disclosed(
    _ rows: [CoverageRow], of cohort: CohortID, in district: District
  ) -> [CoverageRow] {
    guard settings.cohorts.contains(where: { $0.id == cohort && $0.isSensitive }) else {
      return rows
    }
    return DisclosureGroups(of: cohort, in: district).disclosed(rows, in: district)
  }
}
