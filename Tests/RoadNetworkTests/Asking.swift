import Geometry
import PlanningModel
import RoadNetwork
import TravelTimes

/// Short ways of asking a drawn network.
extension RoadTravelTimes {
  /// Over lines, flat, at default snapping.
  convenience init(
    _ lines: TaggedLines, rules: RoadRules = RoadRules(), snapping: SnapSettings = SnapSettings(),
    threads: Int = 1
  ) {
    self.init(
      network: RoadNetwork(lines: lines, rules: rules), snapping: snapping, threads: threads)
  }

  /// Seconds from one place to another; nil when there is no way.
  func seconds(
    _ from: GeographicPosition, _ to: GeographicPosition, _ mode: TravelMode = .walk,
    _ direction: TravelDirection = .to
  ) throws -> Double? {
    let profile = TravelProfile(mode: mode, paceMillimetresPerSecond: 1000, direction: direction)
    let matrix = try times(from: [from], to: [to], profile: profile, within: nil)
    let nearest = try nearest(from: [from], to: [to], profile: profile, within: nil)
    guard let milliseconds = matrix.milliseconds.first else {
      precondition(nearest.entries[0] == nil)
      return nil
    }
    precondition(nearest.entries[0]?.time.milliseconds == milliseconds)
    return Double(milliseconds) / 1000
  }
}

/// Walking at 1 m/s, so that seconds are metres.
let strolling = TravelProfile(mode: .walk, paceMillimetresPerSecond: 1000, direction: .to)

/// Whether two numbers agree within a centimetre, or a hundredth of a second.
func isClose(_ value: Double?, _ expected: Double) -> Bool {
  value.map { abs($0 - expected) <= 0.01 } ?? false
}
