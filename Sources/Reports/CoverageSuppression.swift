import Coverage
import Planning
import PlanningModel

/// Hides small counts of sensitive cohorts, the same places in every output (DESIGN §5.13).
struct CoverageSuppression {
  private let groups: [CohortID: DisclosureGroups]
  private let district: District

  /// Forms the groups of every sensitive cohort; they depend on the district alone.
  init(_ evaluation: Evaluation) {
    district = evaluation.district
    groups = Dictionary(
      evaluation.district.cohorts.filter(\.isSensitive).map {
        ($0.id, DisclosureGroups(of: $0.id, in: evaluation.district))
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether a village's count of a cohort is hidden.
  func hides(_ id: String, _ cohort: CohortID) -> Bool { groups[cohort]?.hides(id) ?? false }

  /// What may be told of the district's count of a cohort: nil where nothing is hidden.
  func districtTotal(_ cohort: CohortID) -> ClosedRange<Int>? {
    guard let groups = groups[cohort], !groups.groups.isEmpty else { return nil }
    return groups.publishable(
      district.demandPoints.filter { $0.band == .own }.map(\.id.rawValue))
  }

  /// Whether any count of a cohort is hidden.
  func hidesSome(of cohort: CohortID) -> Bool { !(groups[cohort]?.groups.isEmpty ?? true) }

  /// A table without the counts that are hidden.
  func applied(to table: CoverageTable) -> CoverageTable {
    guard let groups = groups[table.cohort] else { return table }
    var table = table
    table.rows = groups.disclosed(table.rows, in: district)
    return table
  }
}
