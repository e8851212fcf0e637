public import PlanningModel

/// What a covered-rule says of one unit or place.
public struct PlaceAnswer: Sendable, Hashable {
  /// covered, uncovered, unknown or not_applicable.
  public var status: CoverageStatus
  /// The facilities that cover it, by id; empty where none does, or where a record shows it.
  public var facilities: [FacilityID]
  /// Why it is not covered, or not known to be.
  public var reason: Reason?
  /// The weakest data that was read; nil when none was.
  public var provenance: Provenance?
  /// What it has a head or household, where the rule asks for that.
  public var intensity: IntensityFigure?

  /// Gives an answer.
  public init(
    status: CoverageStatus, facilities: [FacilityID] = [], reason: Reason? = nil,
    provenance: Provenance? = nil, intensity: IntensityFigure? = nil
  ) {
    self.status = status
    self.facilities = facilities
    self.reason = reason
    self.provenance = provenance
    self.intensity = intensity
  }
}

/// Counts people and units under a rule that judges whole units: all people of a covered unit
/// are covered.
public struct RuleCounting {
  private let answers: [String: PlaceAnswer]
  private let sums: CoverageSums

  /// Prepares to count.
  ///
  /// - Parameters:
  ///   - judged: the level that the rule judges: villages, or townships, whose villages then
  ///     share their answer.
  ///   - answers: by the id of the unit or place; what has none is `unknown` (`no_data`).
  ///   - provenance: the weakest of what all answers rest on.
  public init(
    district: District, judged: UnitLevel, answers: [String: PlaceAnswer], service: String,
    cohort: CohortID, universe: CoverageUniverse? = nil, provenance: Provenance
  ) {
    self.answers = answers
    sums = CoverageSums(
      district: district, universe: universe, judged: judged, provenance: provenance,
      service: service, cohort: cohort, limit: nil)
  }

  /// Rows for the villages, then the townships, then the district or universe, each sorted by
  /// id.
  public func rows() -> [CoverageRow] {
    var villages: [CoverageRow] = []
    var byUnit: [UnitID: [CoverageRow]] = [:]
    for point in sums.district.demandPoints where point.band == .own {
      guard sums.universe?.contains(point) ?? true else { continue }
      let row = row(of: point)
      villages.append(row)
      if let unit = point.unit { byUnit[unit, default: []].append(row) }
    }
    return villages
      + sums.totals(of: villages, byUnit: byUnit) { row, unit in
        let answer = answer(unit.rawValue)
        row.take(answer)
        row.status = answer.status
        row.countAsUnit(answer.status)
      }
  }

  private func row(of point: DemandPoint) -> CoverageRow {
    let id = sums.judged == .township ? point.unit?.rawValue ?? "" : point.id.rawValue
    let answer = answer(id)
    let total = point.people[sums.cohort]
    var row = CoverageRow(
      level: .village, id: point.id.rawValue, code: point.code, name: point.name,
      service: sums.service, cohort: sums.cohort, limit: nil,
      covered: total.map { answer.status == .covered ? $0 : 0 }, total: total,
      coveredWithNeighbours: nil,
      provenance: max(answer.provenance ?? sums.provenance, point.peopleProvenance))
    row.take(answer)
    row.status = answer.status
    row.undecided = total.map { answer.status == .unknown ? $0 : 0 }
    if sums.judged == .village { row.countAsUnit(answer.status) }
    return row
  }

  private func answer(_ id: String) -> PlaceAnswer {
    answers[id] ?? PlaceAnswer(status: .unknown, reason: .noData)
  }
}

extension CoverageRow {
  /// Names the facility that covers the unit, or why none does.
  fileprivate mutating func take(_ answer: PlaceAnswer) {
    nearest = answer.facilities.min()
    reason = answer.status == .covered ? nil : answer.reason
    intensity = answer.intensity
  }
}
