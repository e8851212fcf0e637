import Foundation

/// One line of the result: a job on an input, what it took and how its answer was checked.
struct BenchmarkRecord: Codable {
  /// The name by which the comparison finds it, for example `nearest`.
  var job: String
  /// What it worked on.
  var input: String
  /// What the counted runs took.
  var time: Measurement
  /// The largest resident set of the process so far, checks included.
  var peakMebibytes: Double
  /// How the answer was checked.
  var check: String
  /// What else there is to say, preparation above all.
  var notes: String

  /// Records a job that was just measured.
  init(_ job: String, input: String, _ time: Measurement, check: String, notes: String = "") {
    self.job = job
    self.input = input
    self.time = time
    self.check = check
    self.notes = notes
    peakMebibytes = ProcessUse.peakMebibytes
  }
}

extension [BenchmarkRecord] {
  /// Prints the records as a table and adds them to a file of JSON lines.
  func report(to path: String?) throws {
    print(ResultTable(records: self).text)
    guard let path else { return }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    var data = FileManager.default.contents(atPath: path) ?? Data()
    for record in self {
      data.append(try encoder.encode(record))
      data.append(0x0A)
    }
    try data.write(to: URL(filePath: path), options: .atomic)
  }

  /// Reads a file of JSON lines; a later record of the same job replaces an earlier one.
  init(contentsOf path: String) throws {
    let data = try Data(contentsOf: URL(filePath: path))
    var records: [BenchmarkRecord] = []
    for line in data.split(separator: 0x0A) {
      let record = try JSONDecoder().decode(BenchmarkRecord.self, from: Data(line))
      records.removeAll { $0.job == record.job && $0.input == record.input }
      records.append(record)
    }
    self = records
  }
}
