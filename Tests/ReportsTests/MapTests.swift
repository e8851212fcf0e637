import Foundation
import FoundationXML
import Geometry
import Planning
import PlanningModel
import TestSupport
import Testing

@testable import Reports

@Suite struct MapTests {
  @Test func `a degree has its length on the ellipsoid`() {
    // WGS 84 at 29.37° N: 110,861 m along the meridian, 97,085 m along the parallel.
    let metres = MapProjection.metresPerDegree(latitude: 0)
    #expect(abs(metres.north - 110_574.3) < 0.1 && abs(metres.east - 111_319.5) < 0.1)
    let middle = MapProjection.metresPerDegree(latitude: 45)
    #expect(abs(middle.north - 111_131.8) < 0.1 && abs(middle.east - 78_846.8) < 0.1)
  }

  @Test func `the scale bar is as long as it says`() throws {
    let corners = [Position(x: 107.2, y: 29.0), Position(x: 108.1, y: 29.7)]
    let projection = try #require(MapProjection(showing: corners, width: 1000, margin: 24))
    let bar = ScaleBar(pixelsPerMetre: projection.pixelsPerMetre, maximumPixels: 220)
    #expect(bar.lengthMetres == 20_000 && bar.label(.zh) == "20 公里")
    let degrees = bar.lengthMetres / MapProjection.metresPerDegree(latitude: 29.35).east
    let start = projection.point(Position(x: 107.5, y: 29.35))
    let end = projection.point(Position(x: 107.5 + degrees, y: 29.35))
    #expect(abs((end.x - start.x) - bar.pixels) < 0.01)
  }

  @Test func `everything shown lies inside the frame`() throws {
    let corners = [Position(x: 107.2, y: 29.0), Position(x: 107.25, y: 29.9)]
    let projection = try #require(MapProjection(showing: corners, width: 1000, margin: 24))
    for corner in corners { #expect(projection.contains(projection.point(corner))) }
    #expect(projection.height <= 1300)
    #expect(MapProjection(showing: [], width: 1000, margin: 24) == nil)
  }

  @Test(arguments: 0..<30)
  func `names never cover each other`(seed: Int) {
    var random = SeededRandom(seed: seed)
    var placement = LabelPlacement(width: 600, height: 500)
    var boxes: [LabelPlacement.Box] = []
    for number in 0..<40 {
      let point = Position(
        x: .random(in: 0...600, using: &random), y: .random(in: 0...500, using: &random))
      let name = String(repeating: "乡", count: 2 + number % 7)
      guard let label = placement.place(name, at: point, size: 15) else { continue }
      let width = Double(DisplayWidth.columns(of: name)) * 7.5
      let box = LabelPlacement.Box(
        left: label.x, top: label.y - 14, right: label.x + width, bottom: label.y + 3)
      #expect(!boxes.contains { $0.overlaps(box) })
      #expect(box.left >= 0 && box.right <= 600 && box.top >= 0 && box.bottom <= 500)
      boxes.append(box)
    }
    #expect(boxes.count >= 15)
  }

  @Test func `thinned lines stay within the tolerance and keep their ends`() {
    let line = (0...100).map { Position(x: Double($0), y: $0 % 2 == 0 ? 0 : 0.3) }
    #expect(LineThinning.thinned(line, tolerance: 0.5) == [line[0], line[100]])
    #expect(LineThinning.thinned(line, tolerance: 0.1).count == 101)
  }

  @Test(arguments: Language.allCases)
  func `the drawing is well-formed XML without fonts or scripts from elsewhere`(
    language: Language
  ) throws {
    let document = ReportDocument(SmallEvaluation.evaluation, language: language, version: "1")
    let svg = try #require(document.drawings.first { $0.name == "map" }?.svg)
    let parser = XMLParser(data: Data(svg.utf8))
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(!svg.contains("http://") || svg.contains("http://www.w3.org/2000/svg"))
    #expect(!svg.contains("<script") && !svg.contains("href"))
    if language == .zh { #expect(svg.contains("示意图，界线不作划界依据")) }
  }

  @Test func `the mark of every change of a village is well-formed XML`() {
    for change in VillageChange.allCases {
      for title in [nil, "甲 & 乙村"] {
        let mark = change.mark(at: Position(x: 3, y: 4), title: title)
        let parser = XMLParser(data: Data(mark.utf8))
        #expect(parser.parse(), "\(mark)")
      }
    }
  }

  @Test func `a district without places has no map`() {
    var evaluation = SmallEvaluation.evaluation
    evaluation.district = District(
      code: "1", name: "空", nameEnglish: "Empty", codeSystem: .nbs2023)
    evaluation.layers.unitShapes = [:]
    evaluation.coverage = []
    let document = ReportDocument(evaluation, language: .zh, version: "1")
    #expect(!document.drawings.contains { $0.name.hasPrefix("map") })
  }
}
