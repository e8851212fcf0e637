public import PlanningModel

extension DisclosureGroups {
  /// The groups of a cohort over a district's own villages; uncounted ones stand apart.
  public init(of cohort: CohortID, in district: District) {
    self.init(
      district.demandPoints.compactMap { point in
        guard point.band == .own, let count = point.people[cohort] else { return nil }
        return Place(id: point.id.rawValue, unit: point.unit?.rawValue ?? "", count: count)
      })
  }
}
