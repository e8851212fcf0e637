import PlanningModel

extension EvaluationContext {
  /// So much for so many in each unit; decided on exact fractions.
  func intensity(
    _ wanted: UnitIntensity, _ members: [UnitMember], kinds: [ServiceKind]
  ) -> [UnitEvidence] {
    let candidates = facilities(of: kinds).filter { qualifies($0, nil) }
    let isComplete = registers.isComplete(kinds: kinds)
    var people: [String: Int?] = [:]
    for point in district.demandPoints where point.band == .own {
      let count = point.people[wanted.cohort]
      for id in [point.id.rawValue, point.unit?.rawValue].compactMap({ $0 }) {
        people[id] = (people[id] ?? 0).flatMap { sum in count.map { sum + $0 } }
      }
    }
    return members.map { member in
      guard member.unitClass != nil, let base = people[member.id] ?? nil, base > 0 else {
        return unresolved(member)
      }
      let standing = candidates.filter { $0.stands(in: member) }
      guard let amount = amount(wanted.attribute, standing) else { return unresolved(member) }
      let isEnough = wanted.isMet(amount: amount, base: base)
      let provenance = Provenance.weakest(
        of: standing.flatMap { [$0.provenance.record, $0.provenance.host] })
      if isEnough, wanted.comparison != .atMost || isComplete {
        return UnitEvidence(
          member: member, answer: .yes(standing.map(\.id)), provenance: provenance)
      }
      // What is not on record could only add to the amount.
      let isKnown = isComplete || (wanted.comparison == .atMost && !isEnough)
      let reason: Reason = standing.isEmpty ? .noSite : .full
      return UnitEvidence(
        member: member, answer: .absent(reason, isComplete: isKnown), provenance: nil)
    }
  }

  /// The sum of an attribute; a building that several services share counts once.
  ///
  /// nil when one of the facilities does not state it.
  private func amount(
    _ attribute: UnitIntensity.Attribute, _ facilities: [Facility]
  ) -> ExactDecimal? {
    var buildings: [String: ExactDecimal] = [:]
    for facility in facilities {
      switch attribute {
      case .floorArea:
        guard let area = facility.floorAreaSquareMetres else { return nil }
        let building = facility.site ?? facility.id.rawValue
        buildings[building] = max(buildings[building] ?? area, area)
      case .capacity:
        guard let capacity = facility.capacity else { return nil }
        buildings[facility.id.rawValue] = ExactDecimal(capacity)
      }
    }
    return buildings.values.reduce(Optional(ExactDecimal(0))) { sum, value in
      sum.flatMap { exactSum($0, value) }
    }
  }

  private func exactSum(_ left: ExactDecimal, _ right: ExactDecimal) -> ExactDecimal? {
    let first = left.numerator.multipliedReportingOverflow(by: right.denominator)
    let second = right.numerator.multipliedReportingOverflow(by: left.denominator)
    let below = left.denominator.multipliedReportingOverflow(by: right.denominator)
    let sum = first.partialValue.addingReportingOverflow(second.partialValue)
    guard !first.overflow, !second.overflow, !below.overflow, !sum.overflow else { return nil }
    return ExactDecimal(sum.partialValue, over: below.partialValue)
  }
}

extension UnitIntensity {
  /// Whether an amount suffices for so many: amount · per compared with value · base.
  func isMet(amount: ExactDecimal, base: Int) -> Bool {
    // amount / base compared with value / per, each as an exact fraction.
    guard let own = ExactDecimal(amount.numerator, over: max(1, amount.denominator * base)),
      let asked = ExactDecimal(value.numerator, over: value.denominator * per)
    else { return false }
    switch comparison {
    case .atLeast: return own >= asked
    case .moreThan: return own > asked
    case .atMost: return own <= asked
    }
  }
}
