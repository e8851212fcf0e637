import PlanningModel

/// What a covered-rule reads besides the units.
struct RuleInput {
  var kinds: [ServiceKind]
  /// Whether a unit needs a facility of every kind, instead of any.
  var needsEveryKind = false
  var state: StateRequirement?
  var covered: CoveredRule
  /// The year that records must belong to.
  var year: Int
}

extension EvaluationContext {
  /// The answer for each member under a rule; nil when this version cannot compute the rule.
  func evidence(
    _ rule: CoveredRuleKind, for members: [UnitMember], _ input: RuleInput
  ) throws -> [UnitEvidence]? {
    if input.needsEveryKind, input.kinds.count > 1 {
      return try ofEveryKind(rule, for: members, input)
    }
    switch rule {
    case .hosted: return hosted(members, input)
    case .assigned: return assigned(members, input)
    case .activity:
      guard let activity = input.covered.activity else { return nil }
      return ran(activity, members, input)
    case .record: return recorded(members, input)
    case .withinTime:
      guard let time = input.covered.time else { return nil }
      return try withinTime(members, time, kinds: input.kinds)
    case .catchment:
      // Whoever reaches one at all belongs to the catchment of the nearest.
      let half = ExactDecimal(1, over: 2) ?? ExactDecimal(1)
      let time = TimeRequirement(
        limit: TravelTime(milliseconds: .max), mode: input.covered.time?.mode ?? .walk,
        cohort: input.covered.time?.cohort ?? settings.totalCohort,
        populationShareMinimum: input.covered.time?.populationShareMinimum ?? half)
      return try withinTime(members, time, kinds: input.kinds)
    case .intensity:
      guard let wanted = input.covered.intensity else { return nil }
      return intensity(wanted, members, kinds: input.kinds)
    }
  }

  /// A unit is covered when it is by every kind; one known no suffices against it.
  private func ofEveryKind(
    _ rule: CoveredRuleKind, for members: [UnitMember], _ input: RuleInput
  ) throws -> [UnitEvidence]? {
    var all: [[UnitEvidence]] = []
    for kind in input.kinds {
      var single = input
      single.kinds = [kind]
      guard let evidence = try evidence(rule, for: members, single) else { return nil }
      all.append(evidence)
    }
    return members.indices.map { index in
      let own = all.map { $0[index] }
      let no = own.first { $0.answer.isYes == false }
      let open = own.first { $0.answer.isYes == nil }
      let facilities = own.flatMap { evidence -> [FacilityID] in
        if case .yes(let ids) = evidence.answer { ids } else { [] }
      }
      return UnitEvidence(
        member: members[index],
        answer: no?.answer ?? open?.answer ?? .yes(Set(facilities).sorted()),
        provenance: .weakest(of: own.compactMap(\.provenance)))
    }
  }

  /// A facility stands in the unit.
  private func hosted(_ members: [UnitMember], _ input: RuleInput) -> [UnitEvidence] {
    let candidates = facilities(of: input.kinds)
    let isComplete = registers.isComplete(kinds: input.kinds)
    return members.map { member in
      guard member.unitClass != nil else { return unresolved(member) }
      let standing = candidates.filter { $0.stands(in: member) }
      let counted = standing.filter { qualifies($0, input.state) }
      guard counted.isEmpty else {
        return UnitEvidence(
          member: member, answer: .yes(counted.map(\.id)),
          provenance: .weakest(of: counted.flatMap { [$0.provenance.record, $0.provenance.host] }))
      }
      let reason: Reason = standing.isEmpty ? .noSite : .notOperating
      return UnitEvidence(
        member: member, answer: .absent(reason, isComplete: isComplete), provenance: nil)
    }
  }

  /// A facility's declared range holds the unit; without one it serves its host only.
  private func assigned(_ members: [UnitMember], _ input: RuleInput) -> [UnitEvidence] {
    let candidates = facilities(of: input.kinds)
    let isComplete = registers.isComplete(kinds: input.kinds)
    return members.map { member in
      guard member.unitClass != nil else { return unresolved(member) }
      let serving = candidates.filter { $0.serves(member) }
      let counted = serving.filter { qualifies($0, input.state) }
      guard counted.isEmpty else {
        return UnitEvidence(
          member: member, answer: .yes(counted.map(\.id)),
          provenance: .weakest(
            of: counted.flatMap { facility in
              [
                facility.provenance.record,
                facility.serviceRange == nil
                  ? facility.provenance.host : facility.provenance.range,
              ]
            }))
      }
      let isBesideOne = candidates.contains {
        $0.stands(in: member) && qualifies($0, input.state)
      }
      let reason: Reason =
        !serving.isEmpty ? .notOperating : isBesideOne ? .outsideRange : .noSite
      return UnitEvidence(
        member: member, answer: .absent(reason, isComplete: isComplete), provenance: nil)
    }
  }

  /// The unit ran the activity in the year.
  ///
  /// A record without figures shows one session: it is
  /// the paper that says the activity was run.
  private func ran(
    _ activity: String, _ members: [UnitMember], _ input: RuleInput
  ) -> [UnitEvidence] {
    let records = Dictionary(
      grouping: district.activities.filter { $0.activity == activity && $0.year == input.year },
      by: \.unit.rawValue)
    let isComplete = registers.isComplete(activity: activity)
    let minimum = input.covered.evidence
    return members.map { member in
      let own = records[member.id] ?? []
      let sessions = own.reduce(0) { total, record in
        total + (record.sessions ?? (record.servedPeople == nil ? 1 : 0))
      }
      let served = own.compactMap(\.servedPeople).max() ?? 0
      let isShown =
        !own.isEmpty && (sessions >= minimum.sessionsInYear || served >= minimum.servedPeople)
      guard isShown else {
        return UnitEvidence(
          member: member, answer: .absent(.noRecord, isComplete: isComplete), provenance: nil)
      }
      return UnitEvidence(
        member: member, answer: .yes([]), provenance: .weakest(of: own.map(\.provenance)))
    }
  }

  /// All the records exist, of the year or earlier.
  private func recorded(_ members: [UnitMember], _ input: RuleInput) -> [UnitEvidence]? {
    let wanted = input.covered.allOf
    guard !wanted.isEmpty else { return nil }
    let records = Dictionary(
      grouping: district.activities.filter {
        wanted.contains($0.activity) && $0.year <= input.year
      }, by: \.unit.rawValue)
    return members.map { member in
      let own = records[member.id] ?? []
      let lacking = wanted.filter { name in !own.contains { $0.activity == name } }
      guard !lacking.isEmpty else {
        return UnitEvidence(
          member: member, answer: .yes([]), provenance: .weakest(of: own.map(\.provenance)))
      }
      let isKnown = lacking.contains { registers.isComplete(activity: $0) }
      return UnitEvidence(
        member: member, answer: .absent(.noRecord, isComplete: isKnown), provenance: nil)
    }
  }

  /// A name that is not that of a loaded unit is never a no.
  func unresolved(_ member: UnitMember) -> UnitEvidence {
    UnitEvidence(member: member, answer: .unknown(.noData), provenance: nil)
  }
}

extension Facility {
  /// Whether it stands in the unit, or in the village.
  func stands(in member: UnitMember) -> Bool {
    host?.rawValue == member.id || village?.rawValue == member.id
  }

  /// Whether its range holds the unit, or the village; without one it serves its host, and the
  /// village it stands in.
  func serves(_ member: UnitMember) -> Bool {
    if servedUnits.contains(where: { $0.rawValue == member.id }) { return true }
    return serviceRange == nil && village?.rawValue == member.id
  }
}
