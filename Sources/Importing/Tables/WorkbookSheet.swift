import Foundation
import PlanningModel

/// Reads the cells of one sheet (`xl/worksheets/sheet*.xml`).
struct WorkbookSheet {
  /// Texts that cells refer to.
  var strings: [String]
  /// Which styles show dates.
  var dateStyles: [Bool]
  /// Whether days are counted from 1904.
  var is1904: Bool

  /// The rows that a sheet can have.
  private static let rowNumbers = 1...1_048_576

  /// What stands in a cell element until it ends.
  private struct Open {
    var column = 0
    var type = ""
    var style = 0
    var value = ""
    var hasValue = false
    var formula = false
    var inline = RunText()
    var isValue = false
  }

  /// All rows and merged ranges.
  func read(
    _ data: Data, member: String, file: String
  ) throws -> (rows: [TableRow], merges: [MergedRange]) {
    var rows: [TableRow] = []
    var merges: [MergedRange] = []
    var row = TableRow(number: 0, cells: [])
    var open: Open?
    var nextColumn = 0
    try XMLEvents.read(
      data, member: member, file: file,
      onStart: { element, attributes in
        switch element {
        case "row":
          let stated = attributes["r"].flatMap(Int.init)
          let isRow = stated.map(WorkbookSheet.rowNumbers.contains) ?? false
          let number = isRow ? stated ?? 1 : row.number + 1
          row = TableRow(
            number: number, cells: [],
            isHidden: ["1", "true"].contains(attributes["hidden"] ?? ""))
          nextColumn = 0
        case "c":
          var cell = Open()
          cell.column = attributes["r"].flatMap { CellReference($0)?.column } ?? nextColumn
          cell.type = attributes["t"] ?? "n"
          cell.style = attributes["s"].flatMap(Int.init) ?? 0
          nextColumn = cell.column + 1
          open = cell
        case "v":
          open?.isValue = true
          open?.hasValue = true
        case "f": open?.formula = true
        case "mergeCell":
          if let range = attributes["ref"].flatMap(CellReference.range) { merges.append(range) }
        default: open?.inline.start(element)
        }
      },
      onText: { characters in
        if open?.isValue == true {
          open?.value += characters
        } else {
          open?.inline.add(characters)
        }
      },
      onEnd: { element in
        switch element {
        case "v": open?.isValue = false
        case "c":
          if let cell = open { place(cell, into: &row) }
          open = nil
        case "row": rows.append(row)
        default: open?.inline.end(element)
        }
      })
    return (rows, merges)
  }

  private func place(_ open: Open, into row: inout TableRow) {
    // 16,384 columns is what a sheet can have.
    guard (0..<16_384).contains(open.column) else { return }
    let cell = cell(open)
    guard cell.kind != .empty else { return }
    while row.cells.count < open.column { row.cells.append(.empty) }
    if row.cells.count == open.column {
      row.cells.append(cell)
    } else {
      row.cells[open.column] = cell
    }
  }

  private func cell(_ open: Open) -> TableCell {
    if open.type == "inlineStr" { return TableCell(open.inline.text) }
    guard open.hasValue else {
      let problem = Bilingual("公式没有保存计算结果", "formula without a stored result")
      return open.formula ? TableCell(problem.text, kind: .error) : .empty
    }
    switch open.type {
    case "s":
      guard let index = Int(open.value), strings.indices.contains(index) else {
        let problem = Bilingual(
          "共 \(strings.count) 条文字，没有第 \(open.value) 条",
          "text \(open.value) of \(strings.count)")
        return TableCell(problem.text, kind: .error)
      }
      return TableCell(strings[index])
    case "str": return TableCell(open.value)
    case "b": return TableCell(open.value == "1" ? "TRUE" : "FALSE", kind: .boolean)
    case "e": return TableCell(open.value, kind: .error)
    case "d": return TableCell(open.value, kind: .date)
    default: return number(open)
    }
  }

  private func number(_ open: Open) -> TableCell {
    guard let value = Double(open.value), value.isFinite else {
      return TableCell(open.value, kind: open.value.isEmpty ? .empty : .error)
    }
    if dateStyles.indices.contains(open.style), dateStyles[open.style] {
      return SpreadsheetDay.text(value, is1904: is1904).map { TableCell($0, kind: .date) }
        ?? TableCell(open.value, kind: .error)
    }
    // Workbooks store 0.1 as 0.10000000000000001 and codes as 5.00156101E8; what a person
    // typed is the shortest text that reads back to the same number.
    if let whole = Int(exactly: value), whole.magnitude < 1_000_000_000_000_000 {
      return TableCell(String(whole), kind: .number)
    }
    return TableCell(String(value), kind: .number)
  }
}

/// A place on a sheet, such as `AB12`.
struct CellReference {
  /// From 0.
  var column: Int
  /// From 1.
  var row: Int

  /// Reads a reference; nil for anything else.
  init?(_ text: some StringProtocol) {
    var column = 0
    var row = 0
    for byte in text.utf8 where byte != UInt8(ascii: "$") {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0 && column < 16_384:
        column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9") where row < 10_000_000:
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
      default: return nil
      }
    }
    guard column > 0, row > 0 else { return nil }
    self.column = column - 1
    self.row = row
  }

  /// Reads `A2:B9`.
  static func range(_ text: String) -> MergedRange? {
    let parts = text.split(separator: ":").compactMap { CellReference($0) }
    guard let first = parts.first, let last = parts.last, first.row <= last.row,
      first.column <= last.column
    else { return nil }
    return MergedRange(
      rows: first.row...last.row, columns: first.column...last.column, reference: text)
  }
}
