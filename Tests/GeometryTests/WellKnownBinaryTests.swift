import Geometry
import TestSupport
import Testing

@Suite struct WellKnownBinaryTests {
  static let shapes: [Shape] = [
    .point(Position(x: 107.76, y: 29.32)),
    .multiPoint([Position(x: 1, y: 2), Position(x: 3, y: 4)]),
    .lineString([Position(x: 0, y: 0), Position(x: 1, y: 1)]),
    .multiLineString([
      [Position(x: 0, y: 0), Position(x: 1, y: 1)], [Position(x: 5, y: 5), Position(x: 6, y: 5)],
    ]),
    .polygon(Polygon(exterior: Squares.ring(0, 0, 10), interiors: [Squares.ring(2, 2, 1)])),
    .multiPolygon([
      Polygon(exterior: Squares.ring(0, 0, 1)), Polygon(exterior: Squares.ring(5, 5, 1)),
    ]),
  ]

  @Test(arguments: shapes) func everyKindReadsBack(shape: Shape) throws {
    #expect(try Shape(wellKnownBinary: shape.wellKnownBinary) == shape)
  }

  @Test func bigEndianAndHeightsAreRead() throws {
    // Big-endian POINT Z (1 2 3), ISO code 1001; then the extended code with a system.
    let iso: [UInt8] =
      [0, 0, 0, 0x03, 0xE9, 0x3F, 0xF0, 0, 0, 0, 0, 0, 0, 0x40, 0, 0, 0, 0, 0, 0, 0]
      + [0x40, 8, 0, 0, 0, 0, 0, 0]
    #expect(try Shape(wellKnownBinary: iso) == .point(Position(x: 1, y: 2)))
    let extended: [UInt8] =
      [0, 0x20, 0, 0, 1, 0, 0, 0x10, 0xE6, 0x3F, 0xF0, 0, 0, 0, 0, 0, 0]
      + [0x40, 0, 0, 0, 0, 0, 0, 0]
    #expect(try Shape(wellKnownBinary: extended) == .point(Position(x: 1, y: 2)))
  }

  @Test(arguments: shapes) func everyTruncationIsAnError(shape: Shape) {
    let bytes = shape.wellKnownBinary
    for length in 0..<bytes.count {
      let error = #expect(throws: GeometryError.self) {
        try Shape(wellKnownBinary: Array(bytes[..<length]))
      }
      #expect(error?.code == .malformed)
    }
  }

  @Test func wildBytesNeverCrash() {
    for seed in 0..<500 {
      var generator = SeededRandom(seed: UInt64(seed))
      var bytes = Self.shapes[seed % Self.shapes.count].wellKnownBinary
      for _ in 0..<3 {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = .random(
          in: 0...255, using: &generator)
      }
      _ = try? Shape(wellKnownBinary: bytes)
    }
  }

  @Test func emptyAndUnknownKinds() throws {
    #expect(try Shape(wellKnownBinary: [1, 7, 0, 0, 0, 0, 0, 0, 0]).isEmpty)
    #expect(try Shape(wellKnownBinary: [1, 3, 0, 0, 0, 0, 0, 0, 0]) == .multiPolygon([]))
    let error = #expect(throws: GeometryError.self) {
      try Shape(wellKnownBinary: [1, 8, 0, 0, 0, 0, 0, 0, 0])
    }
    #expect(error?.code == .unsupported)
  }
}

enum Squares {
  /// A closed counter-clockwise square.
  static func ring(_ x: Double, _ y: Double, _ side: Double) -> [Position] {
    [
      Position(x: x, y: y), Position(x: x + side, y: y), Position(x: x + side, y: y + side),
      Position(x: x, y: y + side), Position(x: x, y: y),
    ]
  }

  static func shape(_ x: Double, _ y: Double, _ side: Double) -> Shape {
    .polygon(Polygon(exterior: ring(x, y, side)))
  }
}
