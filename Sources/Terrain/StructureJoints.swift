/// Heights at the ends of bridges and tunnels.
///
/// A joint where a bridge or tunnel meets any other line, or ends, lies on the ground. A joint
/// between bridges or tunnels only hangs in the air: its height is the mean of its neighbours',
/// weighted by the inverse of the distances, which along a chain is plain linear interpolation.
struct StructureJoints {
  private let lines: SlopeLines
  private let lengthMetres: [Double]
  private let isHanging: [Bool]

  init(_ lines: SlopeLines, lengthMetres: [Double]) {
    self.lines = lines
    self.lengthMetres = lengthMetres
    var structures = [UInt32](repeating: 0, count: lines.jointCount)
    var others = [UInt32](repeating: 0, count: lines.jointCount)
    for line in 0..<lines.count {
      for joint in [Int(lines.start[line]), Int(lines.end[line])] {
        if lines.isStructure[line] { structures[joint] += 1 } else { others[joint] += 1 }
      }
    }
    isHanging = zip(structures, others).map { $0 >= 2 && $1 == 0 }
  }

  /// The heights of all joints that structures touch; `ground` gives a line's height at its
  /// start or end.
  func heights(ground: (_ line: Int, _ isEnd: Bool) -> Float) -> [Double] {
    var heights = [Double](repeating: .nan, count: lines.jointCount)
    var hangingLines: [Int] = []
    for line in 0..<lines.count where lines.isStructure[line] {
      let start = Int(lines.start[line])
      let end = Int(lines.end[line])
      if heights[start].isNaN { heights[start] = Double(ground(line, false)) }
      if heights[end].isNaN { heights[end] = Double(ground(line, true)) }
      if isHanging[start] || isHanging[end] { hangingLines.append(line) }
    }
    relax(&heights, along: hangingLines)
    return heights
  }

  /// Gauss–Seidel sweeps in joint order until nothing moves by more than a millimetre.
  private func relax(_ heights: inout [Double], along hangingLines: [Int]) {
    var neighbours: [Int: [(joint: Int, weight: Double)]] = [:]
    for line in hangingLines {
      let (start, end) = (Int(lines.start[line]), Int(lines.end[line]))
      let weight = 1 / max(lengthMetres[line], 0.01)
      if start == end { continue }
      if isHanging[start] { neighbours[start, default: []].append((end, weight)) }
      if isHanging[end] { neighbours[end, default: []].append((start, weight)) }
    }
    let order = neighbours.keys.sorted()
    for _ in 0..<10_000 {
      var largestMove = 0.0
      for joint in order {
        let known = (neighbours[joint] ?? []).filter { heights[$0.joint].isFinite }
        let weights = known.reduce(0) { $0 + $1.weight }
        guard weights > 0 else { continue }
        let mean = known.reduce(0) { $0 + $1.weight * heights[$1.joint] } / weights
        largestMove = max(largestMove, heights[joint].isFinite ? abs(mean - heights[joint]) : 1)
        heights[joint] = mean
      }
      if largestMove <= 0.001 { return }
    }
  }
}
