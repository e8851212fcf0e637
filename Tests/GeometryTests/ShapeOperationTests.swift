import Geometry
import TestSupport
import Testing

@Suite struct ShapeOperationTests {
  let bowTie = Shape.polygon(
    Polygon(exterior: [
      Position(x: 0, y: 0), Position(x: 2, y: 2), Position(x: 2, y: 0), Position(x: 0, y: 2),
      Position(x: 0, y: 0),
    ]))

  @Test func areasAddUp() throws {
    let pierced = Shape.polygon(
      Polygon(exterior: Squares.ring(0, 0, 10), interiors: [Squares.ring(2, 2, 1)]))
    #expect(try pierced.planarArea() == 99)
    let (first, second) = (Squares.shape(0, 0, 2), Squares.shape(1, 1, 2))
    #expect(try Shape.union([first, second])?.planarArea() == 7)
    #expect(try first.intersection(with: second)?.planarArea() == 1)
    #expect(try first.difference(from: second)?.planarArea() == 3)
    #expect(try first.intersection(with: Squares.shape(5, 5, 1)) == nil)
    #expect(try Shape.union([]) == nil)
  }

  @Test func validityNamesReasonAndPlace() throws {
    #expect(try Squares.shape(0, 0, 1).validity().isValid)
    let validity = try bowTie.validity()
    #expect(validity == Validity(reason: "Self-intersection", place: Position(x: 1, y: 1)))
    #expect(try bowTie.madeValid()?.planarArea() == 2)
    #expect(try bowTie.madeValid()?.validity().isValid == true)
    let open = Shape.polygon(Polygon(exterior: Array(Squares.ring(0, 0, 1).dropLast())))
    #expect(try open.validity().isValid == false)
    let wild = Shape.lineString([Position(x: .nan, y: 0), Position(x: 1, y: 1)])
    #expect(try wild.validity().isValid == false)
  }

  @Test func errorsCarryTheWordsOfTheLibrary() {
    let open = Shape.polygon(Polygon(exterior: Array(Squares.ring(0, 0, 1).dropLast())))
    let error = #expect(throws: GeometryError.self) { try open.planarArea() }
    #expect(error?.code == .invalid)
    #expect(error?.operation == "area")
    #expect(error?.message.contains("closed linestring") == true)
    #expect(error?.subject == "Polygon")
  }

  @Test func pointsAreCoveredInsideAndOnTheBorder() throws {
    let square = Squares.shape(0, 0, 2)
    #expect(try square.covers(Position(x: 1, y: 1)))
    #expect(try square.covers(Position(x: 0, y: 1)))
    #expect(try !square.contains(Position(x: 0, y: 1)))
    #expect(try square.contains(Position(x: 1, y: 1)))
    let answers = try square.covered([Position(x: 3, y: 1), Position(x: .nan, y: 1)])
    #expect(answers == [false, false])
  }

  @Test func pointOnSurfaceLiesInAHorseshoe() throws {
    let horseshoe = try #require(
      try Squares.shape(0, 0, 10).difference(from: Squares.shape(1, 1, 9)))
    let place = try #require(try horseshoe.pointOnSurface())
    #expect(try horseshoe.contains(place))
  }

  @Test func distanceBufferAndSimplification() throws {
    #expect(try Squares.shape(0, 0, 1).planarDistance(to: Squares.shape(4, 5, 1)) == 5)
    let disc = try #require(try Shape.point(Position(x: 0, y: 0)).buffered(by: 1, segments: 32))
    #expect(abs(try disc.planarArea() - Double.pi) < 0.002)
    #expect(try Squares.shape(0, 0, 1).buffered(by: -1) == nil)
    let wavy = Shape.lineString([
      Position(x: 0, y: 0), Position(x: 1, y: 0.01), Position(x: 2, y: 0), Position(x: 2, y: 2),
    ])
    #expect(try wavy.simplified(tolerance: 0.1)?.positions.count == 3)
    #expect(wavy.bounds == Bounds(west: 0, south: 0, east: 2, north: 2))
  }

  @Test func ringsAreTurnedByTheRightHandRule() {
    let turned = Polygon(
      exterior: Squares.ring(0, 0, 10).reversed(), interiors: [Squares.ring(2, 2, 1)])
    #expect(!turned.isRightHanded)
    let right = turned.rightHanded()
    #expect(right.isRightHanded)
    #expect(RingOrientation.isCounterClockwise(right.exterior))
    #expect(!RingOrientation.isCounterClockwise(right.interiors[0]))
    #expect(right.rightHanded() == right)
    // Far from the origin, as in a zone-prefixed Gauss–Krüger system, no digits are lost.
    let far = Squares.ring(36_500_000, 3_250_000, 0.001)
    #expect(abs(RingOrientation.signedArea(far) - 1e-6) < 1e-7)
  }

  @Test func unionIsNeverLargerThanTheSum() async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for seed in 0..<8 {
        group.addTask {
          var generator = SeededRandom(seed: UInt64(seed))
          let squares = (0..<50).map { _ in
            Squares.shape(
              .random(in: 0...10, using: &generator), .random(in: 0...10, using: &generator),
              .random(in: 0.1...2, using: &generator))
          }
          let union = try #require(try Shape.union(squares))
          let sum = try squares.reduce(0) { $0 + (try $1.planarArea()) }
          let area = try union.planarArea()
          #expect(area <= sum + 1e-9, "seed \(seed)")
          #expect(try union.rightHanded().validity().isValid, "seed \(seed)")
        }
      }
      try await group.waitForAll()
    }
  }
}
