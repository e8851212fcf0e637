import Coverage
import PlanningModel
import Targets

/// Verdicts on sensitive cohorts without figures that would give small counts away.
///
/// The status stays: it is decided on the true counts. A sum that may not be told becomes a
/// range (DESIGN §5.13, ``DisclosureGroups``); figures whose places are not listed go.
struct VerdictDisclosure {
  private let groups: [CohortID: DisclosureGroups]
  private let cohortOf: [String: CohortID]
  private let rates: Set<String>
  private let sensitiveTargets: Set<String>

  init(_ policies: Policies, in district: District) {
    let sensitive = district.cohorts.filter(\.isSensitive).map(\.id)
    groups = Dictionary(
      sensitive.map { ($0, DisclosureGroups(of: $0, in: district)) },
      uniquingKeysWith: { first, _ in first })
    var cohortOf: [String: CohortID] = [:]
    var rates: Set<String> = []
    for target in policies.targets {
      switch target.measure {
      case .sharePopulation(let share): cohortOf[target.id] = share.cohort
      case .rate where target.privacy.map { $0.level != .none } == true: rates.insert(target.id)
      default: break
      }
    }
    self.cohortOf = cohortOf
    self.rates = rates
    sensitiveTargets = Set(
      policies.targets.filter { $0.privacy.map { $0.level != .none } == true }.map(\.id))
  }

  /// The verdict as it may leave.
  func applied(to verdict: Verdict) -> Verdict {
    var verdict = verdict
    // A figure of one unit may be a small count.
    if sensitiveTargets.contains(verdict.id) {
      verdict.evidence.entries.removeAll { $0.unit != nil }
    }
    if rates.contains(verdict.id) { return withoutSmallRate(verdict) }
    guard let cohort = cohortOf[verdict.id], let groups = groups[cohort],
      !groups.groups.isEmpty
    else { return verdict }
    verdict.withNeighbours = nil
    for index in verdict.alternatives.indices {
      verdict.alternatives[index].achieved = nil
      verdict.alternatives[index].unknown = nil
    }
    let met = groups.publishable(verdict.met.map(\.id))
    let open = groups.publishable((verdict.met + verdict.undecided).map(\.id))
    let all = groups.publishable((verdict.met + verdict.undecided + verdict.missing).map(\.id))
    if all.lowerBound != all.upperBound {
      verdict.universe = nil
      verdict.required = nil
      verdict.denominator = nil
      verdict.persons?.total = nil
    }
    if met.lowerBound != met.upperBound || all.lowerBound != all.upperBound {
      verdict.achieved = nil
      verdict.numerator = nil
      verdict.gap = nil
      verdict.persons?.covered = nil
      verdict.persons?.gap = nil
    }
    if open.lowerBound != open.upperBound || met.lowerBound != met.upperBound {
      verdict.unknown = nil
    }
    verdict.rangeLow = met.lowerBound
    verdict.rangeHigh = open.upperBound
    if verdict.achieved == nil, verdict.reason == nil {
      verdict.reason = "部分村（社区）人数过少，只列范围"
      verdict.reasonEnglish = "some villages have too few people; only the range is told"
    }
    return verdict
  }

  /// Served of registered: small when either part, or what is left of it, is from 1 to 4.
  private func withoutSmallRate(_ verdict: Verdict) -> Verdict {
    guard let served = verdict.numerator, let registered = verdict.denominator else {
      return verdict
    }
    let small = 1..<DisclosureGroups.smallestShown
    guard
      small.contains(served) || small.contains(registered) || small.contains(registered - served)
    else { return verdict }
    var verdict = verdict
    verdict.achieved = nil
    verdict.numerator = nil
    verdict.gap = nil
    verdict.rangeLow = nil
    verdict.rangeHigh = nil
    verdict.persons = nil
    verdict.evidence.entries = []
    if verdict.reason == nil {
      verdict.reason = "人数过少，不对外列出"
      verdict.reasonEnglish = "the count is too small to be told"
    }
    return verdict
  }
}
