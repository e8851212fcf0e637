import PlanningModel
import TravelTimes

extension EvaluationContext {
  /// Enough of each unit's people reach an operating facility in time; nil when no travel
  /// times can be had.
  func withinTime(
    _ members: [UnitMember], _ time: TimeRequirement, kinds: [ServiceKind]
  ) throws -> [UnitEvidence]? {
    let query = ReachQuery(
      kinds: kinds, profile: settings.profile(of: nil, mode: time.mode, cohort: time.cohort))
    guard let reach = try reach.reach(query) else { return nil }
    let isComplete = registers.isComplete(kinds: kinds)
    return members.map { member in
      guard member.unitClass != nil, let indices = places.places[member.id] else {
        return unresolved(member)
      }
      return withinTime(member, time, points: indices, reach, isComplete: isComplete)
    }
  }

  private func withinTime(
    _ member: UnitMember, _ time: TimeRequirement, points: [Int], _ reach: Reach,
    isComplete: Bool
  ) -> UnitEvidence {
    var total = 0
    var within = 0
    var undecided = 0
    var facilities: Set<FacilityID> = []
    var reasons: Set<Reason> = []
    var provenances: [Provenance] = [reach.provenance]
    for index in points {
      let point = district.demandPoints[index]
      guard let people = point.people[time.cohort] else { return unresolved(member) }
      total += people
      provenances += [point.peopleProvenance, point.positionProvenance]
      if let nearest = reach.own[index] {
        if nearest.isEstimated { provenances.append(.estimated) }
        if nearest.time <= time.limit {
          within += people
          facilities.insert(nearest.facility)
        } else {
          reasons.insert(.tooFar)
        }
      } else if point.position == nil || reach.reasons[index] == .noData {
        undecided += people
      } else {
        reasons.insert(reach.reasons[index] ?? .unreachable)
      }
    }
    let provenance = Provenance.weakest(of: provenances)
    guard total > 0 else { return unresolved(member) }
    let need = time.populationShareMinimum.need(of: total)
    if within >= need {
      return UnitEvidence(
        member: member, answer: .yes(facilities.sorted()), provenance: provenance)
    }
    guard within + undecided < need else { return unresolved(member) }
    let order: [Reason] = [.tooFar, .unreachable, .notOperating, .noSite]
    let reason = order.first { reasons.contains($0) } ?? .noData
    return UnitEvidence(
      member: member, answer: .absent(reason, isComplete: isComplete),
      provenance: isComplete ? provenance : nil)
  }
}
