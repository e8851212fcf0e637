public import Foundation

/// A workspace of four townships, three villages and a road, whose verdicts hang on one ledger; it
/// goes away with the value.
///
/// A canteen stands in 甲村; 乙村 and 丙社区 are kilometres away. On flat ground at 0.9 m/s, 15
/// minutes are 810 m.
public final class LedgerDistrict {
  /// The workspace.
  public let folder: URL

  /// Lays the workspace out.
  ///
  /// - Throws: when a file cannot be written.
  public init() throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "yike-ledger-\(UUID().uuidString)")
    for name in ["geodata", "policies"] {
      try FileManager.default.createDirectory(
        at: folder.appending(path: name), withIntermediateDirectories: true)
    }
    for (path, text) in Self.files { try write(Data(text.utf8), to: path) }
    try setLedger(role: "villages", nil)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Writes a file of the workspace.
  ///
  /// - Throws: when it cannot be written.
  public func write(_ data: Data, to path: String) throws {
    try data.write(to: folder.appending(path: path))
  }

  /// The bytes of the store, nil before the first import.
  public var store: Data? {
    try? Data(contentsOf: folder.appending(path: "geodata/500156.gpkg"))
  }

  /// Writes `yike.yaml` with the source under test, in place of the tidy one of its role.
  ///
  /// - Throws: when it cannot be written.
  public func setLedger(
    role: String, _ ledger: (file: String, read: MessyLedger, lostMerges: Bool)?
  )
    throws
  {
    var sources = ["units", "villages", "facilities"].filter { $0 != role || ledger == nil }
      .map { "  - {role: \($0), file: geodata/\($0).csv, provenance: official, datum: wgs84}\n" }
    if let ledger {
      var source = "  - {role: \(role), file: geodata/\(ledger.file), provenance: official"
      if ["villages", "facilities"].contains(role) { source += ", datum: wgs84" }
      if !ledger.read.renames.isEmpty {
        let columns = ledger.read.renames.sorted { $0.key < $1.key }.map { "\"\($0)\": \($1)" }
        source += ", columns: {\(columns.joined(separator: ", "))}"
      }
      if ledger.lostMerges, !ledger.read.fillDown.isEmpty {
        source += ", fill_down: [\(ledger.read.fillDown.joined(separator: ", "))]"
      }
      sources.append(source + "}\n")
    }
    try write(Data((Self.settings + sources.joined()).utf8), to: "yike.yaml")
  }

  private static let settings = """
    schema: yike-workspace/1
    district: {code: "500156", name: 武隆区, code_system: nbs2023}
    as_of: 2024-12-31
    projected: EPSG:4545
    travel: {slope: {function: none}}
    aliases: {白云: 白云乡}
    registers:
      canteens: {kinds: [elder_canteen], complete: true}
      receipts: {targets: [T1], complete: true}
      homes: {indicators: [households_retrofitted], complete: true}
    policies: [policies/*.yaml]
    sources:
      - {role: roads, file: geodata/roads.geojson, provenance: official, datum: wgs84}

    """

  private static let files = [
    "geodata/units.csv": """
    code_nbs2023,name,class,lon,lat
    500156001,凤山街道,街道,107.7,29.3
    500156101,白马镇,镇,107.5,29.4
    500156102,桐梓镇,镇,107.6,29.5
    500156201,白云乡,乡,107.4,29.3

    """,
    "geodata/villages.csv": """
    name,kind,township,lon,lat,total,pop_60plus
    甲村,村,白马镇,107.5,29.4,1234,200
    乙村,村,白马镇,107.6,29.4,1000,
    丙社区,社区,凤山街道,107.7,29.3,500,60

    """,
    "geodata/facilities.csv": """
    id,name,kind,township,lon,lat,state,opened
    1,甲食堂,elder_canteen,白马镇,107.501,29.4,operating,2023-05-01

    """,
    "geodata/roads.geojson": """
    {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"highway":"residential"},
    "geometry":{"type":"LineString","coordinates":[[107.5,29.4],[107.6,29.4],[107.7,29.3]]}}]}
    """,
    "policies/plan.yaml": """
    schema: yike-policies/1
    documents:
      - {id: PLAN, no: 某〔2024〕1号, title: 要点, issuer: [某局], issued: 2024-01-05, year: 2024, complete: true, provenance: official}
    universes:
      D.rural: {level: township, within: "500156", where: {class_in: [镇, 乡]}}
    targets:
      - id: near
        title: 60%的老年人十五分钟可达食堂
        cat: [c]
        cite: {doc: PLAN, clause: 一, quote: 60%的老年人}
        measure: {type: share_population, cohort: pop_60plus, kind_in: [elder_canteen], max_minutes: 15, value: 60%}
        travel: {mode: [walk], pace: elder, direction: round-trip}
        due: {date: 2024-12-31, kind: hard}
      - id: canteens
        title: 老年食堂3家
        cat: [a]
        cite: {doc: PLAN, clause: 二, quote: 老年食堂3家}
        measure: {type: count, kind: elder_canteen, value: 3, counting: net_stock, state_min: operating}
        due: {date: 2024-12-31, kind: hard}
      - id: homes
        title: 适老化改造2000户
        cat: [a]
        cite: {doc: PLAN, clause: 三, quote: 适老化改造2000户}
        measure: {type: count, object: households_retrofitted, value: 2000}
        due: {date: 2024-12-31, kind: hard}
      - id: T1
        title: 各镇街6月10日报送
        cat: [i]
        cite: {doc: PLAN, clause: 四, quote: 6月10日报送}
        measure: {type: report, dates: [2024-06-10], from_universe: D.rural}

    """,
  ]
}
