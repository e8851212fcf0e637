import ArgumentParser
import Coverage
import Foundation
import Planning
import PlanningModel
import Targets

/// Edits of a county in a session that stays open: all targets judged again after each.
struct EditsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edits",
    abstract: "All targets of a county after an edit, and all its questions, in one session.",
    discussion: """
      Counted for an edit: from the text of a scenario to the verdicts on all targets, in a session \
      that has judged the baseline; every run is another edit. Checked: a few edits give the same \
      verdicts in a session of their own. Counted for “county, all questions”: from opening the \
      session to targets, coverage, catchments and 2SFCA of four services, with the store and the \
      cached network there.

      EXAMPLE  yike-bench edits --keep /data/county --runs 20
      """)

  @Option(
    help: ArgumentHelp(
      "Keep the workspace here, or use the one that is there.", valueName: "folder"))
  var keep: String?
  @Option(help: "How many villages.")
  var villages = 2_000
  @Option(help: "How many facilities.")
  var facilities = 100
  @Option(help: "About how many nodes its roads have.")
  var nodes = 100_000
  @Option(help: "The seed.")
  var seed: UInt64 = 1
  @OptionGroup var measure: MeasureOptions

  private var input: String { "\(villages) villages, \(facilities) facilities, seed \(seed)" }

  func run() throws {
    let temporary = try TemporaryFolder()
    let folder = URL(filePath: keep ?? temporary.path)
    let county = CountyWorkspace(
      villages: villages, facilities: facilities, roadNodes: nodes, seed: seed)
    if !FileManager.default.fileExists(atPath: folder.appending(path: "yike.yaml").path()) {
      try county.write(to: folder)
    }
    var records = [try allQuestions(folder)]
    let session = try session(folder)
    _ = try session.evaluate(EvaluationRequest())
    let edits = CountyEdits(facilities: facilities, county: county)
    for kind in CountyEdits.Kind.allCases {
      records.append(try time(kind, edits, session, folder))
    }
    try records.report(to: measure.json)
  }

  private func session(_ folder: URL) throws -> WorkspaceSession {
    try WorkspaceSession(folder: folder, note: { _ in })
  }

  private func time(
    _ kind: CountyEdits.Kind, _ edits: CountyEdits, _ session: WorkspaceSession, _ folder: URL
  ) throws -> BenchmarkRecord {
    for number in 1_000..<1_003 {
      let warm = try verdicts(kind, edits, number, session)
      try CheckFailure.unless(
        warm == verdicts(kind, edits, number, self.session(folder)),
        "\(kind.rawValue) \(number): a warm session and a new one differ")
    }
    var number = 0
    let time = try Measurement.of(
      runs: measure.runs,
      prepare: {
        number += 1
        return number
      },
      { try verdicts(kind, edits, $0, session) })
    return BenchmarkRecord(
      "edit, \(kind.rawValue)", input: input, time, check: "verdicts of a new session",
      notes: "all targets, warm session, another edit each run")
  }

  private func verdicts(
    _ kind: CountyEdits.Kind, _ edits: CountyEdits, _ number: Int, _ session: WorkspaceSession
  ) throws -> [Verdict] {
    let text = ScenarioText(
      name: "scenarios/edit.yaml", text: edits.scenario(kind, number))
    return try session.evaluate(EvaluationRequest(scenario: text)).results.verdicts
  }

  private func allQuestions(_ folder: URL) throws -> BenchmarkRecord {
    let cohort = CohortID("pop_60plus")
    let limits = [15, 30].map { TravelTime(milliseconds: $0 * 60_000) }
    let request = EvaluationRequest()
    let half = AccessMeasure(method: .twoStep, limit: ExactDecimal(1_800), decay: .none)
    func ask() throws -> Int {
      let session = try session(folder)
      var count = try session.evaluate(request).results.verdicts.count
      count += try session.coverage(
        .services(
          CountyWorkspace.kinds, cohort: cohort, limits: limits, mode: .walk, pace: nil,
          direction: nil), request
      ).coverage.reduce(0) { $0 + $1.rows.count }
      for kind in CountyWorkspace.kinds {
        count += try session.catchments(
          CatchmentsRequest(service: kind, cohort: cohort, rule: .nearest), request
        ).rows.count
        count += try session.access(
          AccessRequest(service: kind, cohort: cohort, measure: half), request, note: { _ in }
        ).rows.count
      }
      return count
    }
    let first = try ask()
    let time = try Measurement.of(runs: measure.runs) {
      try CheckFailure.unless(ask() == first, "a second run gave another number of rows")
    }
    return BenchmarkRecord(
      "county, all questions", input: input, time, check: "\(first) rows each run",
      notes: "targets, coverage at 15 and 30 min, catchments, 2SFCA; four services, one process")
  }
}
