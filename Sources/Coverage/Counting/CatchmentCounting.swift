public import PlanningModel

/// Counts the people whom an assignment to catchments serves within a limit.
///
/// A village may be served in part: those whom a full facility turns away are not covered.
public struct CatchmentCounting {
  private let district: District
  private let catchments: Catchments
  private let facilities: [FacilityID]
  private let reasons: [Reason?]
  private let provenance: Provenance
  private let share: ExactDecimal
  private let sums: CoverageSums

  /// Prepares to count.
  ///
  /// - Parameters:
  ///   - catchments: the assignment of the district's own places, in their order, costs in
  ///     milliseconds.
  ///   - facilities: the ids of its supplies.
  ///   - reasons: why a place can reach no facility at all; nil where it can.
  ///   - judged: the level whose units are counted: villages, or townships.
  ///   - share: the share of a unit's people that must be served for it to count.
  ///   - provenance: the weakest of what the assignment rests on besides the counts.
  public init(
    district: District, catchments: Catchments, facilities: [FacilityID], reasons: [Reason?],
    service: String, cohort: CohortID, limit: TravelTime, universe: CoverageUniverse? = nil,
    judged: UnitLevel = .village, share: ExactDecimal, provenance: Provenance
  ) {
    self.district = district
    self.catchments = catchments
    self.facilities = facilities
    self.reasons = reasons
    self.provenance = provenance
    self.share = share
    sums = CoverageSums(
      district: district, universe: universe, judged: judged, provenance: provenance,
      service: service, cohort: cohort, limit: limit)
  }

  /// Rows for the villages, then the townships, then the district or universe, each sorted by
  /// id.
  public func rows() -> [CoverageRow] {
    var largest: [Catchments.Part?] = Array(repeating: nil, count: catchments.displaced.count)
    var served = Array(repeating: 0, count: catchments.displaced.count)
    for part in catchments.parts {
      served[part.demand] += part.persons
      if part.persons > largest[part.demand]?.persons ?? -1 { largest[part.demand] = part }
    }
    var villages: [CoverageRow] = []
    var byUnit: [UnitID: [CoverageRow]] = [:]
    let own = district.demandPoints.filter { $0.band == .own }
    for (index, point) in own.enumerated() {
      guard sums.universe?.contains(point) ?? true else { continue }
      var row = row(of: point, at: index, served: served[index])
      row.nearest = largest[index].map { facilities[$0.supply] }
      row.time = largest[index].map { TravelTime(milliseconds: UInt32(clamping: $0.cost)) }
      villages.append(row)
      if let unit = point.unit { byUnit[unit, default: []].append(row) }
    }
    return villages
      + sums.totals(of: villages, byUnit: byUnit) { row, _ in
        row.countAsUnit(row.judged(bySharing: share))
      }
  }

  private func row(of point: DemandPoint, at index: Int, served: Int) -> CoverageRow {
    let total = point.people[sums.cohort]
    var reason: Reason?
    if total == nil {
      reason = .noData
    } else if catchments.displaced[index] > 0 {
      reason = .full
    } else if !catchments.isWithin[index] {
      reason = reasons[index] ?? .tooFar
    }
    var row = CoverageRow(
      level: .village, id: point.id.rawValue, code: point.code, name: point.name,
      service: sums.service, cohort: sums.cohort, limit: sums.limit,
      covered: total.map { _ in served }, total: total, coveredWithNeighbours: nil,
      reason: reason, provenance: max(provenance, point.peopleProvenance))
    let isUnknown = total == nil || reason == .noData
    row.undecided = total.map { isUnknown ? $0 : 0 }
    row.status =
      isUnknown
      ? .unknown
      : served == total && catchments.isWithin[index]
        ? .covered : served > 0 ? .partly : .uncovered
    if sums.judged == .village {
      row.countAsUnit(total == 0 ? row.status ?? .unknown : row.judged(bySharing: share))
    }
    return row
  }
}

extension CoverageRow {
  /// Whether enough of the row's people are covered, whatever becomes of the undecided.
  func judged(bySharing share: ExactDecimal) -> CoverageStatus {
    guard let covered, let total else { return .unknown }
    guard total > 0 else { return .notApplicable }
    let need = share.need(of: total)
    if covered >= need { return .covered }
    return covered + (undecided ?? 0) >= need ? .unknown : .uncovered
  }
}
