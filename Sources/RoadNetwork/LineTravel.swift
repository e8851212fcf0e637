public import Geometry
public import PlanningModel

/// How people get along a line, without regard to its slope.
public enum LineTravel: Sendable, Hashable {
  /// At their walking pace.
  case onFoot
  /// At the vehicle's speed on the line's class.
  case riding(kilometresPerHour: Double)
}

extension RoadRules {
  /// How a mode gets along each line: by its vehicle where it may go in at least one direction,
  /// else on foot where people may walk; nil where neither may.
  public func travel(on lines: TaggedLines, mode: TravelMode) -> [LineTravel?] {
    let reading = LineReading(lines, rules: self)
    return (0..<lines.count).map { line in
      guard let verdict = reading.verdict(of: line) else { return nil }
      let isFerry = verdict.roadClass == RoadNetwork.ferryClass
      if mode != .walk || isFerry {
        if !verdict.use.isDisjoint(with: [.forward(mode), .backward(mode)]) {
          return .riding(
            kilometresPerHour: vehicleSpeed(
              onClass: verdict.roadClass, mode: mode, isMountainRoad: false))
        }
        if isFerry { return nil }
      }
      return verdict.use.isDisjoint(with: [.walkForward, .walkBackward]) ? nil : .onFoot
    }
  }

  /// A vehicle's speed on a class, in kilometres an hour; a ferry's, whatever goes aboard.
  func vehicleSpeed(onClass roadClass: UInt8, mode: TravelMode, isMountainRoad: Bool) -> Double {
    if roadClass == RoadNetwork.ferryClass { return ferrySpeedKilometresPerHour }
    var speed = classes[Int(roadClass)].speedKilometresPerHour ?? 0
    if isMountainRoad { speed *= mountainSpeedShare }
    switch mode {
    case .motor: speed = min(speed, motorSpeedCapKilometresPerHour)
    case .bus: speed *= busSpeedShare
    case .car, .walk: break
    }
    return speed
  }
}
