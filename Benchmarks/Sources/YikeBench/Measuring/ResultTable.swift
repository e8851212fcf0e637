import Foundation

/// Records as a Markdown table that also reads well in a terminal.
struct ResultTable {
  /// The rows.
  var records: [BenchmarkRecord]

  /// The table with its head.
  var text: String {
    let head = ["job", "input", "median (min–max, n) s", "CPU s", "peak MiB", "check", "notes"]
    return Self.text(
      head: head,
      rows: records.map {
        [
          $0.job, $0.input, Self.range($0.time), Self.seconds($0.time.cpuMedian),
          String(format: "%.0f", $0.peakMebibytes), $0.check, $0.notes,
        ]
      })
  }

  /// Cells as a Markdown table.
  static func text(head: [String], rows: [[String]]) -> String {
    let widths = head.indices.map { column in
      ([head] + rows).map { $0[column].count }.max() ?? 0
    }
    func line(_ cells: [String]) -> String {
      let padded = zip(cells, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.count)
      }
      return "| " + padded.joined(separator: " | ") + " |"
    }
    let rule = "|" + widths.map { String(repeating: "-", count: $0 + 2) }.joined(separator: "|")
    return ([line(head), rule + "|"] + rows.map(line)).joined(separator: "\n")
  }

  /// `0.052 (0.050–0.055, 7)`.
  static func range(_ time: Measurement) -> String {
    let least = time.seconds.first ?? 0
    let most = time.seconds.last ?? 0
    return "\(seconds(time.median)) (\(seconds(least))–\(seconds(most)), \(time.seconds.count))"
  }

  /// Seconds with three significant figures.
  static func seconds(_ seconds: Double) -> String {
    seconds >= 100
      ? String(format: "%.0f", seconds)
      : seconds >= 10
        ? String(format: "%.1f", seconds)
        : seconds >= 1
          ? String(format: "%.2f", seconds)
          : seconds >= 0.01 ? String(format: "%.3f", seconds) : String(format: "%.5f", seconds)
  }
}
