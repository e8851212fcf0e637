import PlanningModel

/// Where the people of each unit live: the places of a village or a township, looked up once for
/// all targets of a judgement.
final class UnitPlaces {
  private let district: District

  init(_ district: District) { self.district = district }

  /// The own demand points of each unit, as positions in the district's list; a village is a unit
  /// of itself and belongs to its township too.
  private(set) lazy var places: [String: [Int]] = {
    var places: [String: [Int]] = [:]
    for (index, point) in district.demandPoints.enumerated() where point.band == .own {
      places[point.id.rawValue, default: []].append(index)
      if let unit = point.unit { places[unit.rawValue, default: []].append(index) }
    }
    return places
  }()

  private var counted: [CohortID: Bool] = [:]

  /// Whether somebody counted a cohort at every own demand point.
  func isCounted(_ cohort: CohortID) -> Bool {
    if let known = counted[cohort] { return known }
    let isCounted = district.demandPoints.allSatisfy {
      $0.band != .own || $0.people[cohort] != nil
    }
    counted[cohort] = isCounted
    return isCounted
  }

  /// The people of a unit; nil when it has no places, 0 where nobody counted.
  func people(_ cohort: CohortID, of unit: String) -> Int? {
    places[unit]?.reduce(0) { $0 + (district.demandPoints[$1].people[cohort] ?? 0) }
  }
}
