import PlanningModel

extension EvaluationContext {
  /// A figure of the progress ledger with its provenance.
  struct LedgerFigure: Hashable {
    var value: Int
    var provenance: Provenance
    /// The entries whose sum it is.
    var entries: [LedgerEntry]
  }

  /// The latest figure of an indicator at the date; nil when there is none.
  ///
  /// The district's own figure goes before the sum of the latest of each unit. With a year,
  /// only entries of that year count.
  ///
  /// - Parameters:
  ///   - until: the day up to which entries count, if earlier than the date.
  ///   - units: only these; all of them must have an entry. The district's own figure, which
  ///     holds more than they, does not count then.
  func figure(
    _ indicator: String, in year: Int? = nil, until: CivilDate? = nil, units: [UnitID]? = nil
  ) -> LedgerFigure? {
    let last = min(until ?? asOf, asOf)
    let entries = district.ledger.filter { entry in
      entry.indicator == indicator && entry.asOf <= last
        && (year.map { entry.asOf.year == $0 } ?? true)
        && (units.map { units in entry.unit.map(units.contains) ?? false } ?? true)
    }
    func latest(_ entries: [LedgerEntry]) -> LedgerEntry? {
      guard let day = entries.map(\.asOf).max() else { return nil }
      return entries.last { $0.asOf == day }
    }
    if let whole = latest(entries.filter { $0.unit == nil }) {
      return LedgerFigure(value: whole.value, provenance: whole.provenance, entries: [whole])
    }
    let byUnit = Dictionary(grouping: entries) { $0.unit }
    if let units, !units.allSatisfy({ byUnit[$0] != nil }) { return nil }
    let parts = byUnit.keys.compactMap { $0 }.sorted().compactMap { latest(byUnit[$0] ?? []) }
    guard let weakest = Provenance.weakest(of: parts.map(\.provenance)) else { return nil }
    return LedgerFigure(
      value: parts.reduce(0) { $0 + $1.value }, provenance: max(weakest, .derived),
      entries: parts)
  }

  /// The sum of the latest figures of each year behind the baseline; nil when no year has one.
  private func cumulated(
    _ indicator: String, since baseline: TargetBaseline?, units: [UnitID]?
  ) -> LedgerFigure? {
    guard let baseline, baseline.year < asOf.year else { return nil }
    let years = (baseline.year + 1...asOf.year).compactMap {
      figure(indicator, in: $0, units: units)
    }
    guard let weakest = Provenance.weakest(of: years.map(\.provenance)) else { return nil }
    return LedgerFigure(
      value: years.reduce(0) { $0 + $1.value }, provenance: weakest,
      entries: years.flatMap(\.entries))
  }

  /// Fills in the sum of several indicators, if the ledger has any of them, and returns how much
  /// is possible; nil when there may be more.
  func countLedger(
    _ count: CountMeasure, _ indicators: [String], of target: Target,
    into verdict: inout Verdict
  ) -> Int? {
    let isStock = count.counting == .netStock
    let year = isStock ? nil : year(of: target)
    let units = count.within.isEmpty ? nil : universes.named(count.within).map { UnitID($0.id) }
    let isCumulative = count.counting == .cumulativeSinceBaseline
    let figures = indicators.map { indicator in
      isCumulative
        ? cumulated(indicator, since: target.baseline, units: units)
        : figure(indicator, in: year, units: units)
    }
    let known = figures.compactMap { $0 }
    let lacking = zip(indicators, figures).filter { $0.1 == nil }.map(\.0)
    if !lacking.isEmpty { verdict.explain(noEntry(lacking)) }
    verdict.evidence.entries = known.flatMap(\.entries)
    guard !known.isEmpty else { return nil }
    let base = isCumulative ? target.baseline?.value ?? 0 : 0
    verdict.achieved = base + known.reduce(0) { $0 + $1.value }
    verdict.provenance = .weakest(of: known.map(\.provenance))
    let isKnown = lacking.isEmpty && registers.isComplete(indicators: indicators)
    return isKnown ? verdict.achieved : nil
  }

  /// A share of registered people, from the ledger's latest figures.
  func judge(_ rate: RateMeasure, of target: Target, into verdict: inout Verdict) {
    let promised = rate.value ?? settings.localThresholds[target.id]
    verdict.requiredText = promised.map { Requirement(share: $0, rate.comparison, of: 0).text }
    let numerator = figure(rate.numerator)
    let denominator = figure(rate.denominator)
    verdict.evidence.entries = [numerator, denominator].compactMap { $0 }.flatMap(\.entries)
    guard let numerator, let denominator else {
      verdict.explain(
        noEntry(
          (numerator == nil ? [rate.numerator] : [])
            + (denominator == nil ? [rate.denominator] : [])))
      return
    }
    verdict.provenance = .weakest(of: [numerator.provenance, denominator.provenance])
    verdict.universe = denominator.value
    guard numerator.value <= denominator.value else {
      let (served, all) = (policies.terms[rate.numerator], policies.terms[rate.denominator])
      verdict.explain(
        Bilingual(
          "台账前后矛盾：“\(served.chinese)”\(numerator.value)大于“\(all.chinese)”"
            + "\(denominator.value)",
          "the ledger contradicts itself: \(served.english), \(numerator.value), exceeds "
            + "\(all.english), \(denominator.value)"))
      return
    }
    verdict.achieved = numerator.value
    verdict.unknown = 0
    verdict.rangeLow = numerator.value
    verdict.rangeHigh = numerator.value
    verdict.numerator = numerator.value
    verdict.denominator = denominator.value
    guard denominator.value > 0 else {
      verdict.status = .notApplicable
      verdict.explain(Bilingual("分母为零", "the denominator is zero"))
      return
    }
    var persons = PersonsFigure(covered: numerator.value, total: denominator.value, gap: nil)
    guard let promised else {
      verdict.persons = persons
      verdict.status = .informational
      verdict.explain(noPromise)
      return
    }
    let requirement = Requirement(share: promised, rate.comparison, of: denominator.value)
    verdict.required = requirement.threshold
    verdict.gap = requirement.gap(achieved: numerator.value)
    persons.gap = verdict.gap
    verdict.persons = persons
    let plan = target.quarterlyPlan?.map { $0.need(of: denominator.value) }
    verdict.status = DueCalendar(due: target.due, plan: plan, asOf: asOf).status(
      requirement.outcome(yes: numerator.value, possible: numerator.value),
      achieved: numerator.value, requirement: requirement)
  }

  private func noEntry(_ indicators: [String]) -> Bilingual {
    let names = policies.terms.list(indicators)
    return Bilingual(
      "台账中没有“\(names.chinese.replacing("、", with: "”“"))”的数据",
      "the ledger has no entry for \(names.english)")
  }
}
