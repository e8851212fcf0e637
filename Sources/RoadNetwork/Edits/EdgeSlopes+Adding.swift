extension EdgeSlopes {
  /// Slopes for a network with a road more: those of the road, then those of the parts of cut edges.
  ///
  /// A part has steps about as long as those of its edge, each with the mean over what it covers,
  /// so that the whole of the part costs what it did.
  func extended(
    by addition: RoadAddition, of before: RoadNetwork, road: EdgeSlopes?
  ) -> EdgeSlopes {
    var all = self
    all.append(road ?? .flat)
    for cut in addition.cuts {
      let length = before.lengthMetres[Int(cut.edge)]
      var start = 0.0
      for part in cut.parts {
        let end =
          part == cut.parts.upperBound - 1
          ? length : min(length, start + addition.network.lengthMetres[Int(part)])
        all.append(mean(ofEdge: Int(cut.edge), lengthMetres: length, from: start, to: end))
        start = end
      }
    }
    return all
  }

  /// One flat step.
  private static let flat = EdgeSlopes(
    firstStep: [0, 1], slope: [0], forwardFactor: [1], backwardFactor: [1])

  private mutating func append(_ edge: EdgeSlopes) {
    slope += edge.slope
    forwardFactor += edge.forwardFactor
    backwardFactor += edge.backwardFactor
    firstStep.append(UInt32(slope.count))
  }

  private func mean(
    ofEdge edge: Int, lengthMetres: Double, from start: Double, to end: Double
  ) -> EdgeSlopes {
    let step = lengthMetres / Double(max(1, firstStep[edge + 1] - firstStep[edge]))
    let count = max(1, Int(((end - start) / step).rounded(.up)))
    let stops = (0...count).map { start + (end - start) * Double($0) / Double(count) }
    func means(_ values: [Float]) -> [Float] {
      zip(stops, stops.dropFirst()).map { first, second in
        guard second > first else { return values[Int(firstStep[edge])] }
        let sum = integral(ofEdge: edge, lengthMetres: lengthMetres, from: first, to: second) {
          Double(values[$0])
        }
        return Float(sum / (second - first))
      }
    }
    return EdgeSlopes(
      firstStep: [0, UInt32(count)], slope: means(slope), forwardFactor: means(forwardFactor),
      backwardFactor: means(backwardFactor))
  }
}
