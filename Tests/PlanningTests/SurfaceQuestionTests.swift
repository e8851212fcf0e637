import Foundation
import Geometry
import Importing
import Planning
import PlanningModel
import Testing

@Suite struct SurfaceQuestionTests {
  @Test func timesOnAPlaneAreThoseOfItsMoves() throws {
    let files = try SurfaceFolder()
    var question = try files.question()
    question.points = try files.points([(30, 20), (20, 10), (25, 25), (20, 20)], "points.csv")
    let rows = try question.write(to: files.path("out.tif")) { Issue.record("\($0)") }
    #expect(rows.map(\.id) == ["20-10", "20-20", "25-25", "30-20"], "sorted by id")
    #expect(rows.map { $0.time?.milliseconds } == [300_000, 0, 212_130, 300_000])
    let raster = try RasterFile.read(files.path("out.tif"))
    #expect(raster.referenceSystem == SurfaceFolder.system)
    #expect(raster.cells[20 * 41 + 30] == 300)
    #expect(raster.cells.allSatisfy { $0.isFinite })
  }

  @Test func everyPointHasAStatus() throws {
    let files = try SurfaceFolder()
    var question = try files.question()
    question.limit = TravelTime(milliseconds: 300_000)
    question.elevation = try files.grid("dem.tif") { column, _ in column == 40 ? .nan : 0 }
    question.points = try files.write(
      """
      id,lon,lat
      ok,\(SurfaceFolder.centre(20, 30).x),\(SurfaceFolder.centre(20, 30).y)
      far,\(SurfaceFolder.centre(20, 31).x),\(SurfaceFolder.centre(20, 31).y)
      hole,\(SurfaceFolder.centre(40, 20).x),\(SurfaceFolder.centre(40, 20).y)
      outside,480000,3250000
      empty,,
      """, "points.csv")
    let rows = try question.write(to: files.path("out.tif")) { Issue.record("\($0)") }
    let status = Dictionary(uniqueKeysWithValues: rows.map { ($0.id, $0.status) })
    #expect(
      status == [
        "ok": "ok", "far": "too_far", "hole": "not_snapped", "outside": "not_snapped",
        "empty": "invalid",
      ])
    #expect(rows.allSatisfy { ($0.time != nil) == ($0.status == "ok") })
    let raster = try RasterFile.read(files.path("out.tif"))
    #expect(raster.cells[30 * 41 + 20] == 300 && raster.cells[31 * 41 + 20].isNaN)
  }

  @Test func tablesInDegreesFindTheirCells() throws {
    let files = try SurfaceFolder()
    var question = try files.question()
    // The central meridian is the middle of column 20; a degree of latitude south is outside.
    question.datum = "WGS 84"
    question.sources = try files.write("id,lon,lat\na,108,29.3675\n", "sources.csv")
    question.points = try files.write("id,lon,lat\nb,108,29.3675\nc,108,28\n", "points.csv")
    let rows = try question.write(to: files.path("out.tif")) { Issue.record("\($0)") }
    #expect(rows.map(\.status) == ["ok", "not_snapped"])
  }

  @Test func unusableSourcesAreNamedAndTheOthersServe() throws {
    let files = try SurfaceFolder()
    var question = try files.question()
    let place = SurfaceFolder.centre(20, 20)
    question.sources = try files.write(
      "id,lon,lat\nfar,480000,3250000\nnone,,\ngood,\(place.x),\(place.y)\n", "sources.csv")
    var notes: [String] = []
    _ = try question.write(to: files.path("out.tif")) { notes.append($0) }
    #expect(notes.count == 2)
    #expect(notes[0].contains("sources.csv:2") && notes[0].contains("not_snapped"))
    #expect(notes[1].contains("sources.csv:3") && notes[1].contains("invalid"))
  }

  @Test func withoutAnyUsableSourceNothingIsWritten() throws {
    let files = try SurfaceFolder()
    var question = try files.question()
    question.sources = try files.write("id,lon,lat\na,480000,3250000\nb,,\n", "sources.csv")
    let error = try #require(throws: WorkError.self) {
      _ = try question.write(to: files.path("out.tif")) { Issue.record("\($0)") }
    }
    #expect(error.faults.map(\.row) == [2, 3])
    #expect(!FileManager.default.fileExists(atPath: files.path("out.tif")))
  }

  @Test func aSlopeHasItsName() throws {
    let files = try SurfaceFolder()
    var question = try files.question()
    question.elevation = try files.grid("dem.tif") { column, _ in Float(3 * column) }
    question.points = try files.points([(30, 20)], "points.csv")
    question.profile.direction = .from
    question.slope = "none"
    func seconds() throws -> UInt32? {
      try question.write(to: files.path("out.tif")) { Issue.record("\($0)") }.first?.time?
        .milliseconds
    }
    #expect(try seconds() == 300_000)
    question.slope = "tobler"
    #expect(try seconds() == UInt32((30_000 * exp(0.35)).rounded()) * 10)
    question.slope = "langmuir"
    #expect(try seconds() == UInt32((30_000 * (0.72 + 0.6) / 0.72).rounded()) * 10)
    question.slope = "steep"
    let error = try #require(throws: WorkError.self) { _ = try seconds() }
    #expect(error.remedy.contains("langmuir") && error.remedy.contains("minetti"))
  }

  @Test(arguments: ["", "EPSG:2263"])
  func anElevationThatCannotBeMeasuredIsRefused(system: String) throws {
    let files = try SurfaceFolder()
    var question = try files.question()
    question.elevation = try files.grid("dem.tif", system: system) { _, _ in 0 }
    let error = try #require(throws: WorkError.self) {
      _ = try question.write(to: files.path("out.tif")) { Issue.record("\($0)") }
    }
    #expect(error.subject.hasSuffix("dem.tif"))
    #expect(error.message.contains(system.isEmpty ? "reference system" : "foot"))
  }
}
