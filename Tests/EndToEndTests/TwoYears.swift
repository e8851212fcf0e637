import Foundation

/// A district in two years on a plain: a town that splits, two that merge, one that comes from
/// outside, two new sites, people who move, and a road that shortens a way.
///
/// On flat ground at 0.9 m/s, 15 minutes are 810 m. The main road runs east; village 丁二 lies
/// 665 m north of the old site and 2.6 km from it by the road of 2023.
final class TwoYears {
  let folder: PlainFolder

  init() throws {
    folder = try PlainFolder()
    for (year, files) in [("2023", Self.before), ("2024", Self.after)] {
      for name in ["geodata", "policies"] {
        try FileManager.default.createDirectory(
          at: folder.folder.appending(path: "\(year)/\(name)"), withIntermediateDirectories: true)
      }
      try folder.write(Self.settings(year), "\(year)/yike.yaml")
      try folder.write(Self.policies(year), "\(year)/policies/plan.yaml")
      for (name, text) in files { try folder.write(text, "\(year)/geodata/\(name)") }
    }
  }

  func run(_ arguments: String...) throws -> YikeProcess {
    try YikeProcess.run(arguments, in: folder.folder)
  }

  private static func settings(_ year: String) -> String {
    """
    schema: yike-workspace/1
    district: {code: "500156", name: 某区, name_en: A District, code_system: nbs2023}
    as_of: \(year)-12-31
    projected: EPSG:4545
    travel: {slope: {function: none}, snap: {cap_metres: 300}}
    registers: {centres: {kinds: [elder_town_center], complete: true}}
    sources:
      - {role: units, file: geodata/units.csv, provenance: official, datum: wgs84}
      - {role: villages, file: geodata/villages.csv, provenance: official, datum: wgs84}
      - {role: facilities, file: geodata/facilities.csv, provenance: official, datum: wgs84}
      - {role: roads, file: geodata/roads.geojson, provenance: official, datum: wgs84}
    policies: [policies/*.yaml]

    """
  }

  private static func policies(_ year: String) -> String {
    """
    schema: yike-policies/1
    documents:
      - {id: PLAN, no: 某〔\(year)〕1号, title: 工作要点, title_en: Plan, issuer: [某局], issued: \(year)-01-05, year: \(year), complete: true, provenance: official}
    universes:
      D.township: {level: township, within: "500156"}
    targets:
      - id: Y-circle
        title: 一刻钟养老服务圈
        cat: [c]
        cite: {doc: PLAN, clause: 一, quote: 打造一刻钟养老服务圈}
        measure: {type: share_population, cohort: pop_60plus, kind_in: [elder_town_center], max_minutes: 15, value: null}
        travel: {mode: [walk], pace: elder, direction: round-trip}
        due: {kind: continuous}
      - id: Y-towns
        title: 50%的乡镇街道有养老服务中心
        cat: [b]
        cite: {doc: PLAN, clause: 二, quote: 50%的乡镇街道有养老服务中心}
        measure: {type: share_units, universe: D.township, value: 50%, kind_in: [elder_town_center]}
        covered: {rule: hosted}
        due: {date: \(year)-12-31, kind: hard}
      - id: Y-\(year)
        title: 建成养老服务中心1个
        cat: [a]
        cite: {doc: PLAN, clause: 三, quote: 建成养老服务中心1个}
        measure: {type: count, kind: elder_town_center, value: 1, counting: net_stock}
        due: {date: \(year)-12-31, kind: hard}

    """
  }

  private static func units(_ rows: [(String, String, String)]) -> String {
    "code_nbs2023,name,class,lon,lat\n"
      + rows.map { "\($0.0),\($0.1),\($0.2),107.75,29.3\n" }.joined()
  }

  private static func villages(
    _ rows: [(name: String, town: String, code: String, lon: String, lat: String, people: Int)]
  ) -> String {
    "name,kind,township,township_code_nbs2023,lon,lat,total,pop_60plus\n"
      + rows.map {
        "\($0.name),村,\($0.town),\($0.code),\($0.lon),\($0.lat),\(4 * $0.people),\($0.people)\n"
      }.joined()
  }

  private static func facilities(_ rows: [(id: String, town: String, lon: String)]) -> String {
    "id,name,kind,township,lon,lat,state,opened\n"
      + rows.map {
        "\($0.id),\($0.id),elder_town_center,\($0.town),\($0.lon),29.3,operating,2020-01-01\n"
      }.joined()
  }

  private static let mainRoad: [[Double]] = [
    [107.69, 29.3], [107.73, 29.3], [107.77, 29.3], [107.78, 29.3], [107.81, 29.3],
  ]
  private static let longWay: [[Double]] = [
    [107.78, 29.3], [107.78, 29.306], [107.77, 29.306],
  ]
  private static let shortWay: [[Double]] = [[107.77, 29.3], [107.77, 29.306]]

  private static let before = [
    "units.csv": units([
      ("500156101", "甲镇", "镇"), ("500156102", "乙镇", "镇"), ("500156103", "丙镇", "镇"),
      ("500156104", "丁镇", "镇"),
    ]),
    "villages.csv": villages([
      ("甲一", "甲镇", "500156101", "107.700", "29.3", 100),
      ("甲二", "甲镇", "500156101", "107.715", "29.3", 200),
      ("乙一", "乙镇", "500156102", "107.733", "29.3", 300),
      ("丙一", "丙镇", "500156103", "107.750", "29.3", 400),
      ("丁一", "丁镇", "500156104", "107.770", "29.3", 500),
      ("丁二", "丁镇", "500156104", "107.770", "29.306", 60),
    ]),
    "facilities.csv": facilities([("old", "丁镇", "107.770")]),
    "roads.geojson": PlainFolder.roads([("residential", mainRoad), ("residential", longWay)]),
  ]

  private static let after = [
    "units.csv": units([
      ("500156111", "甲东街道", "街道"), ("500156112", "甲西街道", "街道"),
      ("500156113", "乙丙镇", "镇"), ("500156104", "丁镇", "镇"), ("500156105", "戊镇", "镇"),
    ]),
    "villages.csv": villages([
      ("甲一", "甲东街道", "500156111", "107.700", "29.3", 80),
      ("甲二", "甲西街道", "500156112", "107.715", "29.3", 210),
      ("乙一", "乙丙镇", "500156113", "107.733", "29.3", 310),
      ("丙一", "乙丙镇", "500156113", "107.750", "29.3", 390),
      ("丁一", "丁镇", "500156104", "107.770", "29.3", 470),
      ("丁二", "丁镇", "500156104", "107.770", "29.306", 130),
      ("戊一", "戊镇", "500156105", "107.800", "29.3", 50),
    ]),
    "facilities.csv": facilities([
      ("old", "丁镇", "107.770"), ("new-1", "甲西街道", "107.715"), ("new-2", "乙丙镇", "107.750"),
    ]),
    "roads.geojson": PlainFolder.roads([
      ("residential", mainRoad), ("residential", longWay), ("residential", shortWay),
    ]),
    "unit_changes.csv": """
    date,change,from_system,from_code,from_name,to_system,to_code,to_name,note
    2024-03-01,split,nbs2023,500156101,甲镇,nbs2023,500156111,甲东街道,
    2024-03-01,split,nbs2023,500156101,甲镇,nbs2023,500156112,甲西街道,
    2024-06-01,merged,nbs2023,500156102,乙镇,nbs2023,500156113,乙丙镇,
    2024-06-01,merged,nbs2023,500156103,丙镇,nbs2023,500156113,乙丙镇,
    2026-01-01,merged,nbs2023,500156113,乙丙镇,nbs2023,500156104,丁镇,

    """,
  ]
}
