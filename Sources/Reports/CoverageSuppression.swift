import Coverage
import Planning
import PlanningModel

/// Hides small counts of sensitive cohorts, the same places in every table of a cohort.
struct CoverageSuppression {
  /// Ids of hidden rows (villages, townships, the district) by cohort.
  let hidden: [CohortID: Set<String>]

  /// Decides what to hide for all tables of an evaluation together.
  init(_ evaluation: Evaluation) {
    let sensitive = Set(evaluation.district.cohorts.filter(\.isSensitive).map(\.id))
    var unitOf: [String: String] = [:]
    for point in evaluation.district.demandPoints {
      unitOf[point.id.rawValue] = point.unit?.rawValue ?? ""
    }
    var hidden: [CohortID: Set<String>] = [:]
    for cohort in evaluation.district.cohorts.map(\.id) where sensitive.contains(cohort) {
      var tables = evaluation.coverage.filter { $0.cohort == cohort }.map(\.rows)
      tables.append(Self.people(cohort, evaluation.district))
      var known: Set<String> = []
      var before: Int
      repeat {
        before = known.count
        for rows in tables { known.formUnion(Self.hide(rows, unitOf, known)) }
      } while known.count > before
      hidden[cohort] = known
    }
    self.hidden = hidden
  }

  /// Whether a place's count of a cohort is hidden.
  func hides(_ id: String, _ cohort: CohortID) -> Bool { hidden[cohort]?.contains(id) ?? false }

  /// Whether any count of a cohort is hidden.
  func hidesSome(of cohort: CohortID) -> Bool { !(hidden[cohort]?.isEmpty ?? true) }

  /// A table without the counts that are hidden; neighbours' figures of a sensitive cohort go
  /// with them, because their differences would give the counts away.
  func applied(to table: CoverageTable) -> CoverageTable {
    guard let ids = hidden[table.cohort], !ids.isEmpty else { return table }
    var table = table
    for position in table.rows.indices {
      table.rows[position].coveredWithNeighbours = nil
      table.rows[position].coveredTwice = nil
      table.rows[position].undecided = nil
      // A universe may hold one of two places that are hidden together, a cell is less than one.
      let level = table.rows[position].level
      guard
        ids.contains(table.rows[position].id) || level == .universe || level == .cell
      else { continue }
      table.rows[position].covered = nil
      table.rows[position].total = nil
    }
    return table
  }

  private static func place(_ row: CoverageRow) -> SmallCounts.Place {
    let covered = row.covered ?? 0
    return .init(id: row.id, parts: [covered, max(0, (row.total ?? 0) - covered)])
  }

  private static func hide(
    _ rows: [CoverageRow], _ unitOf: [String: String], _ forced: Set<String>
  ) -> Set<String> {
    let villages = Dictionary(
      grouping: rows.filter { $0.level == .village }, by: { unitOf[$0.id] ?? "" })
    let townships = rows.filter { $0.level == .township }
    var result: Set<String> = []
    var closed = forced
    for (unit, group) in villages {
      if let ids = SmallCounts.hidden(in: group.map(place), forced: forced) {
        result.formUnion(ids)
      } else {
        closed.insert(unit)
      }
    }
    let hiddenUnits = SmallCounts.hidden(in: townships.map(place), forced: closed)
    let units = hiddenUnits ?? Set(townships.map(\.id))
    if hiddenUnits == nil { result.formUnion(rows.filter { $0.level == .district }.map(\.id)) }
    // The villages of a hidden township would add up to it.
    for unit in units {
      result.insert(unit)
      result.formUnion((villages[unit] ?? []).map(\.id))
    }
    return result
  }

  /// The counts themselves as a table in which nobody is covered.
  private static func people(_ cohort: CohortID, _ district: District) -> [CoverageRow] {
    let own = district.demandPoints.filter { $0.band == .own }
    func row(_ level: UnitLevel, _ id: String, _ points: [DemandPoint]) -> CoverageRow {
      CoverageRow(
        level: level, id: id, code: nil, name: "", service: "", cohort: cohort,
        limit: TravelTime(milliseconds: 0), covered: 0,
        total: points.reduce(0) { $0 + ($1.people[cohort] ?? 0) }, coveredWithNeighbours: nil,
        provenance: .derived)
    }
    return own.map { row(.village, $0.id.rawValue, [$0]) }
      + district.units.map { unit in
        row(.township, unit.id.rawValue, own.filter { $0.unit == unit.id })
      } + [row(.district, district.code, own)]
  }
}
