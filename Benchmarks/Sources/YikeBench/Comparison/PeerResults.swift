import Foundation

/// What the scripts that time other tools have written: a JSON list of groups, labels, results.
struct PeerResults {
  private let records: [[String: Any]]

  /// Reads the file.
  init(contentsOf path: String) throws {
    let data = try Data(contentsOf: URL(filePath: path))
    records = try JSONSerialization.jsonObject(with: data) as? [[String: Any]] ?? []
  }

  /// The median, least and largest seconds of a step; nil where it was not run.
  ///
  /// `tool` chooses among several results of a label by the beginning of the tool's name; the
  /// median of the step at `before` is added to each number.
  func time(
    group: String, label: String, tool: String = "", path: [String], before: [String]? = nil
  ) -> PeerTime? {
    let record = records.last {
      $0["group"] as? String == group && $0["label"] as? String == label
    }
    let results = record?["results"] as? [[String: Any]] ?? []
    let result = results.last { (($0["tool"] as? String) ?? "").hasPrefix(tool) }
    guard let numbers = step(path, of: result), let median = number(numbers["median"]) else {
      return nil
    }
    let first = before.flatMap { number(step($0, of: result)?["median"]) } ?? 0
    return PeerTime(
      median: first + median, least: first + (number(numbers["min"]) ?? median),
      most: first + (number(numbers["max"]) ?? median), runs: Int(number(numbers["n"]) ?? 1))
  }

  private func step(_ path: [String], of result: [String: Any]?) -> [String: Any]? {
    var value: Any? = result
    for key in path { value = (value as? [String: Any])?[key] }
    return value as? [String: Any]
  }

  private func number(_ value: Any?) -> Double? { (value as? NSNumber)?.doubleValue }
}

/// What a step of another tool took.
struct PeerTime {
  /// Seconds.
  var median: Double
  /// Seconds.
  var least: Double
  /// Seconds.
  var most: Double
  /// How often it ran.
  var runs: Int

  /// `0.55 (0.53–0.62, 3)`.
  var text: String {
    ResultTable.range(
      Measurement(seconds: [least, median, most], cpuSeconds: [0], warmUps: 0)
    ).replacing(", 3)", with: ", \(runs))")
  }
}
