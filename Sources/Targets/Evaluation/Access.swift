import PlanningModel
import TravelTimes

/// Who of a cohort is within a limit of which facility, counted on demand points.
struct Access {
  /// One demand point.
  struct Place {
    var point: DemandPoint
    var people: Int?
    var answer: Answer
    var time: TravelTime?
  }

  var places: [Place] = []
  var total = 0
  var within = 0
  var undecided = 0
  /// nil when no neighbours are loaded.
  var withinWithNeighbours: Int?
  var undecidedWithNeighbours = 0
  var provenance: Provenance?

  /// Travel times show access to the facilities that are loaded.
  ///
  /// Only where a register says of itself that it is incomplete may another facility be nearer;
  /// then nobody is known to be beyond the limit.
  init(
    _ share: SharePopulationMeasure, _ points: [Int], _ reach: Reach,
    in context: EvaluationContext
  ) {
    let isOpen =
      context.registers.isDeclaredIncomplete(kinds: share.kinds)
      || (context.facilities(of: share.kinds).isEmpty
        && !context.registers.isComplete(kinds: share.kinds))
    var read: Set<Provenance> = [reach.provenance]
    if reach.withNeighbours != nil { withinWithNeighbours = 0 }
    for index in points {
      let point = context.district.demandPoints[index]
      let people = point.people[share.cohort]
      let own = reach.own[index]
      read.formUnion([point.peopleProvenance, point.positionProvenance])
      if own?.isEstimated == true { read.insert(.estimated) }
      let answer: Answer =
        if people == nil { .unknown(.noData) } else {
          Access.answer(
            own, limit: share.limit, reason: reach.reasons[index],
            hasPosition: point.position != nil, isOpen: isOpen)
        }
      places.append(Place(point: point, people: people, answer: answer, time: own?.time))
      let count = people ?? 0
      total += count
      let isUndecided = if case .unknown = answer { true } else { false }
      if case .yes = answer { within += count }
      if isUndecided { undecided += count }
      guard let all = reach.withNeighbours else { continue }
      if let nearest = all[index], nearest.time <= share.limit, people != nil {
        withinWithNeighbours = (withinWithNeighbours ?? 0) + count
      } else if isUndecided {
        undecidedWithNeighbours += count
      }
    }
    provenance = Provenance.weakest(of: read)
  }

  private static func answer(
    _ nearest: Nearest?, limit: TravelTime, reason: Reason?, hasPosition: Bool, isOpen: Bool
  ) -> Answer {
    if let nearest, nearest.time <= limit { return .yes([nearest.facility]) }
    guard hasPosition, reason != .noData else { return .unknown(.noData) }
    let known: Reason = nearest == nil ? reason ?? .unreachable : .tooFar
    return isOpen ? .unknown(known) : .no(known)
  }
}

extension Verdict {
  /// Files the places under met, missing and undecided, each by code, then id.
  mutating func list(_ access: Access, isSensitive: Bool) {
    listing = .places
    list(access.places.map { PlaceAnswer(place: $0, isSensitive: isSensitive) })
    provenance = access.provenance
  }
}

/// A place as the verdict lists it: without its people where their number is sensitive.
private struct PlaceAnswer: AnsweredFinding {
  var place: Access.Place
  var isSensitive: Bool

  var finding: UnitFinding {
    UnitFinding(
      code: place.point.code, id: place.point.id.rawValue, name: place.point.name,
      time: place.time, people: isSensitive ? nil : place.people)
  }
  var answer: Answer { place.answer }
  /// Counted for all places together.
  var provenance: Provenance? { nil }
}
