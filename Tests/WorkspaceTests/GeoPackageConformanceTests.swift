import Foundation
import Geometry
import PlanningModel
import Testing
import Workspace

@Suite struct GeoPackageConformanceTests {
  @Test(.enabled(if: ExternalTools.ogrinfo != nil, "needs ogrinfo (gdal-bin)"))
  func ogrinfoListsEveryTableWithoutAWarning() throws {
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    let url = scratch.file("a.gpkg")
    try GeoPackageStore.write(SmallStore.contents, to: url)
    let before = try Data(contentsOf: url)
    let run = try ExternalTools.run(try #require(ExternalTools.ogrinfo), ["-ro", "-al", url.path])
    #expect(run.status == 0)
    #expect(!run.output.contains("Warning"), "\(run.output)")
    #expect(!run.output.contains("ERROR"), "\(run.output)")
    for table in [
      "unit", "unit_code", "seat", "village", "village_people", "village_urban_rural",
      "village_tag", "facility", "facility_range",
      "facility_designation", "facility_shared_capacity", "activity", "progress", "road",
      "road_tag", "river", "elevation",
      "finding", "source", "meta", "yike_migration",
    ] {
      #expect(run.output.contains("Layer name: \(table)\n"), "\(table)")
    }
    #expect(run.output.contains("POLYGON ((107 29,"))
    #expect(run.output.contains("highway (String) = trunk"))
    #expect(try Data(contentsOf: url) == before)
  }

  @Test(.enabled(if: ExternalTools.hasValidator, "needs GDAL's validate_gpkg (python3-gdal)"))
  func gdalsValidatorFindsNothing() throws {
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    var mixed = SmallStore.contents
    mixed.unitShapes["500156200"] = UnitShape(
      shape: .multiPolygon([Polygon(exterior: SmallStore.square(107, 28, 0.5))]),
      provenance: .surveyed)
    for (index, contents) in [SmallStore.contents, StoreContents(settingsSHA256: ""), mixed]
      .enumerated()
    {
      let url = scratch.file("\(index).gpkg")
      try GeoPackageStore.write(contents, to: url)
      let run = try ExternalTools.run(
        try #require(ExternalTools.python),
        ["-m", "osgeo_utils.samples.validate_gpkg", "--extra", "-q", url.path])
      #expect(run.status == 0, "\(run.output)")
      #expect(!run.output.lowercased().contains("warning"), "\(run.output)")
    }
  }

  @Test(.enabled(if: ExternalTools.python != nil, "needs python3"))
  func sqliteFindsItSoundAndItsReferencesKept() throws {
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    let url = scratch.file("a.gpkg")
    try GeoPackageStore.write(SmallStore.contents, to: url)
    let script = """
      import sqlite3, sys
      c = sqlite3.connect(sys.argv[1])
      print(c.execute('pragma integrity_check').fetchall(), c.execute('pragma foreign_key_check').fetchall(),
        c.execute('select count(*) from gpkg_contents').fetchone(),
        c.execute("select count(*) from sqlite_master where sql like '%REFERENCES unit(code)%'").fetchone())
      """
    let run = try ExternalTools.run(try #require(ExternalTools.python), ["-c", script, url.path])
    #expect(run.output == "[('ok',)] [] (25,) (10,)\n")
  }
}
