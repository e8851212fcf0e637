import Foundation
import Importing
import PlanningModel

/// A table of candidates beside a plan, as YAML in which each candidate stands on the line of its
/// row, so that it is read by the rules of the plan and its faults name the row.
struct PlanTable {
  let file: String
  let yaml: String

  private static let columns = [
    "name", "kind", "lon", "lat", "serves", "cost", "staff", "from", "until", "required", "feeds",
    "provenance",
  ]
  /// Columns that hold several words, with `;` or `、` between them.
  private static let lists: Set<String> = ["serves", "feeds"]

  /// Reads a CSV file or the first sheet of a workbook.
  ///
  /// - Throws: `WorkError` for a file that is not there or no table, (`blocked`) for its faults.
  init(_ name: String, beside plan: String) throws {
    let path = Self.path(name, beside: plan)
    let (table, doubts) = try TableFile.choose(
      try TableFile.read(path, name: name), sheet: nil, file: name)
    let rows = HeaderedTable(
      table, rules: ColumnRules(required: ["id", "unit"], optional: Self.columns))
    let faults = (doubts + rows.faults).filter { $0.severity == .blocking }
    guard faults.isEmpty else {
      throw WorkError(
        .blocked, operation: "read plan", subject: name,
        message: Bilingual("\(faults.count) 项阻断问题", "\(faults.count) blocking findings"),
        remedy: Bilingual("按各行提示更正", "correct each line"), faults: faults)
    }
    file = name
    var lines: [String] = []
    for row in rows.rows {
      while lines.count < row.number - 1 { lines.append("") }
      lines.append("- {\(Self.fields(row).joined(separator: ", "))}")
    }
    yaml = lines.joined(separator: "\n") + "\n"
  }

  /// Where the table lies: in the plan's folder.
  static func path(_ name: String, beside plan: String) -> String {
    let folder = plan.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return (folder + [Substring(name)]).joined(separator: "/")
  }

  private static func fields(_ row: HeaderedRow) -> [String] {
    (["id", "unit"] + columns).compactMap { column in
      let text = row[column].text
      guard !text.isEmpty else { return nil }
      guard lists.contains(column) else { return "\(column): \(quoted(text))" }
      let words = text.split { ";；、".contains($0) }.map { quoted(String($0)) }
      return "\(column): [\(words.joined(separator: ", "))]"
    }
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
