import Foundation
public import PlanningModel

/// A cell as it stands in a file.
public struct TableCell: Sendable, Hashable {
  /// What the file says the cell holds; CSV knows only text and empty.
  public enum Kind: String, Sendable {
    /// Characters.
    case text
    /// A number.
    case number
    /// A day, a time or both, as ISO 8601 text.
    case date
    /// `TRUE` or `FALSE`.
    case boolean
    /// Nothing, or only white space.
    case empty
    /// An error such as `#REF!`, or a formula without a stored result.
    case error
  }

  /// The characters as stored.
  public let raw: String
  /// The characters without white space around them, composed (Unicode NFC).
  public let text: String
  /// What the cell holds.
  public let kind: Kind

  /// Makes a cell; text of white space only is empty.
  public init(_ raw: String, kind: Kind = .text) {
    self.raw = raw
    text = TextFolding.trimmed(raw)
    self.kind = text.isEmpty && kind != .error ? .empty : kind
  }

  /// A cell with nothing in it.
  public static let empty = TableCell("")
}

/// A row of a table with its place in the file.
public struct TableRow: Sendable, Hashable {
  /// The number that a spreadsheet shows beside the row, from 1; blank rows count.
  public var number: Int
  /// The line of the text file the row begins on, nil in workbooks.
  ///
  /// It differs from ``number`` after a quoted line break.
  public var line: Int?
  /// The cells from the first column on.
  public var cells: [TableCell]
  /// Whether the row is hidden in the workbook.
  public var isHidden: Bool

  /// Makes a row.
  public init(number: Int, line: Int? = nil, cells: [TableCell], isHidden: Bool = false) {
    self.number = number
    self.line = line
    self.cells = cells
    self.isHidden = isHidden
  }

  /// Whether no cell holds anything.
  public var isBlank: Bool { cells.allSatisfy { $0.kind == .empty } }
}

/// Cells merged into one on a sheet; rows from 1, columns from 0, both ends included.
public struct MergedRange: Sendable, Hashable {
  /// The first and the last row.
  public var rows: ClosedRange<Int>
  /// The first and the last column.
  public var columns: ClosedRange<Int>
  /// How the file writes it, for example `A2:A9`.
  public var reference: String

  /// Makes a range.
  public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>, reference: String) {
    self.rows = rows
    self.columns = columns
    self.reference = reference
  }
}

/// A sheet or a text table, cell by cell, before anything is read into it.
public struct Table: Sendable {
  /// What messages call the file.
  public var file: String
  /// The sheet; nil for text tables.
  public var sheet: String?
  /// Whether the sheet is hidden.
  public var isHidden: Bool
  /// The rows that the file holds, in order; blank ones may be missing.
  public var rows: [TableRow]
  /// Merged cells.
  public var merges: [MergedRange]
  /// What is wrong with the file's form.
  public var faults: [InputFault]

  /// Makes a table.
  public init(
    file: String, sheet: String? = nil, isHidden: Bool = false, rows: [TableRow],
    merges: [MergedRange] = [], faults: [InputFault] = []
  ) {
    self.file = file
    self.sheet = sheet
    self.isHidden = isHidden
    self.rows = rows
    self.merges = merges
    self.faults = faults
  }
}
