public import PlanningModel

/// Which single village could turn a verdict on a share of people.
///
/// Everything else stays as it is: a village's coordinates can move it across the limit with all
/// its people; its count can be wrong by some. Decided on whole people, like the verdict.
public struct PopulationFlips {
  private let verdict: Verdict
  private let share: SharePopulationMeasure
  private let promised: ExactDecimal
  private let points: [String: DemandPoint]

  /// Prepares the search; nil where the verdict is not a settled one on a share of people.
  public init?(
    _ verdict: Verdict, of target: Target, in district: District, localThreshold: ExactDecimal?
  ) {
    guard case .sharePopulation(let share) = target.measure,
      let promised = share.value ?? localThreshold, verdict.unknown == 0,
      verdict.achieved != nil, verdict.universe != nil
    else { return nil }
    self.verdict = verdict
    self.share = share
    self.promised = promised
    points = Dictionary(
      district.demandPoints.map { ($0.id.rawValue, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The flips, those that take least first.
  public func found() -> [VerdictFlip] {
    let met = verdict.met.compactMap { place in flips(place, isWithin: true) }
    let missing = verdict.missing.compactMap { place in flips(place, isWithin: false) }
    return (met + missing).flatMap { $0 }.inOrder()
  }

  private var achieved: Int { verdict.achieved ?? 0 }
  private var total: Int { verdict.universe ?? 0 }

  private func isKept(_ achieved: Int, of total: Int) -> Bool {
    let requirement = Requirement(share: promised, share.comparison, of: total)
    return requirement.outcome(yes: achieved, possible: achieved) == .met
  }

  private var isKeptNow: Bool { isKept(achieved, of: total) }

  private func flips(_ place: UnitFinding, isWithin: Bool) -> [VerdictFlip]? {
    guard let point = points[place.id], let people = place.people else { return nil }
    var flips: [VerdictFlip] = []
    if let time = place.time, VerdictFlip.isUnverified(point.positionProvenance) {
      let moved = achieved + (isWithin ? -people : people)
      if isKept(moved, of: total) != isKeptNow {
        let limit = Int(share.limit.milliseconds)
        // A time equal to the limit is within, so leaving takes one millisecond more.
        let away = abs(limit - Int(time.milliseconds)) + (isWithin ? 1 : 0)
        flips.append(
          VerdictFlip(
            kind: .coordinates, id: place.id, name: place.name, amount: away,
            effortPerMille: VerdictFlip.perMille(away, of: limit), isIncrease: isWithin,
            provenance: point.positionProvenance))
      }
    }
    if VerdictFlip.isUnverified(point.peopleProvenance),
      let count = countFlip(place, people, isWithin: isWithin, point.peopleProvenance)
    {
      flips.append(count)
    }
    return flips
  }

  /// The smallest error of a count that turns the verdict, up to twice the count.
  private func countFlip(
    _ place: UnitFinding, _ people: Int, isWithin: Bool, _ provenance: Provenance
  ) -> VerdictFlip? {
    let isIncrease = isWithin != isKeptNow
    func turns(_ amount: Int) -> Bool {
      let change = isIncrease ? amount : -amount
      return isKept(achieved + (isWithin ? change : 0), of: total + change) != isKeptNow
    }
    guard people > 0, total > people, turns(people) else { return nil }
    var low = 1
    var high = people
    while low < high {
      let middle = (low + high) / 2
      if turns(middle) { high = middle } else { low = middle + 1 }
    }
    return VerdictFlip(
      kind: .count, id: place.id, name: place.name, amount: low,
      effortPerMille: VerdictFlip.perMille(low, of: people), isIncrease: isIncrease,
      provenance: provenance)
  }
}
