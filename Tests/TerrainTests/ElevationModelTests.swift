import Geometry
import Terrain
import Testing

@Suite struct ElevationModelTests {
  /// Two columns, two rows; centres at 0.5 and 1.5.
  static func square(_ cells: [Float]) -> ElevationModel {
    ElevationModel(
      geographic: Raster(
        width: 2, height: 2, west: 0, north: 2, cellWidth: 1, cellHeight: 1,
        referenceSystem: "EPSG:4326", cells: cells))
  }

  @Test func heightsBetweenCentresAreBilinear() {
    let model = Self.square([10, 20, 30, 40])
    #expect(model.height(atX: 0.5, y: 1.5) == 10)
    #expect(model.height(atX: 1.5, y: 0.5) == 40)
    #expect(model.height(atX: 1, y: 1) == 25)
    #expect(model.height(atX: 1, y: 1.5) == 15)
    #expect(model.height(atX: 0.75, y: 1.25) == 17.5)
  }

  @Test func theBorderKeepsTheOutermostCentresAndOutsideIsUnknown() {
    let model = Self.square([10, 20, 30, 40])
    #expect(model.height(atX: 0, y: 2) == 10)
    #expect(model.height(atX: 2, y: 0) == 40)
    #expect(model.height(atX: 2.001, y: 1).isNaN)
    #expect(model.height(atX: .nan, y: 1).isNaN)
  }

  @Test func missingCentresShareTheirWeight() {
    let model = Self.square([10, .nan, 30, .nan])
    #expect(model.height(atX: 1, y: 1) == 20)
    #expect(model.height(atX: 1.5, y: 1).isNaN)
  }

  @Test func positionsAreProjectedInOneCall() throws {
    let raster = Raster(
      width: 1, height: 1, west: 500, north: 600, cellWidth: 100, cellHeight: 100,
      referenceSystem: "EPSG:4545", cells: [7])
    let model = ElevationModel(raster: raster) { positions in
      #expect(positions.count == 2)
      return positions.map { Position(x: $0.x + 500, y: $0.y + 550) }
    }
    let heights = try model.heights(at: [Position(x: 1, y: 1), Position(x: 999, y: 1)])
    #expect(heights[0] == 7)
    #expect(heights[1].isNaN)
  }
}
