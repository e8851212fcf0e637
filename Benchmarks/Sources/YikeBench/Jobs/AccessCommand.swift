import ArgumentParser
import Coverage
import PlanningModel
import TravelTimes

/// Floating catchments on a ready cost table.
struct AccessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "access",
    abstract: "Floating catchment areas on a ready table of times.",
    discussion: """
      Counted: from the table to the access of every demand point, with what its status and mass \
      balance need. The steps of e2sfca are 1, 0.68 and 0.22 up to a sixth, a third and all of \
      the limit.

      EXAMPLE  yike-bench access --method 2sfca --nodes 1000000 --limit 60min
      """)

  @OptionGroup var access: AccessOptions
  @OptionGroup var measure: MeasureOptions
  @Option(help: "2sfca or e2sfca.")
  var method = "2sfca"
  @Option(
    help: ArgumentHelp("The access of every village, as another tool has it.", valueName: "npy"))
  var reference: String?

  func run() throws {
    let problem = try access.problem()
    let minutes = Int(try access.within().milliseconds / 60_000)
    guard let method = AccessMethod(rawValue: method),
      let steps = DistanceDecay(steps: "\(minutes / 6):1,\(minutes / 3):0.68,\(minutes):0.22")
    else { throw ValidationError("no method: \(method)") }
    let question = FloatingCatchmentQuestion(
      table: problem.table, demand: problem.persons.map(Double.init),
      supply: problem.supply.map(Double.init), method: method,
      limit: ExactDecimal(minutes * 60), decay: method == .enhancedTwoStep ? steps : .none)
    let naive = NaiveAccess(problem, minutes: minutes, isStepped: method == .enhancedTwoStep)
    let answer = question.answer()
    var check = try naive.check(answer.access)
    if let reference {
      let difference = naive.largestDifference(answer.access, try NumpyFile(reference).values)
      try CheckFailure.unless(difference < 1e-9, "the reference differs by \(difference)")
      check += " and the reference"
    }
    let time = Measurement.of(runs: max(20, measure.runs)) { question.answer() }
    try [
      BenchmarkRecord(
        "access-\(method.rawValue)",
        input: "\(problem.name), \(problem.persons.count) × \(problem.supply.count)", time,
        check: check, notes: "one thread")
    ].report(to: measure.json)
  }
}
