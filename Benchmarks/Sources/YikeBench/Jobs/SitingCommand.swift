import ArgumentParser
import Certificates
import LocationAllocation

/// Where to open, proven.
struct SitingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "siting",
    abstract: "Location problems solved with a proof that is re-checked.",
    discussion: """
      Counted: from the statement to the answer, its proof re-checked in the same run. With \
      --peer-folder the instances of the other tools' scripts, else generated ones.

      EXAMPLES
        yike-bench siting --problem p-median --peer-folder data --size 500 --sites 20
        yike-bench siting --problem mclp --size 100000 --candidates 1000 --nearest 50 --minutes 8
      """)

  @Option(help: "lscp, mclp or p-median.")
  var problem = "p-median"
  @Option(help: "Villages.")
  var size = 500
  @Option(help: "Candidates, of generated instances.")
  var candidates = 1_000
  @Option(help: "Pairs of a village, of generated instances.")
  var nearest = 50
  @Option(help: "Open sites.")
  var sites = 20
  @Option(help: "The limit of covering.")
  var minutes = 15
  @Option(help: "Where la_N_cost.npy and la_N_pop.npy are.")
  var peerFolder: String?
  @Option(help: "The optimum found by another tool, in people or people times minutes.")
  var optimum: Double?
  @Option(help: "Stop after so many seconds.")
  var seconds: Double?
  @Option(help: "The seed of generated instances.")
  var seed: UInt64 = 1
  @OptionGroup var measure: MeasureOptions

  func run() throws {
    guard let kind = SitingProblem(rawValue: problem),
      kind == .lscp || kind == .mclp || kind == .pMedian
    else { throw ValidationError("--problem \(problem) is not lscp, mclp or p-median") }
    let problems =
      try peerFolder.map { try SitingProblems(peerFolder: $0, size: size) }
      ?? SitingProblems(
        villages: size, candidates: candidates, nearest: nearest, seed: seed)
    let statement = problems.statement(
      kind, siteCount: kind.countsSites ? sites : nil,
      limit: kind == .pMedian ? nil : Int64(minutes) * 1_000, isEveryoneNeeded: kind == .lscp)
    let answer = solve(statement)
    let (check, notes) = try checked(answer, statement)
    let time = Measurement.of(runs: measure.runs, warmUps: 0) { solve(statement) }
    try [
      BenchmarkRecord(
        "siting \(problem)",
        input: input(statement, kind), time,
        check: check, notes: notes)
    ].report(to: measure.json)
  }

  /// `1000 × 1000, 1000000 pairs, p 20, 15 min`.
  private func input(_ statement: SitingStatement, _ kind: SitingProblem) -> String {
    [
      "\(statement.demands.count) × \(statement.candidateIDs.count)",
      "\(statement.sites.count) pairs", kind.countsSites ? "p \(sites)" : nil,
      kind == .pMedian ? nil : "\(minutes) min",
    ]
    .compactMap { $0 }.joined(separator: ", ")
  }

  private func solve(_ statement: SitingStatement) -> SitingAnswer {
    var solver = SitingSolver()
    if let seconds { solver.effort = SearchEffort(seconds: seconds) }
    return solver.solve(statement)
  }

  private func checked(
    _ answer: SitingAnswer, _ statement: SitingStatement
  ) throws -> (check: String, notes: String) {
    let scale = statement.problem == .pMedian ? 1_000.0 : 1
    let objective = Double(answer.objective ?? 0) / scale
    let bound = Double(answer.bound ?? 0) / scale
    try CheckFailure.unless(
      answer.isCertified || seconds != nil, "\(problem): the proof does not hold")
    if let optimum {
      try CheckFailure.unless(
        abs(objective - optimum) <= 1e-6 * optimum, "\(problem): \(objective), not \(optimum)")
    }
    return (
      answer.isCertified ? "proof re-checked" : "stopped by time",
      "objective \(objective), bound \(bound), \(answer.selected.count) sites, "
        + "\(answer.nodeCount) nodes"
    )
  }
}
