import Journeys
import PlanningModel
import TravelTimes

/// The facilities around a village that explain its answer: the next one, a nearer one beyond
/// the border, a nearer one that does not operate.
struct ExplanationSurroundings {
  private(set) var backup: Explanation.Other?
  private(set) var neighbour: Explanation.Other?
  private(set) var dormant: Explanation.Other?
  private(set) var notOperating: [Explanation.Standing: Int] = [:]

  init(
    of place: DemandPoint, kinds: [ServiceKind], nearest: Nearest?, profile: TravelProfile,
    _ situation: Situation
  ) throws {
    let facilities = situation.district.facilities.filter { kinds.contains($0.kind) }
    for facility in facilities where facility.band == .own {
      guard let standing = Explanation.Standing(facility, on: situation.asOf) else { continue }
      notOperating[standing, default: 0] += 1
    }
    let matrix = try situation.field.source.times(
      from: [place.position], to: facilities.map(\.position), profile: profile, within: nil)
    for entry in matrix.firstEntry[0]..<matrix.firstEntry[1] {
      let other = Explanation.Other(
        facility: facilities[Int(matrix.destination[entry])],
        time: TravelTime(milliseconds: matrix.milliseconds[entry]))
      let isOperating = other.facility.isOperating(on: situation.asOf)
      let isNearer = nearest.map { other.time < $0.time } ?? true
      switch other.facility.band {
      case .own where isOperating:
        if backup == nil, other.facility.id != nearest?.facility { backup = other }
      case .own: if dormant == nil, isNearer { dormant = other }
      case .neighbour:
        if neighbour == nil, isOperating, isNearer { neighbour = other }
      }
    }
  }
}
