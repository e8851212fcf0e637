public import PlanningModel
public import TravelTimes

/// Counts the people of a cohort within a limit, on demand points, never on polygons.
public struct CoverageCounting {
  private let district: District
  private let reach: Reach
  private let service: String
  private let cohort: CohortID
  private let limit: TravelTime
  private let unrestricted: Reach?
  private let isBackup: Bool
  private let spread: PopulationSpread?
  private let share: ExactDecimal
  private let sums: CoverageSums

  /// Prepares to count.
  ///
  /// - Parameters:
  ///   - reach: the nearest facilities, for every demand point of `district` in its order.
  ///   - service: the name of the kind or group of kinds, for the rows.
  ///   - limit: a time equal to it is within.
  ///   - unrestricted: where `reach` counts only facilities that serve a place, the nearest of
  ///     all, to tell the places that one stands near without serving them.
  ///   - isBackup: whether people with two or more facilities within the limit are counted.
  ///   - universe: the places that count; nil for the whole district.
  ///   - judged: the level whose covered units are counted: villages, or townships.
  ///   - share: the share of a township's people that must be within the limit for it to count;
  ///     also of a village's that are spread over cells.
  ///   - spread: the spread that `district` comes from, where people are counted in cells.
  public init(
    district: District, reach: Reach, service: String, cohort: CohortID, limit: TravelTime,
    unrestricted: Reach? = nil, isBackup: Bool = false, universe: CoverageUniverse? = nil,
    judged: UnitLevel = .village, share: ExactDecimal = ExactDecimal(1, over: 2) ?? ExactDecimal(1),
    spread: PopulationSpread? = nil
  ) {
    self.district = district
    self.reach = reach
    self.service = service
    self.cohort = cohort
    self.limit = limit
    self.unrestricted = unrestricted
    self.isBackup = isBackup
    self.spread = spread
    self.share = share
    var villages = district
    if let spread { villages.demandPoints = spread.villages }
    sums = CoverageSums(
      district: villages, universe: universe, judged: judged, provenance: reach.provenance,
      service: service, cohort: cohort, limit: limit)
  }

  /// Rows for the cells of a spread, then the villages, then the townships, then the district or
  /// universe, each sorted by id.
  public func rows() -> [CoverageRow] {
    var places: [CoverageRow] = []
    var owners: [DemandPoint] = []
    for (index, point) in district.demandPoints.enumerated() where point.band == .own {
      guard let owner = owner(of: point), sums.universe?.contains(owner) ?? true else { continue }
      places.append(row(of: point, at: index))
      owners.append(owner)
    }
    let cells = spread == nil ? [] : places
    let villages = spread == nil ? places : self.villages(of: places, owners)
    var byUnit: [UnitID: [CoverageRow]] = [:]
    for (row, unit) in zip(villages, spread == nil ? owners.map(\.unit) : units(of: villages)) {
      if let unit { byUnit[unit, default: []].append(row) }
    }
    return cells + villages
      + sums.totals(of: villages, byUnit: byUnit) { row, _ in
        row.countAsUnit(row.judged(bySharing: share))
      }
  }

  /// The village of a place; the place itself where nothing is spread.
  private func owner(of point: DemandPoint) -> DemandPoint? {
    guard let spread else { return point }
    return spread.villageOf[point.id].flatMap { spread.village($0) }
  }

  private func units(of villages: [CoverageRow]) -> [UnitID?] {
    villages.map { spread?.village(DemandPointID($0.id))?.unit }
  }

  /// Adds cells up to their villages; cells of one village stand together, in its order.
  private func villages(of cells: [CoverageRow], _ owners: [DemandPoint]) -> [CoverageRow] {
    var byVillage: [DemandPointID: [CoverageRow]] = [:]
    for (cell, owner) in zip(cells, owners) { byVillage[owner.id, default: []].append(cell) }
    return byVillage.keys.sorted().compactMap { id in
      guard let village = spread?.village(id), let cells = byVillage[id] else { return nil }
      // A village that was not spread keeps its row, nearest facility and all.
      if cells.count == 1, cells[0].id == id.rawValue { return cells[0].at(.village) }
      var row = sums.village(village, cells)
      row.reason =
        cells.filter { $0.reason != nil }
        .max { ($0.total ?? 0, $1.id) < ($1.total ?? 0, $0.id) }?.reason
      if sums.judged == .village { row.countAsUnit(row.judged(bySharing: share)) }
      return row
    }
  }

  private func row(of point: DemandPoint, at index: Int) -> CoverageRow {
    let total = point.people[cohort]
    let own = reach.own[index]
    let isWithin = own.map { $0.time <= limit } ?? false
    let isWithinAny = reach.withNeighbours?[index].map { $0.time <= limit } ?? false
    let provenance =
      own?.isEstimated == true ? max(reach.provenance, .estimated) : reach.provenance
    var row = CoverageRow(
      level: spread == nil ? .village : .cell, id: point.id.rawValue, code: point.code,
      name: point.name,
      service: service, cohort: cohort, limit: limit,
      covered: total.map { isWithin ? $0 : 0 }, total: total,
      coveredWithNeighbours: reach.withNeighbours == nil
        ? nil : total.map { isWithinAny ? $0 : 0 },
      nearest: own?.facility, time: own?.time, isEstimated: own?.isEstimated ?? false,
      reason: isWithin ? nil : reason(at: index),
      provenance: max(provenance, point.peopleProvenance))
    let status: CoverageStatus =
      isWithin ? .covered : row.reason == .noData ? .unknown : .uncovered
    row.status = status
    row.undecided = total.map { status == .unknown ? $0 : 0 }
    if sums.judged == .village, spread == nil || spread?.villageOf[point.id] == point.id {
      row.countAsUnit(status)
    }
    if let time = own?.time, time > limit {
      row.beyond = TravelTime(milliseconds: time.milliseconds - limit.milliseconds)
    }
    if isBackup, index < reach.second.count {
      let second = reach.second[index]
      row.second = second?.facility
      row.secondTime = second?.time
      row.coveredTwice = total.map { people in
        second.map { $0.time <= limit } == true ? people : 0
      }
    }
    return row
  }

  /// Why a place is not within the limit.
  private func reason(at index: Int) -> Reason? {
    let own = reach.own[index]
    if let other = unrestricted?.own[index], other.time <= limit { return .outsideRange }
    return own == nil ? reach.reasons[index] : .tooFar
  }
}
