import Coverage
import Planning
import PlanningModel

extension SmallEvaluation {
  /// A table in which the first `own` villages are covered, and one more with neighbours.
  static func table(
    _ service: String, _ label: String, _ english: String, _ cohort: CohortID, own: Int
  ) -> CoverageTable {
    let limit = TravelTime(milliseconds: 900_000)
    let points = SmallDistrict.district.demandPoints.filter { $0.band == .own }
    func row(
      _ level: UnitLevel, _ id: String, _ name: String, _ covered: Int, _ total: Int, _ both: Int
    ) -> CoverageRow {
      CoverageRow(
        level: level, id: id, code: level == .village ? nil : id, name: name, service: service,
        cohort: cohort, limit: limit, covered: covered, total: total, coveredWithNeighbours: both,
        provenance: .illustrative)
    }
    var rows: [CoverageRow] = []
    var sums: [UnitID: (covered: Int, total: Int, both: Int)] = [:]
    for (position, point) in points.enumerated() {
      let total = point.people[cohort] ?? 0
      let covered = position < own ? total : 0
      let both = position <= own ? total : 0
      var village = row(.village, point.id.rawValue, point.name, covered, total, both)
      village.nearest = "elder-1"
      village.time = TravelTime(milliseconds: UInt32(250_000 + position * 700_001))
      village.reason = position < own ? nil : position == 7 ? .unreachable : .tooFar
      if position == 7 { (village.time, village.nearest) = (nil, nil) }
      village.isEstimated = position == 6
      rows.append(village)
      let unit = point.unit ?? ""
      let sum = sums[unit] ?? (0, 0, 0)
      sums[unit] = (sum.covered + covered, sum.total + total, sum.both + both)
    }
    for unit in SmallDistrict.units {
      let sum = sums[unit.id] ?? (0, 0, 0)
      rows.append(
        row(.township, unit.id.rawValue, unit.name, sum.covered, sum.total, sum.both))
    }
    let all = sums.values.reduce((0, 0, 0)) {
      ($0.0 + $1.covered, $0.1 + $1.total, $0.2 + $1.both)
    }
    rows.append(row(.district, "500156", "武隆区", all.0, all.1, all.2))
    return CoverageTable(
      service: service, label: label, labelEnglish: english,
      profile: .init(mode: .walk, paceMillimetresPerSecond: 900, direction: .roundTrip),
      cohort: cohort, limit: limit, rows: rows)
  }
}
