import Geometry

/// Where along each line the ground's height is read.
struct SlopeSampling {
  /// Start of each line's samples, and one past the last.
  var firstSample: [UInt32] = [0]
  /// The samples in WGS 84 degrees.
  var positions: [Position] = []
  /// The length of each line.
  var lengthMetres: [Double] = []

  init(_ lines: SlopeLines) {
    for line in 0..<lines.count {
      append(Int(lines.firstPosition[line])..<Int(lines.firstPosition[line + 1]), of: lines)
      firstSample.append(UInt32(positions.count))
    }
  }

  /// The last sample of a line.
  func lastSample(of line: Int) -> Int { Int(firstSample[line + 1]) - 1 }

  /// The distance over which the heights of a line are read: its length, or 50 m.
  func baseMetres(of line: Int) -> Double {
    max(lengthMetres[line], SlopeProfile.shortestBaseMetres)
  }

  private mutating func append(_ range: Range<Int>, of lines: SlopeLines) {
    var offsets = [0.0]
    for index in range.dropFirst() {
      offsets.append(
        (offsets.last ?? 0)
          + EllipsoidalMetric.lengthMetres(
            longitude1: lines.longitude[index - 1], latitude1: lines.latitude[index - 1],
            longitude2: lines.longitude[index], latitude2: lines.latitude[index]))
    }
    let length = offsets.last ?? 0
    lengthMetres.append(length)
    let first = Position(
      x: lines.longitude[range.lowerBound], y: lines.latitude[range.lowerBound])
    let last = Position(
      x: lines.longitude[range.upperBound - 1], y: lines.latitude[range.upperBound - 1])
    // A bridge's or tunnel's own heights are those of its ends, however short it is.
    if length < SlopeProfile.shortestBaseMetres,
      !lines.isStructure[lengthMetres.count - 1]
    {
      appendExtended(from: first, to: last)
      return
    }
    let steps = max(1, (length / SlopeProfile.stepMetres).rounded())
    positions.append(first)
    var segment = 1
    for step in 1..<max(1, Int(steps)) {
      let offset = length * Double(step) / steps
      while offsets[segment] < offset { segment += 1 }
      let share = (offset - offsets[segment - 1]) / (offsets[segment] - offsets[segment - 1])
      let index = range.lowerBound + segment
      positions.append(
        Position(
          x: lines.longitude[index - 1]
            + share * (lines.longitude[index] - lines.longitude[index - 1]),
          y: lines.latitude[index - 1]
            + share * (lines.latitude[index] - lines.latitude[index - 1])))
    }
    positions.append(last)
  }

  /// Two points 50 m apart around the middle of a short line, in its direction.
  private mutating func appendExtended(from first: Position, to last: Position) {
    let chord = EllipsoidalMetric.lengthMetres(
      longitude1: first.x, latitude1: first.y, longitude2: last.x, latitude2: last.y)
    let reach = chord > 0 ? SlopeProfile.shortestBaseMetres / chord / 2 : 0
    let middle = Position(x: (first.x + last.x) / 2, y: (first.y + last.y) / 2)
    let along = Position(x: (last.x - first.x) * reach, y: (last.y - first.y) * reach)
    positions.append(Position(x: middle.x - along.x, y: middle.y - along.y))
    positions.append(Position(x: middle.x + along.x, y: middle.y + along.y))
  }
}
