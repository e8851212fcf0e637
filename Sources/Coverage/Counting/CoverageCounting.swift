public import PlanningModel
public import TravelTimes

/// Counts the people of a cohort within a limit, on demand points, never on polygons.
public struct CoverageCounting {
  private let district: District
  private let reach: Reach
  private let service: String
  private let cohort: CohortID
  private let limit: TravelTime

  /// Prepares to count.
  ///
  /// - Parameters:
  ///   - reach: the nearest facilities, for every demand point of `district` in its order.
  ///   - service: the name of the kind or group of kinds, for the rows.
  ///   - limit: a time equal to it is within.
  public init(
    district: District, reach: Reach, service: String, cohort: CohortID, limit: TravelTime
  ) {
    self.district = district
    self.reach = reach
    self.service = service
    self.cohort = cohort
    self.limit = limit
  }

  /// Rows for the villages, then the townships, then the district, each sorted by id.
  public func rows() -> [CoverageRow] {
    let villages = villageRows()
    let unitOf = Dictionary(
      district.demandPoints.map { ($0.id.rawValue, $0.unit) },
      uniquingKeysWith: { first, _ in first })
    var byUnit: [UnitID: [CoverageRow]] = [:]
    for row in villages {
      if let unit = unitOf[row.id] ?? nil { byUnit[unit, default: []].append(row) }
    }
    let townships = district.units.map { unit in
      sum(
        byUnit[unit.id] ?? [], level: .township, id: unit.id.rawValue,
        code: unit.codes[district.codeSystem], name: unit.name)
    }
    let whole = sum(
      villages, level: .district, id: district.code, code: district.code, name: district.name)
    return villages + townships + [whole]
  }

  private func villageRows() -> [CoverageRow] {
    district.demandPoints.enumerated().compactMap { index, point in
      guard point.band == .own else { return nil }
      let total = point.people[cohort]
      let own = reach.own[index]
      let isWithin = own.map { $0.time <= limit } ?? false
      let isWithinAny = reach.withNeighbours?[index].map { $0.time <= limit } ?? false
      let provenance =
        own?.isEstimated == true ? max(reach.provenance, .estimated) : reach.provenance
      return CoverageRow(
        level: .village, id: point.id.rawValue, code: point.code, name: point.name,
        service: service, cohort: cohort, limit: limit,
        covered: total.map { isWithin ? $0 : 0 }, total: total,
        coveredWithNeighbours: reach.withNeighbours == nil
          ? nil : total.map { isWithinAny ? $0 : 0 },
        nearest: own?.facility, time: own?.time, isEstimated: own?.isEstimated ?? false,
        reason: isWithin ? nil : own == nil ? reach.reasons[index] : .tooFar,
        provenance: max(provenance, point.peopleProvenance))
    }
  }

  /// A sum is known only when every part is; an unknown count never passes for zero.
  private func sum(
    _ rows: [CoverageRow], level: UnitLevel, id: String, code: String?, name: String
  ) -> CoverageRow {
    func added(_ part: (CoverageRow) -> Int?) -> Int? {
      var sum = 0
      for row in rows {
        guard let value = part(row) else { return nil }
        sum += value
      }
      return rows.isEmpty ? nil : sum
    }
    return CoverageRow(
      level: level, id: id, code: code, name: name, service: service, cohort: cohort,
      limit: limit, covered: added(\.covered), total: added(\.total),
      coveredWithNeighbours: reach.withNeighbours == nil ? nil : added(\.coveredWithNeighbours),
      isEstimated: rows.contains(where: \.isEstimated),
      reason: rows.isEmpty ? .noData : nil,
      provenance: Provenance.weakest(of: rows.map(\.provenance)) ?? reach.provenance)
  }
}
