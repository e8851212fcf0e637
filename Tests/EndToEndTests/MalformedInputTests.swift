import Foundation
import Testing

/// One way in which a workspace can be wrong, and what the message must say.
struct Malformed: Sendable, CustomTestStringConvertible {
  var name: String
  /// Texts that the message must contain: the file, and what helps to find the place.
  var expected: [String]
  var damage: @Sendable (WorkspaceCopy) throws -> Void
  var testDescription: String { name }
}

@Suite struct MalformedInputTests {
  static let units = "geodata/units.csv"
  static let villages = "geodata/villages.csv"
  static let facilities = "geodata/facilities.csv"
  static let settings = "yike.yaml"

  /// Changes one cell of a CSV without quoted commas before it; `row` is the line in the file.
  static func cell(
    _ file: String, row: Int, column: String, _ change: @escaping @Sendable (String) -> String
  ) -> @Sendable (WorkspaceCopy) throws -> Void {
    { copy in
      var lines = try copy.text(file).components(separatedBy: "\n")
      let header = lines[0].components(separatedBy: ",")
      let index = try #require(header.firstIndex(of: column))
      var cells = lines[row - 1].components(separatedBy: ",")
      cells[index] = change(cells[index])
      lines[row - 1] = cells.joined(separator: ",")
      try copy.write(lines.joined(separator: "\n"), to: file)
    }
  }

  /// Adds a source to yike.yaml.
  static func source(_ lines: String) -> @Sendable (WorkspaceCopy) throws -> Void {
    { copy in
      try copy.replace("\nsources:\n", with: "\nsources:\n" + lines + "\n", in: settings)
    }
  }

  static func also(
    _ first: @escaping @Sendable (WorkspaceCopy) throws -> Void,
    _ second: @escaping @Sendable (WorkspaceCopy) throws -> Void
  ) -> @Sendable (WorkspaceCopy) throws -> Void {
    { copy in
      try first(copy)
      try second(copy)
    }
  }

  static let tables: [Malformed] = [
    .init(name: "a missing file", expected: [units]) { try $0.remove(units) },
    .init(name: "a directory instead of a file", expected: [units]) { copy in
      try copy.remove(units)
      try FileManager.default.createDirectory(
        at: copy.folder.appending(path: units), withIntermediateDirectories: false)
    },
    .init(name: "an empty file", expected: [units]) { try $0.write("", to: units) },
    .init(name: "only a header", expected: [units]) { copy in
      try copy.write(try copy.text(units).components(separatedBy: "\n")[0] + "\n", to: units)
    },
    .init(name: "UTF-16 text", expected: [villages]) { copy in
      try copy.write(
        try #require(try copy.text(villages).data(using: .utf16LittleEndian)), to: villages)
    },
    .init(name: "bytes of no known encoding", expected: [villages]) { copy in
      var bytes = try copy.data(villages)
      bytes.append(contentsOf: [0xFF, 0xFF, 0x80, 0x0A])
      try copy.write(bytes, to: villages)
    },
    .init(name: "a NUL byte", expected: [villages]) { copy in
      var bytes = try copy.data(villages)
      bytes[200] = 0
      try copy.write(bytes, to: villages)
    },
    .init(name: "an unbalanced quote", expected: [villages]) { copy in
      try copy.write(try copy.text(villages) + "\"庙树村", to: villages)
    },
    .init(name: "a missing column", expected: [villages, "township"]) {
      try $0.replace(",township,", with: ",镇,", in: villages)
    },
    .init(name: "a column twice", expected: [villages, "lat"]) {
      try $0.replace("lon,lat", with: "lat,lat", in: villages)
    },
    .init(
      name: "an unknown township", expected: [villages, "5", "仙女湖街道"],
      damage: also(
        cell(villages, row: 5, column: "township") { _ in "仙女湖街道" },
        cell(villages, row: 5, column: "township_code_nbs2023") { _ in "" })),
    .init(
      name: "a township code of the other system", expected: [villages, "6"],
      damage: cell(villages, row: 6, column: "township_code_nbs2023") { _ in "500156231" }),
    .init(
      name: "a negative count", expected: [villages, "7", "-3"],
      damage: cell(villages, row: 7, column: "total") { _ in "-3" }),
    .init(
      name: "a count that is not a number", expected: [villages, "8", "很多"],
      damage: cell(villages, row: 8, column: "total") { _ in "很多" }),
    .init(
      name: "a fraction of a person", expected: [villages, "9", "12.5"],
      damage: cell(villages, row: 9, column: "total") { _ in "12.5" }),
    .init(
      name: "a count beyond all numbers", expected: [villages, "10"],
      damage: cell(villages, row: 10, column: "total") { _ in "99999999999999999999" }),
    .init(name: "swapped axes", expected: [villages]) { copy in
      try copy.replace("lon,lat", with: "lat,lon", in: villages)
    },
    .init(
      name: "a place outside the district", expected: [villages, "11", "116.4"],
      damage: cell(villages, row: 11, column: "lon") { _ in "116.4" }),
    .init(
      name: "a place at zero, zero", expected: [villages, "12"],
      damage: also(
        cell(villages, row: 12, column: "lon") { _ in "0" },
        cell(villages, row: 12, column: "lat") { _ in "0" })),
    .init(
      name: "a latitude that is not a number", expected: [villages, "13", "NaN"],
      damage: cell(villages, row: 13, column: "lat") { _ in "NaN" }),
    .init(
      name: "an unknown provenance", expected: [villages, "14", "sure"],
      damage: cell(villages, row: 14, column: "people_provenance") { _ in "sure" }),
    .init(name: "the same village twice", expected: [villages]) { copy in
      let lines = try copy.text(villages).components(separatedBy: "\n")
      try copy.write(
        (lines.prefix(2) + [lines[1]] + lines.dropFirst(2)).joined(separator: "\n"),
        to: villages)
    },
    .init(
      name: "a duplicate unit code", expected: [units, "500156001"],
      damage: cell(units, row: 3, column: "code_nbs2023") { _ in "500156001" }),
    .init(
      name: "an unknown class", expected: [units, "2", "城区"],
      damage: cell(units, row: 2, column: "class") { _ in "城区" }),
    .init(
      name: "cyclic parents", expected: [units, "500156002"],
      damage: also(
        cell(units, row: 2, column: "parent_code") { _ in "500156002" },
        cell(units, row: 3, column: "parent_code") { _ in "500156001" })),
    .init(
      name: "a parent that does not exist", expected: [units, "2", "999999"],
      damage: cell(units, row: 2, column: "parent_code") { _ in "999999" }),
    .init(
      name: "a negative population", expected: [units, "4", "-1"],
      damage: cell(units, row: 4, column: "population_2010") { _ in "-1" }),
    .init(
      name: "an unknown kind", expected: [facilities, "2", "elder_palace"],
      damage: cell(facilities, row: 2, column: "kind") { _ in "elder_palace" }),
    .init(
      name: "an unknown state", expected: [facilities, "3", "open"],
      damage: cell(facilities, row: 3, column: "state") { _ in "open" }),
    .init(
      name: "a day that does not exist", expected: [facilities, "2023-02-30"],
      damage: cell(facilities, row: 2, column: "opened") { _ in "2023-02-30" }),
    .init(
      name: "a service range of no unit", expected: [facilities, "2", "无此乡"],
      damage: cell(facilities, row: 2, column: "service_range") { _ in "无此乡" }),
    .init(
      name: "a facility id twice", expected: [facilities],
      damage: { copy in
        let lines = try copy.text(facilities).components(separatedBy: "\n")
        try copy.write((lines.prefix(3) + [lines[2]]).joined(separator: "\n"), to: facilities)
      }),
  ]

  static let layers: [Malformed] = [
    .init(name: "a truncated GeoJSON", expected: ["geodata/roads.geojson"]) { copy in
      let bytes = try copy.data("geodata/roads.geojson")
      try copy.write(bytes.prefix(bytes.count / 2), to: "geodata/roads.geojson")
    },
    .init(name: "a GeoJSON that is none", expected: ["geodata/unit_polygons.geojson"]) {
      try $0.write("not json", to: "geodata/unit_polygons.geojson")
    },
    .init(name: "a polygon of an unknown unit", expected: ["geodata/unit_polygons.geojson"]) {
      try $0.replace("500156001", with: "500156999", in: "geodata/unit_polygons.geojson")
    },
    .init(name: "a truncated GeoTIFF", expected: ["geodata/elevation.tif"]) { copy in
      try copy.write(
        try copy.data("geodata/elevation.tif").prefix(900), to: "geodata/elevation.tif")
    },
    .init(
      name: "a truncated XLSX", expected: ["geodata/extra.xlsx"],
      damage: also(
        source(
          "  - {role: facilities, file: geodata/extra.xlsx, provenance: official, datum: wgs84}"),
        { try $0.write(Data([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00]), to: "geodata/extra.xlsx") })),
    .init(
      name: "a CSV named XLSX", expected: ["geodata/extra.xlsx"],
      damage: also(
        source(
          "  - {role: facilities, file: geodata/extra.xlsx, provenance: official, datum: wgs84}"),
        { try $0.write("id,name\n1,甲\n", to: "geodata/extra.xlsx") })),
    .init(
      name: "a shapefile without .shx", expected: ["geodata/extra.shp"],
      damage: also(
        source("  - {role: roads, file: geodata/extra.shp, provenance: official, datum: wgs84}"),
        { copy in
          var header = Data(repeating: 0, count: 100)
          header.replaceSubrange(0..<4, with: [0, 0, 0x27, 0x0A])
          header.replaceSubrange(24..<28, with: [0, 0, 0, 50])
          header.replaceSubrange(28..<32, with: [0xE8, 0x03, 0, 0])
          header.replaceSubrange(32..<36, with: [3, 0, 0, 0])
          try copy.write(header, to: "geodata/extra.shp")
        })),
    .init(
      name: "a PBF cut in half", expected: ["geodata/extra.osm.pbf"],
      damage: also(
        source(
          "  - {role: roads, file: geodata/extra.osm.pbf, provenance: official, datum: wgs84}"),
        { copy in
          try copy.write(
            Data([0, 0, 0, 13, 0x0A, 9] + Array("OSMHeader".utf8) + [0x18, 0x7C, 0x10]),
            to: "geodata/extra.osm.pbf")
        })),
    .init(
      name: "OSM XML that breaks off", expected: ["geodata/extra.osm"],
      damage: also(
        source("  - {role: roads, file: geodata/extra.osm, provenance: official, datum: wgs84}"),
        { try $0.write("<osm version=\"0.6\"><node id=\"1\" lat=", to: "geodata/extra.osm") })),
  ]

  static let texts: [Malformed] = [
    .init(name: "a typo in a key", expected: [settings, "registrs", "registers"]) {
      try $0.replace("\nregisters:", with: "\nregistrs:", in: settings)
    },
    .init(name: "YAML that is none", expected: [settings]) {
      try $0.write("district: [", to: settings)
    },
    .init(name: "no yike.yaml", expected: [settings]) { try $0.remove(settings) },
    .init(name: "a date that is none", expected: [settings, "as_of"]) {
      try $0.replace("as_of: 2024-12-31", with: "as_of: 2024-13-31", in: settings)
    },
    .init(name: "an unknown role", expected: [settings, "people"]) {
      try $0.replace("role: villages", with: "role: people", in: settings)
    },
    .init(name: "an unknown reference system", expected: ["EPSG:999999"]) {
      try $0.replace("projected: EPSG:4545", with: "projected: EPSG:999999", in: settings)
    },
    .init(name: "a pace of zero", expected: [settings, "elder"]) {
      try $0.replace("elder: 0.9", with: "elder: 0", in: settings)
    },
    .init(
      name: "a target of an unknown kind",
      expected: ["policies/wulong-2024.yaml", "mh_rehab_statio"]
    ) {
      try $0.replace(
        "kind: mh_rehab_station,", with: "kind: mh_rehab_statio,", in: "policies/wulong-2024.yaml")
    },
    .init(name: "a target twice", expected: ["policies/wulong-2024.yaml", "WL24-40a"]) {
      try $0.replace("id: WL24-40b", with: "id: WL24-40a", in: "policies/wulong-2024.yaml")
    },
    .init(name: "a policy file with tabs", expected: ["policies/wulong-2024.yaml"]) {
      try $0.write("targets:\n\t- id: x\n", to: "policies/wulong-2024.yaml")
    },
  ]

  @Test func thereAreFifty() {
    #expect(Self.tables.count + Self.layers.count + Self.texts.count + 3 >= 50)
  }

  @Test(arguments: tables + layers + texts)
  func isRefusedWithPlaceAndRemedyAndLeavesTheStoreAlone(malformed: Malformed) throws {
    let copy = try WorkspaceCopy()
    let store = Data("the store as it was".utf8)
    try copy.write(store, to: "geodata/500156.gpkg")
    try malformed.damage(copy)
    let run = try copy.run("import")
    let answer =
      malformed.name.hasPrefix("a target") || malformed.name.hasPrefix("a policy")
      ? try copy.run("check") : run
    #expect([1, 64].contains(answer.exitCode), "exit \(answer.exitCode): \(answer.stderr)")
    let message = answer.stderr + answer.output
    for text in malformed.expected { #expect(message.contains(text), "\(text) in: \(message)") }
    #expect(!message.contains("Fatal error"))
    if malformed.expected.first?.hasPrefix("policies") != true {
      #expect(try copy.data("geodata/500156.gpkg") == store)
    }
    let left = try FileManager.default.contentsOfDirectory(
      atPath: copy.folder.appending(path: "geodata").path
    ).filter { $0.contains("partial") }
    #expect(left.isEmpty)
  }

  @Test(arguments: [
    (["run", "scenarios/none.yaml"], "scenarios/none.yaml"),
    (["targets", "--as-of", "yesterday"], "as-of"),
    (["coverage", "--service", "elder_palace", "--within", "15min"], "elder_palace"),
  ])
  func wrongUsageIsTold(arguments: [String], expected: String) throws {
    let copy = try WorkspaceCopy()
    let run = try YikeProcess.run(arguments, in: copy.folder)
    #expect([1, 64].contains(run.exitCode))
    #expect(run.stderr.contains(expected), "\(run.stderr)")
  }
}
