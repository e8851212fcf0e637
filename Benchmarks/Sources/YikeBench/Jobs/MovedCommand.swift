import ArgumentParser
import PlanningModel
import RoadNetwork
import TravelTimes

/// One facility moved, all nearest times brought up to date.
struct MovedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "moved",
    abstract: "One facility moved: the nearest times of all nodes brought up to date.",
    discussion: """
      Counted: the copy of the field (the field before stays as it was), tying the facility to \
      its new place, and the repair. Each run moves another facility to another place.

      EXAMPLE  yike-bench moved --nodes 1000000 --facilities 1000 --runs 20
      """)

  @OptionGroup var road: RoadOptions
  @OptionGroup var measure: MeasureOptions

  func run() throws {
    let problem = try road.problem()
    let roads = problem.roads(threads: measure.threads)
    let field = try NearestField(
      roads, to: problem.places(problem.facilities), profile: RoadProblem.fromFacilities)
    let numbers = SeededNumbers(seed: road.seed)
    func move(_ run: Int) -> (facility: Int, node: UInt32) {
      (
        numbers.below(problem.facilities.count, run, 40),
        UInt32(numbers.below(problem.network.nodeCount, run, 41))
      )
    }
    let check = try check((0..<3).map(move), problem, field, roads)
    var next = 0
    let time = Measurement.of(
      runs: max(20, measure.runs),
      prepare: {
        next += 1
        return move(next)
      },
      { move in field.moving(move.facility, to: problem.place(ofNode: move.node)) })
    try [
      BenchmarkRecord(
        "moved", input: "\(problem.name), \(problem.facilities.count) facilities", time,
        check: check, notes: "one thread")
    ].report(to: measure.json)
  }

  /// Some moves against a search from nothing.
  private func check(
    _ moves: [(facility: Int, node: UInt32)], _ problem: RoadProblem, _ field: NearestField,
    _ roads: RoadTravelTimes
  ) throws -> String {
    let places = problem.allPlaces
    for move in moves {
      let place = problem.place(ofNode: move.node)
      var destinations = problem.places(problem.facilities)
      destinations[move.facility] = place
      let anew = try NearestField(roads, to: destinations, profile: RoadProblem.fromFacilities)
      let moved = field.moving(move.facility, to: place)
      let (first, second) = (
        try moved.nearest(from: places, within: nil), try anew.nearest(from: places, within: nil)
      )
      try CheckFailure.unless(
        first.entries == second.entries, "facility \(move.facility) moved to node \(move.node)")
    }
    return "\(moves.count) moves equal a search anew on \(places.count) nodes"
  }
}
