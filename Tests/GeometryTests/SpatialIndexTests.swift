import Geometry
import TestSupport
import Testing

@Suite struct SpatialIndexTests {
  static func boxes(_ count: Int, seed: UInt64) -> [Bounds] {
    var generator = SeededRandom(seed: seed)
    return (0..<count).map { _ in
      let x = Double.random(in: 0...100, using: &generator).rounded()
      let y = Double.random(in: 0...100, using: &generator).rounded()
      let size = Double.random(in: 0...5, using: &generator)
      return Bounds(west: x, south: y, east: x + size, north: y + size)
    }
  }

  @Test(arguments: [0, 1, 2, 15, 16, 17, 255, 256, 257, 1000, 5000])
  func searchAgreesWithLookingAtAll(count: Int) {
    let boxes = Self.boxes(count, seed: UInt64(count))
    let index = SpatialIndex(boxes)
    #expect(index.count == count)
    for area in Self.boxes(50, seed: 99) {
      #expect(index.search(area) == boxes.indices.filter { boxes[$0].intersects(area) })
    }
  }

  @Test(arguments: [1, 3, 20]) func nearestAgreesWithLookingAtAll(wanted: Int) {
    let boxes = Self.boxes(700, seed: 7)
    let index = SpatialIndex(boxes)
    for area in Self.boxes(50, seed: 98) {
      let place = Position(x: area.west, y: area.north)
      let expected = boxes.indices
        .map { (boxes[$0].squaredDistance(to: place), $0) }.sorted { $0 < $1 }
        .prefix(wanted).map(\.1)
      #expect(index.nearest(to: place, count: wanted) == expected)
    }
  }

  @Test func whatIsNotARectangleIsNeverFound() {
    let index = SpatialIndex([
      Bounds(west: .nan, south: 0, east: 1, north: 1),
      Bounds(west: 0, south: 0, east: 1, north: 1),
      Bounds(west: 2, south: 0, east: 1, north: 1),
    ])
    #expect(index.search(Bounds(west: -9, south: -9, east: 9, north: 9)) == [1])
    #expect(SpatialIndex([]).nearest(to: Position(x: 0, y: 0)).isEmpty)
  }
}
