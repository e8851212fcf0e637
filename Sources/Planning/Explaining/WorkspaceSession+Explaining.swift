import Coverage
import Geometry
import Journeys
public import PlanningModel
import RoadNetwork
import Targets
import TravelTimes
import Workspace

extension WorkspaceSession {
  /// Explains for one village why a service covers it or not, on foot unless said otherwise.
  ///
  /// - Parameters:
  ///   - name: the village's name, or its id where several carry the name.
  ///   - service: a kind or group of `yike.yaml`.
  ///   - limit: the limit; a time equal to it is within.
  ///   - cohort: whose count is told; nil for the cohort that a target asks about for this
  ///     service, else everybody.
  /// - Throws: `WorkError` (`notFound`) for a name that no village or several carry.
  public func explain(
    village name: String, service: String, limit: TravelTime, mode: TravelMode, pace: String?,
    direction: TravelDirection?, cohort: CohortID? = nil, _ request: EvaluationRequest
  ) throws -> Explanation {
    let situation = try situation(request)
    let index = try village(name, in: situation.district)
    let wanted = try self.service(service)
    let profile = try profile(mode: mode, pace: pace, direction: direction, situation)
    let reach = try situation.reach.reach(ReachQuery(kinds: wanted.kinds, profile: profile))
    let place = situation.district.demandPoints[index]
    let nearest = reach.own[index]
    let facility = nearest.flatMap { found in
      situation.district.facilities.first { $0.id == found.facility }
    }
    var reason = reach.reasons[index]
    if let nearest, nearest.time > limit { reason = .tooFar }
    var way: Explanation.Way?
    if let nearest, !nearest.isEstimated, let from = place.position,
      let to = facility?.position
    {
      way = try situation.field.source.path(from: from, to: to, profile: profile)
        .map { Explanation.Way($0, isRoundTrip: profile.direction == .roundTrip) }
    }
    let around = try ExplanationSurroundings(
      of: place, kinds: wanted.kinds, nearest: nearest, profile: profile, situation)
    return Explanation(
      place: place,
      unitName: place.unit.flatMap { unit in
        situation.district.units.first { $0.id == unit }?.name
      },
      service: service, label: wanted.label, labelEnglish: wanted.labelEnglish,
      profile: profile, limit: limit, facility: facility, time: nearest?.time,
      isEstimated: nearest?.isEstimated ?? false, reason: reason, way: way,
      provenance: nearest?.isEstimated == true
        ? max(reach.provenance, .estimated) : reach.provenance,
      asOf: situation.asOf,
      people: try people(cohort ?? self.cohort(of: wanted.kinds, situation), at: place, situation),
      backup: around.backup, neighbour: around.neighbour, dormant: around.dormant,
      notOperating: around.notOperating, fieldProvenance: situation.field.provenance)
  }

  private func cohort(of kinds: [ServiceKind], _ situation: Situation) -> CohortID {
    situation.policies.accessQueries(evaluationSettings(situation))
      .first { !Set($0.reach.kinds).isDisjoint(with: kinds) }?.cohort ?? "total"
  }

  private func people(
    _ id: CohortID, at place: DemandPoint, _ situation: Situation
  ) throws -> Explanation.People? {
    guard let cohort = settings.cohorts.first(where: { $0.id == id }) else {
      throw unknown(
        "cohort", Bilingual("人群", "cohorts"), id.rawValue,
        known: settings.cohorts.map(\.id.rawValue))
    }
    let isWithheld =
      cohort.isSensitive
      && DisclosureGroups(of: id, in: situation.district).hides(place.id.rawValue)
    return Explanation.People(
      cohort: cohort, count: isWithheld ? nil : place.people[id], isWithheld: isWithheld)
  }

  private func village(_ name: String, in district: District) throws -> Int {
    let own = district.demandPoints.indices.filter { district.demandPoints[$0].band == .own }
    if let exact = own.first(where: { district.demandPoints[$0].id.rawValue == name }) {
      return exact
    }
    let named = own.filter { district.demandPoints[$0].name == name }
    if named.count == 1 { return named[0] }
    let wanted = Set(name)
    let near = own.map { district.demandPoints[$0].name }
      .filter { Set($0).intersection(wanted).count * 2 >= wanted.count }.sorted().prefix(5)
    let ids = named.map { district.demandPoints[$0].id.rawValue }
    let known = (named.isEmpty ? Array(near) : ids).joined(separator: "、")
    throw WorkError(
      .notFound, operation: "explain", subject: name,
      message: named.isEmpty
        ? Bilingual("没有叫这个名字的村（社区）", "no village has this name")
        : Bilingual(
          "有 \(named.count) 个村（社区）叫这个名字", "\(named.count) villages have this name"),
      remedy: known.isEmpty
        ? Bilingual("核对名称", "check the name")
        : named.isEmpty
          ? Bilingual("是否为 \(known)？", "did you mean one of these: \(known)?")
          : Bilingual("用编号指明：\(known)", "give its id: \(known)"))
  }
}

extension Explanation.Way {
  /// Joins neighbouring stretches of one road; a round trip climbs on the way back what it
  /// descends on the way there.
  init(_ path: RoadPath, isRoundTrip: Bool) {
    var legs: [Explanation.Leg] = []
    for stretch in path.stretches {
      let leg = Explanation.Leg(
        name: stretch.name, roadClass: stretch.roadClass, metres: stretch.metres,
        time: stretch.time,
        climbMetres: stretch.climbMetres + (isRoundTrip ? stretch.descentMetres : 0),
        positions: stretch.positions)
      if let last = legs.last, last.name == leg.name, last.roadClass == leg.roadClass {
        legs[legs.count - 1].metres += leg.metres
        legs[legs.count - 1].time = TravelTime(
          milliseconds: last.time.milliseconds + leg.time.milliseconds)
        legs[legs.count - 1].climbMetres += leg.climbMetres
        legs[legs.count - 1].positions += leg.positions.dropFirst()
      } else {
        legs.append(leg)
      }
    }
    func walk(_ leg: RoadPath.Leg) -> Explanation.Walk {
      Explanation.Walk(
        metres: leg.metres, time: leg.time,
        climbMetres: leg.isAcrossCountry
          ? leg.climbMetres + (isRoundTrip ? leg.descentMetres : 0) : nil,
        positions: leg.positions)
    }
    let walks = path.legs.map(walk)
    self.init(
      firstWalk: walk(path.firstLeg), legs: legs, lastWalk: path.lastLeg.map(walk),
      metres: path.metres,
      climbMetres: legs.reduce(0) { $0 + $1.climbMetres }
        + walks.reduce(0) { $0 + ($1.climbMetres ?? 0) })
  }
}
