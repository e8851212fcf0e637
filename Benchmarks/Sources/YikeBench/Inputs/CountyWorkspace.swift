import Foundation
import Geometry

/// A made-up county as a workspace that `yike` can open: townships, villages, facilities, roads,
/// heights, and a target of each access measure for four services.
///
/// Everything is invented and marked illustrative; it serves to time the program, nothing else.
struct CountyWorkspace {
  /// How many villages.
  var villages = 2_000
  /// How many facilities, dealt out to the four services in turn.
  var facilities = 100
  /// About how many nodes its roads have.
  var roadNodes = 100_000
  /// The seed.
  var seed: UInt64 = 1

  /// The four services.
  static let kinds = [
    "elder_town_center", "elder_canteen", "mh_rehab_station", "women_child_rights_station",
  ]
  private static let villagesPerTownship = 50
  private static let heightCellDegrees = 0.003
  private enum Purpose {
    static let villageRow: UInt64 = 101
    static let villageColumn: UInt64 = 102
    static let people: UInt64 = 103
    static let facilityRow: UInt64 = 104
    static let facilityColumn: UInt64 = 105
    static let editRow: UInt64 = 106
    static let editColumn: UInt64 = 107
  }

  private var numbers: SeededNumbers { SeededNumbers(seed: seed) }
  private var roads: GeneratedRoads { GeneratedRoads(nodeCount: roadNodes, seed: seed) }
  private var townships: Int { max(1, villages / Self.villagesPerTownship) }

  /// Writes the workspace into a folder.
  func write(to folder: URL) throws {
    for part in ["geodata", "policies"] {
      try FileManager.default.createDirectory(
        at: folder.appending(path: part), withIntermediateDirectories: true)
    }
    let files: [(String, String)] = [
      ("yike.yaml", settings), ("geodata/units.csv", units), ("geodata/villages.csv", villageRows),
      ("geodata/facilities.csv", facilityRows), ("geodata/roads.geojson", roadLines),
      ("geodata/heights.asc", heights), ("policies/county.yaml", policies),
    ]
    for (name, text) in files {
      try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
    }
  }

  private var settings: String {
    let sources = [
      ("units", "units.csv", "datum: wgs84"), ("villages", "villages.csv", "datum: wgs84"),
      ("facilities", "facilities.csv", "datum: wgs84"), ("roads", "roads.geojson", "datum: wgs84"),
      ("elevation", "heights.asc", "crs: EPSG:4326"),
    ].map { role, file, system in
      "  - {role: \(role), file: geodata/\(file), provenance: illustrative, "
        + "publisher: generated, \(system)}"
    }
    return """
      schema: yike-workspace/1
      district: {code: "500199", name: 示例县, name_en: Example County, code_system: nbs2023}
      as_of: 2024-12-31
      projected: EPSG:4542
      registers:
        all: {kinds: [\(Self.kinds.joined(separator: ", "))], complete: true}
      sources:
      \(sources.joined(separator: "\n"))
      policies: [policies/*.yaml]

      """
  }

  private func code(ofTownship township: Int) -> String { String(500_199_100 + township) }

  private var units: String {
    let rows = (0..<townships).map { township in
      let place = villagePlace(township * Self.villagesPerTownship)
      return "\(code(ofTownship: township)),第\(township + 1)镇,镇,500199,\(place)"
    }
    return Self.table("code_nbs2023,name,class,parent_code,lon,lat", rows)
  }

  private var villageRows: String {
    let rows = (0..<villages).map { village in
      let township = min(village / Self.villagesPerTownship, townships - 1)
      let people = 300 + numbers.below(2_700, village, Purpose.people)
      return "第\(village + 1)村,村,第\(township + 1)镇,\(code(ofTownship: township)),"
        + "\(villagePlace(village)),\(people),\(people / 4),\(people / 20),\(people / 7),"
        + "\(people / 2),\(people / 3)"
    }
    return Self.table(
      "name,kind,township,township_code_nbs2023,lon,lat,total,pop_60plus,pop_80plus,children,"
        + "women,households", rows)
  }

  private var facilityRows: String {
    let rows = (0..<facilities).map { facility in
      let kind = Self.kinds[facility % Self.kinds.count]
      let township = facility / Self.kinds.count % townships
      let place = place(facility, Purpose.facilityRow, Purpose.facilityColumn)
      return "f\(facility),示例设施\(facility),\(kind),第\(township + 1)镇,\(place),operating,"
        + "2020-01-01,80,300"
    }
    return Self.table("id,name,kind,township,lon,lat,state,opened,capacity,floor_area_m2", rows)
  }

  private var policies: String {
    let targets = Self.kinds.enumerated().map { index, kind in
      """
        - {id: C\(index)-units, title: 乡镇覆盖, title_en: Townships, cat: [b], cite: {doc: C, clause: 一, quote: 示例}, measure: {type: share_units, universe: C.township, value: 60%, kind: \(kind)}, covered: {rule: hosted, alternatives: [within_time], within_time: {max_minutes: 30, mode: motor, cohort: total, pop_share_min: 0.5}}, due: {date: 2024-12-31, kind: hard}}
        - {id: C\(index)-people, title: 人口覆盖, title_en: People, cat: [c], cite: {doc: C, clause: 一, quote: 示例}, measure: {type: share_population, cohort: pop_60plus, kind: \(kind), max_minutes: 15, value: 50%}, travel: {mode: [walk], pace: elder, direction: round-trip, alternatives: [motor]}, due: {date: 2024-12-31, kind: hard}}
      """
    }
    return """
      schema: yike-policies/1
      documents:
        - {id: C, no_unknown: true, title: 示例文件, year: 2024, complete: true, provenance: illustrative}
      universes:
        C.township: {level: township, within: "500199", n: \(townships)}
      targets:
      \(targets.joined(separator: "\n"))

      """
  }

  /// Where an edit puts something: beside a road, or on it.
  func editPlace(_ number: Int, onRoad: Bool) -> (longitude: String, latitude: String) {
    let node = roads.position(
      row: numbers.below(roads.side, number, Purpose.editRow),
      column: numbers.below(roads.side, number, Purpose.editColumn))
    return (
      Self.degrees(node.x + (onRoad ? 0 : 0.0007)), Self.degrees(node.y + (onRoad ? 0 : 0.0004))
    )
  }

  private func villagePlace(_ village: Int) -> String {
    place(village, Purpose.villageRow, Purpose.villageColumn)
  }

  private func place(_ item: Int, _ rowPurpose: UInt64, _ columnPurpose: UInt64) -> String {
    let node = roads.position(
      row: numbers.below(roads.side, item, rowPurpose),
      column: numbers.below(roads.side, item, columnPurpose))
    return Self.degrees(node.x + 0.0007) + "," + Self.degrees(node.y + 0.0004)
  }

  private var roadLines: String {
    let lines = roads.lines()
    var features: [String] = []
    for line in 0..<lines.lineIDs.count {
      let vertices = Int(lines.firstVertex[line])..<Int(lines.firstVertex[line + 1])
      let coordinates = vertices.map {
        "[\(Self.degrees(lines.longitude[$0])),\(Self.degrees(lines.latitude[$0]))]"
      }
      features.append(
        #"{"type":"Feature","properties":{"highway":""#
          + lines.strings[Int(lines.values[line])]
          + #""},"geometry":{"type":"LineString","coordinates":["#
          + coordinates.joined(separator: ",") + "]}}")
    }
    return #"{"type":"FeatureCollection","features":["# + "\n"
      + features.joined(separator: ",\n") + "\n]}\n"
  }

  private var heights: String {
    let low = roads.position(row: 0, column: 0)
    let high = roads.position(row: roads.side - 1, column: roads.side - 1)
    let margin = 0.02
    let columns = Int(((high.x - low.x + 2 * margin) / Self.heightCellDegrees).rounded(.up))
    let rows = Int(((high.y - low.y + 2 * margin) / Self.heightCellDegrees).rounded(.up))
    let (west, south) = (low.x - margin, low.y - margin)
    let lines = (0..<rows).map { row in
      (0..<columns).map { column in
        let x = west + (Double(column) + 0.5) * Self.heightCellDegrees
        let y = south + (Double(rows - row) - 0.5) * Self.heightCellDegrees
        return String(Int(roads.heightMetres(Position(x: x, y: y)).rounded()))
      }.joined(separator: " ")
    }
    return """
      ncols \(columns)
      nrows \(rows)
      xllcorner \(Self.degrees(west))
      yllcorner \(Self.degrees(south))
      cellsize \(Self.heightCellDegrees)
      nodata_value -9999

      """ + lines.joined(separator: "\n") + "\n"
  }

  private static func degrees(_ value: Double) -> String {
    String((value * 10_000_000).rounded() / 10_000_000)
  }

  private static func table(_ head: String, _ rows: [String]) -> String {
    ([head] + rows).joined(separator: "\n") + "\n"
  }
}
