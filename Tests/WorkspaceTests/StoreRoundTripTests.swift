import Foundation
import Geometry
import PlanningModel
import Testing
import Workspace

@Suite struct StoreRoundTripTests {
  private func roundTrip(_ contents: StoreContents) throws -> StoreContents {
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    // A name that a URI would take for something else.
    let url = scratch.file("库 #1?.gpkg")
    try GeoPackageStore.write(contents, to: url)
    return try GeoPackageStore.read(url)
  }

  @Test func comesBackAsItWas() throws {
    let before = SmallStore.contents
    let after = try roundTrip(before)
    #expect(after.settingsSHA256 == before.settingsSHA256)
    #expect(after.sources == before.sources)
    #expect(after.units == before.units)
    #expect(after.unitShapes == before.unitShapes)
    #expect(after.demandPoints == before.demandPoints)
    #expect(after.facilities == before.facilities)
    #expect(after.facilities.map(\.serviceRange?.count) == [2, 0, nil])
    #expect(after.activities == before.activities)
    #expect(after.ledger == before.ledger)
    #expect(after.submissions == before.submissions && !after.submissions.isEmpty)
    #expect(after.milestones == before.milestones && !after.milestones.isEmpty)
    #expect(after.issues == before.issues && !after.issues.isEmpty)
    #expect(after.unitChanges == before.unitChanges && after.unitChanges.count == 2)
    #expect(after.rivers == before.rivers)
    #expect(after.findings == before.findings)
    #expect(describe(after.roads) == describe(before.roads))
    #expect(after.roads.lines.keys == before.roads.lines.keys)
    #expect(after.elevation?.provenance == .derived)
    #expect(
      after.elevation?.raster.cells.map(\.bitPattern)
        == before.elevation?.raster.cells.map(\.bitPattern))
    #expect(after.elevation?.raster.cellHeight == 100.5)
    #expect(after.elevation?.raster.referenceSystem == "EPSG:4545")
  }

  @Test func nothingComesBackAsNothing() throws {
    let after = try roundTrip(StoreContents(settingsSHA256: ""))
    #expect(after.units.isEmpty)
    #expect(after.roads.lines.count == 0)
    #expect(after.elevation == nil)
  }

  @Test func verticesKeepTheirIdentities() throws {
    var contents = SmallStore.contents
    contents.roads.lines.vertexIDs = [5, -6, .max, -6, .min]
    #expect(try roundTrip(contents).roads.lines.vertexIDs == contents.roads.lines.vertexIDs)
  }

  @Test(arguments: [
    [0.5, 1, 2, 3, 4, .nan], [-0.0, 0, 0, 0, 0, 0], [-32768, 1, 1, 1, 1, 1],
    [8848.86, .infinity, -.infinity, 1e-30, 65536, .nan],
  ])
  func heightsAreExact(cells: [Float]) throws {
    var contents = StoreContents(settingsSHA256: "")
    contents.elevation = ElevationLayer(raster: SmallStore.raster(cells), provenance: .official)
    let after = try #require(roundTrip(contents).elevation)
    #expect(after.raster.cells.map(\.bitPattern) == cells.map(\.bitPattern))
  }

  @Test func areasOfOtherKindsComeBack() throws {
    var contents = SmallStore.contents
    let squares = [
      Polygon(exterior: SmallStore.square(1, 1, 1)), Polygon(exterior: SmallStore.square(5, 5, 1)),
    ]
    contents.unitShapes["500156200"] = UnitShape(
      shape: .multiPolygon(squares), provenance: .surveyed)
    #expect(try roundTrip(contents).unitShapes == contents.unitShapes)
  }

  @Test func equalContentsAreEqualBytes() throws {
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    var shuffled = SmallStore.contents
    shuffled.units.reverse()
    shuffled.demandPoints.reverse()
    shuffled.facilities.reverse()
    try GeoPackageStore.write(SmallStore.contents, to: scratch.file("a.gpkg"))
    try GeoPackageStore.write(shuffled, to: scratch.file("b.gpkg"))
    let bytes = try Data(contentsOf: scratch.file("a.gpkg"))
    #expect(try Data(contentsOf: scratch.file("b.gpkg")) == bytes)
    // Once more in the place of a file that is there.
    try GeoPackageStore.write(SmallStore.contents, to: scratch.file("b.gpkg"))
    #expect(try Data(contentsOf: scratch.file("b.gpkg")) == bytes)
    #expect(scratch.names == ["a.gpkg", "b.gpkg"])
  }

  private func describe(_ roads: RoadLayer) -> [String] {
    (0..<roads.lines.count).map { line in
      let lines = roads.lines
      let vertices = Int(lines.firstVertex[line])..<Int(lines.firstVertex[line + 1])
      return "\(lines.lineIDs[line]) \(roads.bands[line]) \(roads.provenance[line]) "
        + lines.keys.indices.map { lines.value($0, of: line) }.joined(separator: "|") + " "
        + vertices.map { "\(lines.longitude[$0]) \(lines.latitude[$0])" }.joined(separator: ", ")
    }
  }
}
