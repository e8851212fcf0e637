import Foundation

/// What `growth` recorded, one row a size.
struct GrowthTable {
  private let records: [BenchmarkRecord]

  init(_ records: [BenchmarkRecord]) { self.records = records }

  /// The table with its head.
  var text: String {
    var inputs: [String] = []
    for record in records where record.job.hasPrefix("growth") {
      if !inputs.contains(record.input) { inputs.append(record.input) }
    }
    let head = [
      "network", "build s", "save s", "peak MiB", "load s", "arcs and first nearest s",
      "nearest s", "peak MiB ",
    ]
    return ResultTable.text(
      head: head,
      rows: inputs.map { input in
        [
          input, seconds("growth-build", input), seconds("growth-save", input),
          mebibytes("growth-save", input), seconds("growth-load", input),
          seconds("growth-first", input), seconds("growth-nearest", input),
          mebibytes("growth-nearest", input),
        ]
      })
  }

  private func record(_ job: String, _ input: String) -> BenchmarkRecord? {
    records.last { $0.job == job && $0.input == input }
  }

  private func seconds(_ job: String, _ input: String) -> String {
    record(job, input).map { ResultTable.seconds($0.time.median) } ?? "–"
  }

  private func mebibytes(_ job: String, _ input: String) -> String {
    record(job, input).map { String(format: "%.0f", $0.peakMebibytes) } ?? "–"
  }
}
