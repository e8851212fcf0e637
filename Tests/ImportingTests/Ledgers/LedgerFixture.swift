import Geometry
import Importing
import PlanningModel
import Projections
import Testing

/// A small district to match rows against.
enum LedgerFixture {
  static let box = Bounds(west: 107, south: 28, east: 109, north: 30)

  static let units: [AdministrativeUnit] = [
    unit("500156001", "500156001", "凤山街道", .street),
    unit("500156101", "500156104", "白马镇", .town),
    unit("500156102", "500156101", "桐梓镇", .town),
    unit("500156201", "500156201", "白云乡", .township),
  ]

  static func unit(
    _ code: String, _ mca: String, _ name: String, _ unitClass: UnitClass
  ) -> AdministrativeUnit {
    AdministrativeUnit(
      id: UnitID(code), name: name, unitClass: unitClass, parent: "500156",
      codes: [.nbs2023: code, .mca: mca], population: 100)
  }

  static func context(band: Band = .own, datum: Datum = .wgs84) throws -> LedgerContext {
    LedgerContext(
      districtCode: "500156", districtName: "武隆区", codeSystem: .nbs2023, units: units,
      aliases: ["白云": "白云乡"],
      demandPoints: [
        DemandPoint(
          id: "500156101/铁佛村", name: "铁佛村", unitClass: .village, unit: "500156101",
          position: nil, people: [:], positionProvenance: .official, peopleProvenance: .official)
      ],
      cohorts: [
        Cohort(id: "total", label: "总人口", labelEnglish: "all"),
        Cohort(id: "pop_60plus", label: "60岁以上", labelEnglish: "60+"),
      ],
      serviceTypes: [ServiceType(id: "elder_canteen", label: "老年食堂", labelEnglish: "canteen")],
      coordinates: try CoordinateReading(datum, box: box), band: band)
  }

  static func table(_ text: String, _ rules: ColumnRules) throws -> HeaderedTable {
    HeaderedTable(try TableFile.text(Array(text.utf8), name: "t.csv"), rules: rules)
  }
}

/// What a fault says, in short.
func brief(_ fault: InputFault) -> String {
  "\(fault.row.map(String.init) ?? "-") \(fault.column ?? "-") \(fault.check)"
}
