import ArgumentParser
import Foundation

/// Own and other tools' times of one run side by side.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "The table of ratios, from the results of this program and of other tools.",
    discussion: """
      Fails with exit code 3 when a ratio or a limit is not kept.

      EXAMPLE  yike-bench compare --own own.jsonl --peers results.json
      """)

  @Option(help: "The file that --json of the jobs wrote.")
  var own: String
  @Option(help: "The file that the scripts of the other tools wrote.")
  var peers: String

  func run() throws {
    let records = try [BenchmarkRecord](contentsOf: own)
    let results = try PeerResults(contentsOf: peers)
    var isKept = true
    let rows = OwedRatio.all.map { owed -> [String] in
      let record = records.last {
        $0.job == owed.job && (owed.input.isEmpty || $0.input.contains(owed.input))
      }
      let peer = owed.peer.flatMap {
        results.time(
          group: $0.group, label: $0.label, tool: $0.tool, path: $0.path, before: $0.before)
      }
      let verdict = owed.verdict(ours: record?.time.median, theirs: peer?.median)
      if verdict.isKept == false { isKept = false }
      return [
        owed.name, record.map { ResultTable.range($0.time) } ?? "–", owed.peer?.name ?? "–",
        peer?.text ?? "–", verdict.ratio, owed.text,
        verdict.isKept.map { $0 ? "yes" : "NO" } ?? "not run",
      ]
    }
    print(
      ResultTable.text(
        head: ["job", "Yike s", "other tool", "its s", "times as fast", "owed", "kept"],
        rows: rows))
    print("\nHow time and memory grow:\n")
    print(GrowthTable(records).text)
    print("\nAll runs of Yike:\n")
    print(ResultTable(records: records.filter { !$0.job.hasPrefix("growth") }).text)
    if !isKept { throw ExitCode(3) }
  }
}

extension OwedRatio {
  /// The promise in words.
  fileprivate var text: String {
    [
      least.map { "≥ \(String(format: "%g", $0)) ×" },
      withinSeconds.map { "≤ \(String(format: "%g", $0)) s" },
    ]
    .compactMap { $0 }.joined(separator: ", ")
  }

  /// Whether it is kept; nil where one side was not run.
  fileprivate func verdict(ours: Double?, theirs: Double?) -> (isKept: Bool?, ratio: String) {
    guard let ours else { return (nil, "–") }
    var isKept = true
    if let withinSeconds, ours > withinSeconds { isKept = false }
    guard let least else { return (isKept, "–") }
    guard let theirs else { return (isKept ? nil : false, "–") }
    let ratio = theirs / ours
    return (isKept && ratio >= least, String(format: "%.1f", ratio))
  }
}
