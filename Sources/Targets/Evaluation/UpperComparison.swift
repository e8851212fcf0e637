import PlanningModel

extension Target {
  /// The figure of the level above beside the target's own.
  ///
  /// It binds when it asks for more (for a ceiling: for less); of two equal figures the earlier
  /// due day is the stricter, and a figure with a date is stricter than one without.
  func upperFigure(_ policies: Policies) -> UpperFigure? {
    guard let upper else { return nil }
    let source = policies.document(upper.document)
    let document = source?.citedAs ?? upper.document
    let (own, comparison, isShare) = promised
    let text = isShare ? ShareText.promised(upper.value) : upper.value.description
    var figure = UpperFigure(
      value: text, due: upper.due, document: document,
      binds: upper.isStricter(than: own, comparison, due: due.judgedDate))
    figure.documentEnglish = source?.titleEnglish
    return figure
  }

  private var promised: (value: ExactDecimal?, comparison: Comparison, isShare: Bool) {
    switch measure {
    case .count(let count): (count.value.map { ExactDecimal($0) }, count.comparison, false)
    case .shareUnits(let share): (share.value, share.comparison, true)
    case .sharePopulation(let share): (share.value, share.comparison, true)
    case .rate(let rate): (rate.value, rate.comparison, true)
    case .namedUnits(let named): (ExactDecimal(named.names.count), .atLeast, false)
    default: (nil, .atLeast, false)
    }
  }
}

extension UpperTarget {
  fileprivate func isStricter(
    than own: ExactDecimal?, _ comparison: Comparison, due ownDue: CivilDate?
  ) -> Bool {
    guard let own else { return true }
    if value != own { return comparison == .atMost ? value < own : value > own }
    guard let due else { return false }
    return ownDue.map { due < $0 } ?? true
  }
}
