import Coverage
import Geometry
import Planning
import PlanningModel
import Targets

/// A district of 3 units and 8 villages, with names that break careless writers.
enum SmallDistrict {
  static let hostile = "大<山>&\"洞\"|河,\n乡'"
  static let long = String(repeating: "很长的名称", count: 12) + "村"

  static let units = [
    AdministrativeUnit(
      id: "500156001", name: "凤山街道", nameEnglish: "Fengshan", unitClass: .street,
      parent: "500156", codes: [.nbs2023: "500156001"],
      seat: .init(longitude: 107.75, latitude: 29.32), seatProvenance: .official,
      population: 40_000, populationProvenance: .illustrative),
    AdministrativeUnit(
      id: "500156101", name: "白马镇", nameEnglish: "Baima", unitClass: .town, parent: "500156",
      codes: [.nbs2023: "500156101"], seat: .init(longitude: 107.85, latitude: 29.42),
      seatProvenance: .secondary, population: 20_351, populationProvenance: .official),
    AdministrativeUnit(
      id: "500156205", name: hostile, unitClass: .ethnicTownship, parent: "500156",
      codes: [.nbs2023: "500156205"], population: 3_000, populationProvenance: .official),
  ]

  static let villages: [DemandPoint] = {
    let rows: [(UnitID, String, UnitClass, Double, Double, Int, Int)] = [
      ("500156001", "城东社区", .community, 107.752, 29.322, 5_000, 40),
      ("500156001", "城西社区", .community, 107.741, 29.318, 3_000, 3),
      ("500156001", "河边村", .village, 107.72, 29.35, 800, 12),
      ("500156101", "铁佛村", .village, 107.86, 29.43, 700, 8),
      ("500156101", long, .village, 107.89, 29.40, 650, 7),
      ("500156101", "板桥村", .village, 107.84, 29.45, 600, 9),
      ("500156205", "百胜\"村\"|<b>", .village, 107.78, 29.48, 400, 2),
      ("500156205", "红宝村", .village, 107.80, 29.50, 350, 0),
    ]
    var points = rows.map { unit, name, unitClass, longitude, latitude, old, registered in
      DemandPoint(
        id: .init("\(unit)/\(name)"), name: name, unitClass: unitClass, unit: unit,
        position: .init(longitude: longitude, latitude: latitude),
        people: ["pop_60plus": old, "registered": registered],
        positionProvenance: .illustrative, peopleProvenance: .illustrative)
    }
    points.append(
      DemandPoint(
        id: "neighbour/1", name: "邻村", unitClass: .village, unit: nil,
        position: .init(longitude: 107.95, latitude: 29.4), people: ["pop_60plus": 300],
        band: .neighbour, positionProvenance: .illustrative, peopleProvenance: .illustrative))
    return points
  }()

  static let facilities = [
    Facility(
      id: "elder-1", name: "凤山养老服务中心", kind: "elder_center", host: "500156001",
      position: .init(longitude: 107.751, latitude: 29.321), state: .operating,
      provenance: .init(record: .illustrative)),
    Facility(
      id: "elder-2", name: "白马<养老>站", kind: "elder_center", host: "500156101",
      position: .init(longitude: 107.851, latitude: 29.421), state: .underConstruction,
      provenance: .init(record: .official, position: .illustrative)),
    Facility(
      id: "rehab-1", name: "白马“渝康家园”", kind: "mh_rehab_station", host: "500156101",
      position: .init(longitude: 107.849, latitude: 29.419), state: .operating,
      designations: ["示范"], capacity: 30, serviceRange: ["500156101", "500156205"],
      provenance: .init(record: .official, position: .illustrative, range: .illustrative)),
    Facility(
      id: "z-neighbour", name: "邻区中心", kind: "elder_center", host: nil,
      position: .init(longitude: 107.9, latitude: 29.41), state: .operating, band: .neighbour,
      provenance: .init(record: .illustrative)),
  ]

  static let district = District(
    code: "500156", name: "武隆区", nameEnglish: "Wulong District", codeSystem: .nbs2023,
    cohorts: [
      Cohort(id: "pop_60plus", label: "60岁及以上人口", labelEnglish: "aged 60 and over"),
      Cohort(
        id: "registered", label: "登记康复对象", labelEnglish: "registered subjects",
        isSensitive: true),
    ],
    serviceTypes: [
      .init(id: "elder_center", label: "养老服务中心", labelEnglish: "elderly service centre"),
      .init(
        id: "mh_rehab_station", label: "“渝康家园”社区康复站点", labelEnglish: "Yukang Home station"),
    ],
    units: units, demandPoints: villages, facilities: facilities)
}
