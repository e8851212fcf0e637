import ArgumentParser
import Coverage
import TravelTimes

/// Everybody to a facility, none beyond its capacity.
struct CapacityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "capacity",
    abstract: "Villages assigned to facilities with capacities, at the least total time.",
    discussion: """
      Counted: from the table to the assignment, ties settled. Capacities share out so much of \
      the people as --capacity-share says, in the proportion of what facilities offer.

      EXAMPLE  yike-bench capacity --nodes 1000000 --pairs 50 --capacity-share 0.95
      """)

  @OptionGroup var access: AccessOptions
  @OptionGroup var measure: MeasureOptions
  @Option(help: "Pairs of a village, the nearest.")
  var pairs = 50
  @Option(help: "All capacities together as a share of all people.")
  var capacityShare = 0.95

  func run() throws {
    var problem = try access.problem()
    problem.keepNearest(pairs)
    let people = Double(problem.persons.reduce(0, +)) * capacityShare
    let offers = Double(problem.supply.reduce(0, +))
    let capacities = problem.supply.map { Int(Double($0) / offers * people) }
    let input = CatchmentInput(table: problem.table, persons: problem.persons)
    let answer = try input.capacity(SupplyCapacities(own: capacities))
    let check = try CapacityCheck(problem, capacities).check(answer)
    let time = try Measurement.of(runs: measure.runs) {
      try input.capacity(SupplyCapacities(own: capacities))
    }
    try [
      BenchmarkRecord(
        "capacity",
        input: "\(problem.persons.count) × \(problem.supply.count), "
          + "\(problem.table.costs.count) pairs, capacities for \(capacityShare)", time,
        check: check,
        notes: "\(answer.displaced.reduce(0, +)) of \(problem.persons.reduce(0, +)) displaced")
    ].report(to: measure.json)
  }
}
