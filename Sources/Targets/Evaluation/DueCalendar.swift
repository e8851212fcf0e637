import PlanningModel

/// What a failed promise is called on a day (DESIGN §5.4, DOMAIN §2.3).
struct DueCalendar {
  let due: Due
  /// The cumulative plan by quarter in the unit of the count; nil for a linear one.
  let plan: [Int]?
  let asOf: CivilDate

  /// `missed` from the due day on, before it `on_track` or `behind`; without a date `behind`.
  func status(
    _ outcome: Requirement.Outcome, achieved: Int, requirement: Requirement
  ) -> VerdictStatus {
    switch outcome {
    case .met: return .met
    case .open: return .unknown
    case .failed:
      guard let day = due.judgedDate else { return .behind }
      if asOf >= day { return .missed }
      if requirement.isCeiling { return .behind }
      return achieved >= planned(requirement.threshold, by: day) ? .onTrack : .behind
    }
  }

  /// What should stand by the quarters of the due year that are over.
  private func planned(_ required: Int, by day: CivilDate) -> Int {
    let quarters = completedQuarters(of: day.year)
    guard quarters > 0 else { return 0 }
    return plan.map { $0[quarters - 1] } ?? required * quarters / 4
  }

  /// Quarters of a year whose last day has come: 31 March, 30 June, 30 September, 31 December.
  private func completedQuarters(of year: Int) -> Int {
    if asOf.year != year { return asOf.year < year ? 0 : 4 }
    let isLastDay =
      asOf.month % 3 == 0 && asOf.day >= (asOf.month == 3 || asOf.month == 12 ? 31 : 30)
    return isLastDay ? asOf.month / 3 : (asOf.month - 1) / 3
  }
}
