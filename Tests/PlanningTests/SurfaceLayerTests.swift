import Geometry
import Importing
import Planning
import PlanningModel
import Testing

/// Land cover, roads and barriers from files.
@Suite struct SurfaceLayerTests {
  private func milliseconds(
    _ question: SurfaceQuestion, _ files: SurfaceFolder, at cells: [(Int, Int)]
  ) throws -> [UInt32?] {
    var question = question
    question.points = try files.points(cells, "points.csv")
    let rows = try question.write(to: files.path("out.tif")) { Issue.record("\($0)") }
    return cells.map { cell in
      rows.first { $0.id == "\(cell.0)-\(cell.1)" }?.time?.milliseconds
    }
  }

  @Test func landCoverHasItsSpeeds() throws {
    let files = try SurfaceFolder()
    var question = try files.question()
    question.landCover = .init(
      grid: try files.grid("lc.tif") { column, _ in column < 25 ? 10 : column < 35 ? 20 : 30 },
      speeds: try files.write(
        "class,speed_kmh,mode,note\n10,3.6,,grass\n20,1.8,walk,\n30,0,,lake\n", "speeds.csv"))
    let times = try milliseconds(question, files, at: [(10, 20), (30, 20), (36, 20)])
    // Four moves in grass, one half and half, five at half the speed.
    #expect(times == [300_000, 120_000 + 45_000 + 300_000, nil])
  }

  @Test func everyFaultOfTheSpeedsIsListed() throws {
    let files = try SurfaceFolder()
    var question = try files.question()
    question.landCover = .init(
      grid: try files.grid("lc.tif") { _, _ in 10 },
      speeds: try files.write(
        "class,speed_kmh,mode\n10,4,\n10,5,\nwood,3,\n20,fast,\n30,3,swim\n", "speeds.csv"))
    let error = try #require(throws: WorkError.self) {
      _ = try question.write(to: files.path("out.tif")) { _ in }
    }
    #expect(error.faults.map(\.row) == [3, 4, 5, 6])
    #expect(error.faults.map(\.column) == ["class", "class", "speed_kmh", "mode"])
    #expect(error.faults.allSatisfy { $0.file.hasSuffix("speeds.csv") })
  }

  @Test(arguments: ["class,speed\n10,4\n", "class,speed_kmh\n"])
  func speedsWithoutColumnsOrRowsAreRefused(text: String) throws {
    let files = try SurfaceFolder()
    var question = try files.question()
    question.landCover = .init(
      grid: try files.grid("lc.tif") { _, _ in 10 },
      speeds: try files.write(text, "speeds.csv"))
    let error = try #require(throws: WorkError.self) {
      _ = try question.write(to: files.path("out.tif")) { _ in }
    }
    #expect(error.faults.count == 1)
  }

  @Test func aRoadHasTheSpeedOfItsClassForVehiclesAndThePaceOnFoot() throws {
    let files = try SurfaceFolder()
    let east = SurfaceFolder.line([SurfaceFolder.centre(20, 20), SurfaceFolder.centre(40, 20)])
    // To the west the first half cell is still the road's.
    for (mode, highway, along, off): (TravelMode, String, UInt32, UInt32) in [
      (.walk, "secondary", 300_000, 300_000), (.car, "secondary", 30_860, 286_543),
      (.motor, "secondary", 54_000, 287_700), (.car, "footway", 300_000, 300_000),
    ] {
      var question = try files.question(mode: mode)
      question.roads = try files.layer([east], "roads.geojson", highway: highway)
      let times = try milliseconds(question, files, at: [(30, 20), (10, 20)])
      #expect(times == [along, off], "\(mode) on \(highway)")
    }
  }

  @Test func aBarrierHoldsAndARoadLeadsOverIt() throws {
    let files = try SurfaceFolder()
    var question = try files.question()
    let wall = SurfaceFolder.line([
      Position(x: SurfaceFolder.centre(30, 0).x + 4, y: SurfaceFolder.north + 50),
      Position(x: SurfaceFolder.centre(24, 0).x - 7, y: SurfaceFolder.north - 1300),
    ])
    question.barriers = try files.layer([wall], "barriers.geojson")
    #expect(try milliseconds(question, files, at: [(10, 20), (40, 20)]) == [300_000, nil])
    let east = SurfaceFolder.line([SurfaceFolder.centre(20, 20), SurfaceFolder.centre(40, 20)])
    question.roads = try files.layer([east], "roads.geojson", highway: "path")
    #expect(try milliseconds(question, files, at: [(40, 20)]) == [600_000])
    question.barriersCutRoads = true
    #expect(try milliseconds(question, files, at: [(40, 20)]) == [nil])
  }

  @Test func layersElsewhereOrOfOtherKindsAreNamed() throws {
    let files = try SurfaceFolder()
    var question = try files.question()
    let elsewhere = SurfaceFolder.line([
      Position(x: 480_000, y: 3_000_000), Position(x: 480_000, y: 3_000_100),
    ])
    question.barriers = try files.layer(
      [elsewhere, "{\"type\": \"Point\", \"coordinates\": [499400, 3250600]}"],
      "barriers.geojson")
    var notes: [String] = []
    _ = try question.write(to: files.path("out.tif")) { notes.append($0) }
    #expect(notes.count == 2)
    #expect(notes[0].contains("barriers.geojson") && notes[0].contains("Point"))
    #expect(notes[1].contains("barriers.geojson") && notes[1].contains("surface.outside"))
  }
}
