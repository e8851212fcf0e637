import Journeys
import LocationAllocation
import PlanningModel
import Scenarios
import Targets
import TravelTimes

/// The targets of a plan as groups of places that candidates serve, by the targets' own rules.
struct PlanGoals {
  let session: WorkspaceSession
  let plan: MultiYearPlan
  let base: PlanBase
  let sites: [PlanOutcome.Site]

  private var district: District { base.last.district }
  private var periods: Int { plan.periods.count }

  /// What counts for a target, and who or what each group is.
  struct Groups {
    var groups: [PhasedStatement.Group] = []
    var names: [PlanOutcome.Place] = []
    /// People who live in the group's place, or who are within reach there; nil where unknown.
    var people: [Int?] = []
    var countsPeople = false
  }

  /// The groups of a target.
  ///
  /// - Throws: `WorkError` (`unsupported`) for a target that new sites do not bring about.
  func groups(_ target: Target) throws -> Groups {
    switch target.measure {
    case .shareUnits(let share) where share.comparison != .atMost && !share.needsEveryKind:
      return try units(target, share.kinds, share.state)
    case .namedUnits(let named): return try units(target, named.kinds, named.state)
    case .sharePopulation(let share) where share.comparison != .atMost:
      let query = ReachQuery(
        kinds: share.kinds,
        profile: session.evaluationSettings(base.last).profile(
          of: target.travel, cohort: share.cohort))
      let points = try self.points(target, query, share.cohort, share.limit)
      var result = Groups(countsPeople: true)
      for (place, point) in points where point.weight > 0 {
        result.groups.append(
          PhasedStatement.Group(value: point.weight, need: 1, points: [point]))
        result.names.append(.init(id: place.id.rawValue, name: place.name))
        result.people.append(Int(point.weight))
      }
      return result
    default: throw unplannable(target)
    }
  }

  /// A unit's people within reach, as a target counts them; nil for a unit without people.
  func reached(_ unit: UnitID, _ target: Target, share: ExactDecimal) throws
    -> PhasedStatement.Group?
  {
    let query: ReachQuery
    let (cohort, limit): (CohortID, TravelTime)
    let settings = session.evaluationSettings(base.last)
    switch target.measure {
    case .sharePopulation(let measure):
      query = ReachQuery(
        kinds: measure.kinds, profile: settings.profile(of: target.travel, cohort: measure.cohort))
      (cohort, limit) = (measure.cohort, measure.limit)
    default:
      guard let time = target.covered?.time else { throw unplannable(target) }
      query = ReachQuery(
        kinds: target.measure.kinds,
        profile: settings.profile(of: nil, mode: time.mode, cohort: time.cohort))
      (cohort, limit) = (time.cohort, time.limit)
    }
    let points = try self.points(target, query, cohort, limit).filter { $0.0.unit == unit }
      .map(\.1)
    let total = points.reduce(0) { $0 + Int($1.weight) }
    guard total > 0 else { return nil }
    return PhasedStatement.Group(
      value: 1, need: Int64(max(1, share.need(of: total))), points: points)
  }

  private func units(
    _ target: Target, _ kinds: [ServiceKind], _ state: StateRequirement?
  ) throws -> Groups {
    guard state?.isDesignated != true else { throw unplannable(target) }
    let rule = target.covered?.rule ?? .hosted
    let members = try members(target)
    let residents = Dictionary(grouping: ownPoints, by: \.unit).mapValues { places -> Int? in
      places.reduce(0) { sum, place in
        place.people[totalCohort].flatMap { people in sum.map { $0 + people } }
      }
    }
    var result = Groups()
    result.names = members.map { .init(id: $0.id.rawValue, name: $0.name) }
    result.people = members.map { residents[$0.id] ?? nil }
    switch rule {
    case .hosted, .assigned, .activity:
      let met = base.verdicts(of: target.id).map { Set($0.met.map(\.id)) }
      result.groups = members.map { unit in
        let serving = sites.indices.filter {
          kinds.contains(sites[$0].kind) && serves(sites[$0], unit.id, rule)
        }
        return .init(
          value: 1, need: 1,
          points: [
            .init(weight: 1, sites: serving, isServed: met.map { $0.contains(unit.id.rawValue) })
          ])
      }
    case .withinTime:
      guard let time = target.covered?.time else { throw unplannable(target) }
      let query = ReachQuery(
        kinds: kinds,
        profile: session.evaluationSettings(base.last).profile(
          of: nil, mode: time.mode, cohort: time.cohort))
      let points = Dictionary(
        grouping: try self.points(target, query, time.cohort, time.limit), by: \.0.unit
      ).mapValues { $0.map(\.1) }
      result.groups = members.map { unit in
        let own = points[unit.id] ?? []
        let need = time.populationShareMinimum.need(
          of: own.reduce(0) { $0 + Int($1.weight) })
        return .init(value: 1, need: Int64(max(1, need)), points: own)
      }
    default: throw unplannable(target)
    }
    return result
  }

  private func serves(
    _ site: PlanOutcome.Site, _ unit: UnitID, _ rule: CoveredRuleKind
  ) -> Bool {
    rule == .hosted ? site.unit == unit : (site.serves ?? [site.unit]).contains(unit)
  }

  /// The units that a target counts, by id.
  func members(_ target: Target) throws -> [AdministrativeUnit] {
    let named = Set(
      base.verdicts(of: target.id).flatMap { ($0.met + $0.missing + $0.undecided).map(\.id) })
    let units = district.units.filter { named.contains($0.id.rawValue) }
      .sorted { $0.id < $1.id }
    guard !units.isEmpty, units.count == named.count else { throw unplannable(target) }
    return units
  }

  private var totalCohort: CohortID { session.evaluationSettings(base.last).totalCohort }
  private var ownPoints: [DemandPoint] { district.demandPoints.filter { $0.band == .own } }

  /// Places with their people, the candidates within the limit, and when they are within it of
  /// what stands already.
  private func points(
    _ target: Target, _ query: ReachQuery, _ cohort: CohortID, _ limit: TravelTime
  ) throws -> [(DemandPoint, PhasedStatement.Point)] {
    let isSensitive = district.cohorts.contains { $0.id == cohort && $0.isSensitive }
    let indices = district.demandPoints.indices.filter {
      district.demandPoints[$0].band == .own
    }
    guard !isSensitive,
      indices.allSatisfy({ district.demandPoints[$0].people[cohort] != nil })
    else { throw uncounted(target, isSensitive: isSensitive) }
    let offering = sites.indices.filter {
      query.kinds.contains(sites[$0].kind) && sites[$0].position != nil
    }
    let times = try base.last.field.source.times(
      from: indices.map { district.demandPoints[$0].position },
      to: offering.map { sites[$0].position }, profile: query.profile, within: limit)
    let reaches = try base.situations.map { try $0.reach.reach(query) }
    return indices.enumerated().map { row, index in
      let entries = times.firstEntry[row]..<times.firstEntry[row + 1]
      let served = reaches.map { reach in
        reach.own[index].map { $0.time <= limit } ?? false
      }
      let place = district.demandPoints[index]
      return (
        place,
        PhasedStatement.Point(
          weight: Int64(place.people[cohort] ?? 0),
          sites: entries.map { offering[Int(times.destination[$0])] }.sorted(), isServed: served)
      )
    }
  }

  private func unplannable(_ target: Target) -> WorkError {
    WorkError(
      .unsupported, operation: "plan", subject: target.id,
      message: Bilingual("新建设施不能按年安排这一目标", "new sites over years do not bring this target about"),
      remedy: Bilingual(
        "可安排的：乡镇街道占比（驻点、服务范围、开展服务、时限口径）、点名单元、人口占比",
        "those that can be planned: shares of townships (hosted, assigned, activity, within time), "
          + "named units, shares of people"))
  }

  private func uncounted(_ target: Target, isSensitive: Bool) -> WorkError {
    WorkError(
      .unsupported, operation: "plan", subject: target.id,
      message: isSensitive
        ? Bilingual("敏感人群的逐年增量会泄露小数", "yearly gains of a sensitive cohort would tell small counts")
        : Bilingual("有村（社区）没有这一人群的人数", "some villages have no count of the cohort"),
      remedy: isSensitive
        ? Bilingual("改用其他人群或以单元计的目标", "plan by another cohort or by units")
        : Bilingual("补全村级台账", "complete the ledger of villages"))
  }
}
