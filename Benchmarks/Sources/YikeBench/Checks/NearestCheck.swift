import PlanningModel
import RoadNetwork
import TravelTimes

/// Compares the nearest times of all nodes with a reference.
enum NearestCheck {
  /// The words for the table; fails where a node differs by more than a millisecond.
  static func check(_ answer: NearestTimes, _ problem: RoadProblem, reference: String?) throws
    -> String
  {
    let times = answer.entries.map { $0?.time.milliseconds }
    if let reference {
      let seconds = try NumpyFile(reference).values
      var expected = [UInt32?](repeating: nil, count: times.count)
      for (peer, node) in problem.nodeOfPeer.enumerated() where seconds[peer].isFinite {
        expected[Int(node)] = UInt32((seconds[peer] * 1000).rounded())
      }
      return "\(try compare(times, expected)) equal the reference"
    }
    let naive = NaiveSearch(problem).milliseconds(from: problem.facilities)
    return "\(try compare(times, naive)) equal the naive search"
  }

  /// How many nodes were compared.
  private static func compare(_ times: [UInt32?], _ expected: [UInt32?]) throws -> String {
    for (node, (time, wanted)) in zip(times, expected).enumerated() {
      let isEqual: Bool =
        switch (time, wanted) {
        case (nil, nil): true
        case (let time?, let wanted?): max(time, wanted) - min(time, wanted) <= 1
        default: false
        }
      try CheckFailure.unless(
        isEqual,
        "node \(node): \(time.map(String.init) ?? "none") ms instead of "
          + "\(wanted.map(String.init) ?? "none")")
    }
    return "\(times.count) nodes"
  }
}
