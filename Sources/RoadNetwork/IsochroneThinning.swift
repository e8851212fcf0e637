/// Thins the rings of all limits at once, so that they stay valid and nested.
///
/// A crossing goes when all crossings between its neighbours lie within the tolerance of the line
/// between them and the triangle it spans with them holds no other crossing of any ring: then no
/// line can come to cross another. A crossing that rings share goes from all of them or stays.
struct IsochroneThinning {
  private let rings: IsochroneRings
  /// The vertex of each crossing: crossings of different rings at one place are one vertex.
  private var vertex: [Int32]
  private var previous: [Int32]
  private var next: [Int32]
  private var ringOf: [Int32]
  private var nextUse: [Int32]
  private var left: [Int]
  private var firstUse: [Int32] = []
  /// The first vertex on each grid edge and the next one there; -1 for none.
  private var onEdge: [Int32]
  private var nextOnEdge: [Int32] = []
  private(set) var isKept: [Bool]

  /// Crossings that may be dropped in a row.
  private static let longestRun = 24
  /// How near a line may come to a crossing of another, in units.
  private static let margin = 0.05

  init(_ rings: IsochroneRings) {
    self.rings = rings
    let count = rings.gridEdge.count
    vertex = [Int32](repeating: -1, count: count)
    previous = vertex
    next = vertex
    ringOf = vertex
    nextUse = vertex
    isKept = [Bool](repeating: true, count: count)
    left = rings.rings.map(\.count)
    onEdge = [Int32](repeating: -1, count: 2 * rings.columns * rings.rows)
    for (number, ring) in rings.rings.enumerated() {
      for index in ring.first..<ring.first + ring.count {
        ringOf[index] = Int32(number)
        previous[index] = Int32(index == ring.first ? ring.first + ring.count - 1 : index - 1)
        next[index] = Int32(index == ring.first + ring.count - 1 ? ring.first : index + 1)
        use(index)
      }
    }
  }

  private mutating func use(_ crossing: Int) {
    let edge = Int(rings.gridEdge[crossing])
    var known = onEdge[edge]
    while known >= 0, !isSamePlace(Int(firstUse[Int(known)]), crossing) {
      known = nextOnEdge[Int(known)]
    }
    if known < 0 {
      known = Int32(firstUse.count)
      firstUse.append(-1)
      nextOnEdge.append(onEdge[edge])
      onEdge[edge] = known
    }
    vertex[crossing] = known
    nextUse[crossing] = firstUse[Int(known)]
    firstUse[Int(known)] = Int32(crossing)
  }

  private func isSamePlace(_ first: Int, _ second: Int) -> Bool {
    rings.x[first] == rings.x[second] && rings.y[first] == rings.y[second]
  }

  /// Drops crossings, those that matter least first; the tolerance is in units.
  mutating func run(tolerance: Double) {
    for share in [0.25, 0.5, 1] {
      for vertex in firstUse.indices { drop(vertex, tolerance: share * tolerance) }
    }
  }

  private mutating func drop(_ middle: Int, tolerance: Double) {
    let first = Int(firstUse[middle])
    guard isKept[first] else { return }
    let before = Int(previous[first])
    let after = Int(next[first])
    var use = first
    while use >= 0 {
      guard left[Int(ringOf[use])] > 4,
        vertex[Int(previous[use])] == vertex[before], vertex[Int(next[use])] == vertex[after],
        isStraight(use, tolerance)
      else { return }
      use = Int(nextUse[use])
    }
    guard isEmpty(before, first, after) else { return }
    use = first
    while use >= 0 {
      isKept[use] = false
      left[Int(ringOf[use])] -= 1
      next[Int(previous[use])] = next[use]
      previous[Int(next[use])] = previous[use]
      use = Int(nextUse[use])
    }
  }

  /// Whether all crossings between the neighbours of one lie near the line between these.
  private func isStraight(_ use: Int, _ tolerance: Double) -> Bool {
    let ring = rings.rings[Int(ringOf[use])]
    let start = Int(previous[use])
    let end = Int(next[use])
    let startX = Double(rings.x[start])
    let startY = Double(rings.y[start])
    let runX = Double(rings.x[end]) - startX
    let runY = Double(rings.y[end]) - startY
    let squared = runX * runX + runY * runY
    guard squared > 0 else { return false }
    var index = start
    for _ in 0...Self.longestRun {
      index = index == ring.first + ring.count - 1 ? ring.first : index + 1
      if index == end { return true }
      let x = Double(rings.x[index]) - startX
      let y = Double(rings.y[index]) - startY
      let share = min(1, max(0, (x * runX + y * runY) / squared))
      let (east, north) = (x - share * runX, y - share * runY)
      if east * east + north * north > tolerance * tolerance { return false }
    }
    return false
  }

  /// Whether a triangle with its margin holds no vertex but its corners.
  private func isEmpty(_ first: Int, _ second: Int, _ third: Int) -> Bool {
    let corners = [first, second, third]
    let x = corners.map { Int(rings.x[$0]) }
    let y = corners.map { Int(rings.y[$0]) }
    let cell = IsochroneRings.unitsPerCell
    let columns = (min(x[0], x[1], x[2]) - 1) / cell...(max(x[0], x[1], x[2]) + 1) / cell
    let rows = (min(y[0], y[1], y[2]) - 1) / cell...(max(y[0], y[1], y[2]) + 1) / cell
    let turn = Double((x[1] - x[0]) * (y[2] - y[0]) - (x[2] - x[0]) * (y[1] - y[0]))
    let sign = turn < 0 ? -1.0 : 1
    func isInside(_ placeX: Int, _ placeY: Int) -> Bool {
      for side in 0..<3 {
        let end = side == 2 ? 0 : side + 1
        let (runX, runY) = (x[end] - x[side], y[end] - y[side])
        let cross = Double(runX * (placeY - y[side]) - runY * (placeX - x[side]))
        let length = Double(runX * runX + runY * runY).squareRoot()
        if sign * cross < -Self.margin * length { return false }
      }
      return true
    }
    for row in rows {
      let firstEdge = 2 * (row * rings.columns + columns.lowerBound)
      for edge in firstEdge..<firstEdge + 2 * columns.count {
        var other = onEdge[edge]
        while other >= 0 {
          let use = Int(firstUse[Int(other)])
          if isKept[use], other != vertex[first], other != vertex[second],
            other != vertex[third], isInside(Int(rings.x[use]), Int(rings.y[use]))
          {
            return false
          }
          other = nextOnEdge[Int(other)]
        }
      }
    }
    return true
  }
}

extension IsochroneRings {
  /// Thins all rings within the tolerance of the scale.
  mutating func thin() {
    var thinning = IsochroneThinning(self)
    thinning.run(tolerance: IsochroneScale.toleranceCells * Double(Self.unitsPerCell))
    isKept = thinning.isKept
  }
}
