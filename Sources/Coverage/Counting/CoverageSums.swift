import PlanningModel

/// Adds places up to townships, and townships to the district or to a universe.
struct CoverageSums {
  let district: District
  /// What a share is taken over; nil for the whole district.
  let universe: CoverageUniverse?
  /// The level whose units are counted beside the people.
  let judged: UnitLevel
  /// The weakest data where there is no row to take it from.
  let provenance: Provenance
  /// What rows without places repeat.
  let service: String
  let cohort: CohortID
  let limit: TravelTime?

  /// The townships that belong to the question, with their places.
  var units: [AdministrativeUnit] {
    guard let universe else { return district.units }
    switch universe.members {
    case .units(let ids): return district.units.filter { ids.contains($0.id) }
    case .places(let ids):
      let used = Set(
        district.demandPoints.filter { ids.contains($0.id.rawValue) }.compactMap(\.unit))
      return district.units.filter { used.contains($0.id) }
    case .undefined: return []
    }
  }

  /// The rows of the townships, then the row of the whole.
  ///
  /// - Parameters:
  ///   - places: all places, by whom people are counted.
  ///   - byUnit: the same places under their townships.
  ///   - judge: says of a township's row whether the township counts as a unit; asked where
  ///     townships are judged.
  func totals(
    of places: [CoverageRow], byUnit: [UnitID: [CoverageRow]],
    judge: (inout CoverageRow, UnitID) -> Void
  ) -> [CoverageRow] {
    let townships = units.map { unit in
      let places = byUnit[unit.id] ?? []
      var row = township(unit, places)
      if judged == .township {
        judge(&row, unit.id)
      } else {
        row.countUnits(of: places)
      }
      return row
    }
    return townships + [whole(places: places, judged: judged == .township ? townships : places)]
  }

  /// The row of one township before anything else is said of it.
  private func township(_ unit: AdministrativeUnit, _ places: [CoverageRow]) -> CoverageRow {
    sum(
      places, level: .township, id: unit.id.rawValue, code: unit.codes[district.codeSystem],
      name: unit.name)
  }

  /// The row of a village whose people are counted in cells.
  func village(_ village: DemandPoint, _ cells: [CoverageRow]) -> CoverageRow {
    sum(
      cells, level: .village, id: village.id.rawValue, code: village.code, name: village.name)
  }

  /// The last row: the whole district, or the universe.
  ///
  /// - Parameters:
  ///   - places: all places, by whom people are counted.
  ///   - judged: the rows of the level whose units are counted.
  private func whole(places: [CoverageRow], judged: [CoverageRow]) -> CoverageRow {
    var row =
      if let universe {
        sum(places, level: .universe, id: universe.id, code: nil, name: universe.id)
      } else {
        sum(
          places, level: .district, id: district.code, code: district.code, name: district.name)
      }
    row.countUnits(of: judged)
    guard let universe else { return row }
    if universe.isEmpty {
      row.status = .notApplicable
      row.reason = nil
    } else if !universe.isDefined {
      row.status = .unknown
      row.reason = .noData
      row.coveredUnits = nil
      row.undecidedUnits = nil
      row.units = nil
    }
    return row
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
    var row = CoverageRow(
      level: level, id: id, code: code, name: name, service: service, cohort: cohort,
      limit: limit, covered: added(\.covered), total: added(\.total),
      coveredWithNeighbours: added(\.coveredWithNeighbours),
      isEstimated: rows.contains(where: \.isEstimated),
      reason: rows.isEmpty ? .noData : nil,
      provenance: Provenance.weakest(of: rows.map(\.provenance)) ?? provenance)
    row.coveredTwice = added(\.coveredTwice)
    row.undecided = added(\.undecided)
    row.status = status(row)
    return row
  }

  private func status(_ row: CoverageRow) -> CoverageStatus {
    guard let covered = row.covered, let total = row.total else { return .unknown }
    if total == 0 { return .notApplicable }
    if covered == total { return .covered }
    if covered > 0 { return .partly }
    return row.undecided == 0 ? .uncovered : .unknown
  }
}

extension CoverageRow {
  /// Counts the units of the judged level that stand behind the row.
  mutating func countUnits(of judged: [CoverageRow]) {
    coveredUnits = judged.reduce(0) { $0 + ($1.coveredUnits ?? 0) }
    undecidedUnits = judged.reduce(0) { $0 + ($1.undecidedUnits ?? 0) }
    units = judged.reduce(0) { $0 + ($1.units ?? 0) }
  }

  /// Makes the row one unit that is covered or not.
  mutating func countAsUnit(_ status: CoverageStatus) {
    coveredUnits = status == .covered ? 1 : 0
    undecidedUnits = status == .unknown ? 1 : 0
    units = status == .notApplicable ? 0 : 1
  }
}

extension CoverageRow {
  /// The same row at another level.
  func at(_ level: UnitLevel) -> CoverageRow {
    var row = self
    row.level = level
    return row
  }
}
