import Geometry
import Importing
import PlanningModel
import Testing

@Suite struct VectorLinesTests {
  private func line(_ numbers: Double...) -> [Position] {
    stride(from: 0, to: numbers.count, by: 2).map { Position(x: numbers[$0], y: numbers[$0 + 1]) }
  }

  @Test func linesKeepTheirTags() {
    let layer = VectorLayer(
      file: "roads.gpkg", name: "roads", referenceSystem: "EPSG:4326",
      fields: ["name", "Highway", "oneway_foot", "bridge"],
      features: [
        VectorFeature(
          row: 7, values: ["a", "track", "yes", nil], shape: .lineString(line(107, 29, 107.1, 29))),
        VectorFeature(
          row: 9, values: [nil, "track", "", "yes"],
          shape: .multiLineString([line(1, 2, 3, 4, 5, 6), line(7, 8, 9, 10)])),
      ])
    let (lines, faults) = layer.taggedLines(keys: ["highway", "oneway:foot", "bridge", "layer"])
    #expect(faults.isEmpty)
    #expect(lines.count == 3)
    #expect(lines.firstVertex == [0, 2, 5, 7])
    #expect(lines.longitude == [107, 107.1, 1, 3, 5, 7, 9])
    #expect(lines.latitude == [29, 29, 2, 4, 6, 8, 10])
    #expect(lines.lineIDs == [7, 9, 9])
    #expect(lines.vertexIDs.isEmpty)
    #expect(lines.strings == ["", "track", "yes"])
    #expect((0..<4).map { lines.value($0, of: 0) } == ["track", "yes", "", ""])
    #expect((0..<4).map { lines.value($0, of: 2) } == ["track", "", "yes", ""])
  }

  @Test func whatIsNoLineIsListedAndLeftOut() {
    let layer = VectorLayer(
      file: "roads.gpkg", name: "roads", referenceSystem: nil, fields: [],
      features: [
        VectorFeature(row: 1, values: [], shape: nil),
        VectorFeature(row: 2, values: [], shape: .point(Position(x: 1, y: 2))),
        VectorFeature(row: 3, values: [], shape: .lineString(line(1, 2))),
        VectorFeature(row: 4, values: [], shape: .lineString(line(1, 2, .nan, 3))),
        VectorFeature(row: 5, values: [], shape: .lineString(line(500_000, 3_242_500, 1, 2))),
        VectorFeature(
          row: 6, values: [], shape: .multiLineString([line(1, 2), line(1, 2, 3, 4)])),
      ])
    let (lines, faults) = layer.taggedLines(keys: ["highway"])
    #expect(lines.count == 1)
    #expect(lines.lineIDs == [6])
    #expect(
      faults.map(\.check) == [
        "roads.not_a_line", "roads.not_a_line", "roads.short_line", "roads.bad_coordinate",
        "roads.bad_coordinate", "roads.short_line",
      ])
    #expect(faults.map(\.row) == [1, 2, 3, 4, 5, 6])
    #expect(faults[4].value == "500000.0, 3242500.0")
  }
}
