import PlanningModel

/// 武隆区's units with the facilities and records of its 2024 plan, as the plan's scenario has
/// them; nothing else is in the district.
enum WulongDistrict {
  static let streets = [
    ("500156001", "凤山街道"), ("500156002", "芙蓉街道"), ("500156003", "仙女山街道"), ("500156004", "羊角街道"),
  ]
  static let towns = [
    ("500156101", "白马镇"), ("500156102", "江口镇"), ("500156104", "火炉镇"), ("500156105", "鸭江镇"),
    ("500156107", "长坝镇"), ("500156108", "平桥镇"), ("500156109", "桐梓镇"), ("500156111", "和顺镇"),
    ("500156112", "双河镇"), ("500156113", "凤来镇"),
  ]
  static let townships = [
    ("500156201", "庙垭乡"), ("500156202", "石桥苗族土家族乡"), ("500156203", "黄莺乡"), ("500156204", "沧沟乡"),
    ("500156205", "文复苗族土家族乡"), ("500156206", "土地乡"), ("500156207", "白云乡"),
    ("500156208", "后坪苗族土家族乡"), ("500156209", "浩口苗族仡佬族乡"), ("500156210", "接龙乡"),
    ("500156211", "赵家乡"), ("500156212", "大洞河乡"),
  ]

  static let units: [AdministrativeUnit] =
    streets.map { unit($0.0, $0.1, .street) } + towns.map { unit($0.0, $0.1, .town) }
    + townships.map { unit($0.0, $0.1, $0.1.count > 5 ? .ethnicTownship : .township) }

  private static func unit(_ code: String, _ name: String, _ kind: UnitClass)
    -> AdministrativeUnit
  {
    AdministrativeUnit(
      id: UnitID(code), name: name, unitClass: kind, parent: "500156", codes: [.nbs2023: code])
  }

  static func id(_ name: String) -> UnitID {
    units.first { $0.name == name }?.id ?? UnitID(name)
  }

  static let stationHosts = ["羊角街道", "白马镇", "和顺镇", "双河镇", "白云乡", "赵家乡", "接龙乡", "黄莺乡"]
  static let named = stationHosts + ["大洞河乡"]
  static let centreHosts = ["仙女山街道", "长坝镇"]

  /// The plan's ten rehabilitation facilities and two canteens.
  static var facilities: [Facility] {
    let stations = stationHosts.map { host in
      facility(
        "station-\(host)", "mh_rehab_station", host,
        range: host == "白云乡" ? ["白云乡", "大洞河乡"] : [host])
    }
    let centres = centreHosts.map {
      facility("centre-\($0)", "mh_rehab_area_center", $0, designations: ["片区型中心"])
    }
    return stations + centres + [
      facility("canteen-1", "elder_canteen", "凤山街道", designations: ["市级示范"], host: .illustrative),
      facility("canteen-2", "elder_canteen", "白马镇", host: .illustrative),
    ]
  }

  static func facility(
    _ id: String, _ kind: ServiceKind, _ host: String, state: FacilityState = .operating,
    opened: String? = "2024-06-30", closed: String? = nil, designations: [String] = [],
    range: [String]? = nil, host hostProvenance: Provenance = .official
  ) -> Facility {
    Facility(
      id: FacilityID(id), name: id, kind: kind, host: self.id(host), position: nil, state: state,
      opened: opened.flatMap { CivilDate($0) }, closed: closed.flatMap { CivilDate($0) },
      designations: designations, serviceRange: range.map { $0.map { self.id($0) } },
      provenance: .init(
        record: .official, host: hostProvenance, position: .illustrative, range: .illustrative))
  }

  static var activities: [ActivityRecord] {
    (named + centreHosts).map {
      ActivityRecord(
        unit: id($0), activity: "精康服务", year: 2024, sessions: 1, provenance: .derived)
    }
  }

  static let register = Register(
    id: "mh_rehab", kinds: ["mh_rehab_area_center", "mh_rehab_station", "mh_rehab_point"],
    activities: ["精康服务"], isComplete: false)

  /// The district, with the plan or without it.
  static func district(
    plan: Bool = true, demandPoints: [DemandPoint] = [], facilities added: [Facility] = [],
    activities other: [ActivityRecord]? = nil, ledger: [LedgerEntry] = [],
    registers: [Register] = [register]
  ) -> District {
    District(
      code: "500156", name: "武隆区", nameEnglish: "Wulong", codeSystem: .nbs2023,
      cohorts: [Cohort(id: "pop_60plus", label: "60岁及以上", labelEnglish: "aged 60 and over")],
      units: units, demandPoints: demandPoints, facilities: (plan ? facilities : []) + added,
      activities: other ?? (plan ? activities : []), ledger: ledger, registers: registers)
  }
}
