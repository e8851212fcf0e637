import Foundation
import PlanningModel

/// Adds up the rows that a total is about.
struct TotalsCheck {
  /// A column whose total is not what its rows add up to.
  struct Difference {
    var column: String
    var written: String
    var sum: String
  }

  /// The numbers of each record, by column; nil where the cell is empty.
  private var records: [[String: TableCell]] = []
  /// The totals with how many records stand above each.
  private var totals: [(row: TableRow, kind: RowMarks.Total, after: Int)] = []

  /// Takes a record.
  mutating func add(_ cells: [String: TableCell]) { records.append(cells) }

  /// Takes a total.
  mutating func add(_ row: TableRow, _ kind: RowMarks.Total) {
    totals.append((row, kind, records.count))
  }

  /// What differs, for each total in order, with how many columns were compared.
  ///
  /// A group reaches from the total before to this one, or from this one to the next where totals
  /// stand on top. 合计 may be of a group or of all. A total above the sum is let pass where a cell
  /// of the column is empty, since what is unknown may be in it.
  func results(_ layout: HeaderLayout) -> [(row: TableRow, compared: Int, wrong: [Difference])] {
    totals.indices.map { index in
      let (row, kind, after) = totals[index]
      let before = index > 0 ? totals[index - 1].after : 0
      let next = index + 1 < totals.count ? totals[index + 1].after : records.count
      var groups = [before..<after, after..<next].filter { !$0.isEmpty }
      if kind == .all || groups.isEmpty { groups.append(records.indices) }
      var wrong: [Difference] = []
      var compared = 0
      for (column, cell) in layout.cells(of: row).sorted(by: { $0.key < $1.key }) {
        guard let written = Self.number(cell) else { continue }
        let sums = groups.compactMap { sum(column, $0) }
        guard let first = sums.first else { continue }
        compared += 1
        if sums.contains(where: { written == $0.sum || $0.hasGaps && written > $0.sum }) {
          continue
        }
        wrong.append(Difference(column: column, written: cell.text, sum: "\(first.sum)"))
      }
      return (row, compared, wrong)
    }
  }

  /// The sum of a column; nil where a cell holds something else than a number.
  private func sum(_ column: String, _ rows: Range<Int>) -> (sum: Decimal, hasGaps: Bool)? {
    var sum = Decimal(0)
    var gaps = 0
    for record in records[rows] {
      let cell = record[column] ?? .empty
      if cell.kind == .empty {
        gaps += 1
      } else if let number = Self.number(cell) {
        sum += number
      } else {
        return nil
      }
    }
    return gaps == rows.count ? nil : (sum, gaps > 0)
  }

  private static func number(_ cell: TableCell) -> Decimal? {
    guard cell.kind == .text || cell.kind == .number else { return nil }
    let plain = TextFolding.halfWidth(cell.text)
    let text = ThousandsSeparators.removed(plain) ?? plain
    guard !text.isEmpty, text.utf8.allSatisfy({ "0123456789.-".utf8.contains($0) }) else {
      return nil
    }
    return Decimal(string: text, locale: Locale(identifier: "en_US_POSIX"))
  }
}

/// Commas between groups of three digits.
enum ThousandsSeparators {
  /// `1,234,567.5` without its commas; nil where they do not stand before groups of three.
  static func removed(_ text: String) -> String? {
    guard text.contains(",") else { return nil }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let groups = (parts.first ?? "").split(separator: ",", omittingEmptySubsequences: false)
    let isDigits = { (part: Substring) in part.utf8.allSatisfy { (48...57).contains($0) } }
    guard parts.count <= 2, let first = groups.first, (1...3).contains(first.count),
      groups.allSatisfy(isDigits), groups.dropFirst().allSatisfy({ $0.count == 3 }),
      parts.count == 1 || !parts[1].isEmpty && isDigits(parts[1])
    else { return nil }
    return text.filter { $0 != "," }
  }
}
