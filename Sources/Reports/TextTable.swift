/// A table for a terminal, its columns lined up by display width.
public struct TextTable: Sendable {
  /// How a cell may be coloured, when colours are asked for.
  public enum Style: Sendable {
    /// As it is.
    case plain
    /// A promise kept.
    case good
    /// Worth watching.
    case warning
    /// A promise broken.
    case bad
    /// Of less weight.
    case faint
  }

  /// One cell: a line of text, and its colour when colours are asked for.
  public struct Cell: Sendable, ExpressibleByStringLiteral {
    /// The text; line breaks are shown as spaces.
    public var text: String
    /// The colour.
    public var style: Style

    /// A cell of a text.
    public init(_ text: String, style: Style = .plain) {
      self.text = text
      self.style = style
    }

    /// A cell of a literal.
    public init(stringLiteral value: String) { self.init(value) }
  }

  /// One column.
  public struct Column: Sendable {
    /// What stands above it.
    public var heading: String
    /// Whether its cells are pushed to the right, as numbers are.
    public var isNumeric: Bool

    /// A column with a heading.
    public init(_ heading: String, isNumeric: Bool = false) {
      self.heading = heading
      self.isNumeric = isNumeric
    }
  }

  /// What stands above the table; empty for nothing.
  public var title: String
  /// The columns, from left to right.
  public var columns: [Column]
  /// The rows; missing cells are empty.
  public var rows: [[Cell]]

  /// A table of rows under headings.
  public init(title: String = "", columns: [Column], rows: [[Cell]] = []) {
    self.title = title
    self.columns = columns
    self.rows = rows
  }

  /// The table as text: title, headings, a rule, and a line for each row.
  ///
  /// - Parameter colours: whether cells carry ANSI colours; the caller knows the terminal.
  public func rendered(colours: Bool = false) -> String {
    let cells = rows.map { row in
      columns.indices.map { $0 < row.count ? row[$0].onOneLine : Cell("") }
    }
    var widths = columns.indices.map { column in
      cells.reduce(DisplayWidth.columns(of: columns[column].heading)) {
        max($0, DisplayWidth.columns(of: $1[column].text))
      }
    }
    narrow(&widths)
    var lines = title.isEmpty ? [] : [title]
    lines.append(line(columns.map { Cell($0.heading) }, widths, colours: false))
    lines.append(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "))
    for row in cells {
      lines += wrapped(row, widths).map { line($0, widths, colours: colours) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// How wide a table may grow before its longest texts are broken into lines.
  private static let widest = 144
  /// No column is broken to less than this.
  private static let narrowestText = 30

  /// Takes width from the widest text columns until the table fits, as far as that goes.
  private func narrow(_ widths: inout [Int]) {
    var excess = widths.reduce(0, +) + 2 * (widths.count - 1) - Self.widest
    while excess > 0 {
      let texts = widths.indices.filter {
        !columns[$0].isNumeric && widths[$0] > Self.narrowestText
      }
      guard let column = texts.max(by: { (widths[$0], $1) < (widths[$1], $0) }) else { return }
      // Down to the next widest, so that two long columns share what is left.
      let next = texts.filter { $0 != column }.map { widths[$0] }.max() ?? 0
      let floor = max(Self.narrowestText, min(next, widths[column] - 1))
      let taken = min(excess, widths[column] - floor)
      widths[column] -= taken
      excess -= taken
    }
  }

  /// The lines of a row whose texts are broken to the widths of their columns.
  private func wrapped(_ row: [Cell], _ widths: [Int]) -> [[Cell]] {
    let parts = columns.indices.map { column in
      DisplayWidth.columns(of: row[column].text) <= widths[column]
        ? [row[column].text] : WrappedText.lines(row[column].text, width: widths[column])
    }
    let count = parts.map(\.count).max() ?? 1
    return (0..<count).map { line in
      columns.indices.map { column in
        Cell(line < parts[column].count ? parts[column][line] : "", style: row[column].style)
      }
    }
  }

  private func line(_ cells: [Cell], _ widths: [Int], colours: Bool) -> String {
    var text = ""
    var owed = 0
    for (column, cell) in cells.enumerated() {
      let space = max(0, widths[column] - DisplayWidth.columns(of: cell.text))
      let before = owed + (columns[column].isNumeric ? space : 0)
      if !cell.text.isEmpty {
        text += String(repeating: " ", count: before)
        text += colours ? cell.style.paint(cell.text) : cell.text
        owed = columns[column].isNumeric ? 2 : space + 2
      } else {
        owed += widths[column] + 2
      }
    }
    return text
  }
}

extension TextTable.Cell {
  fileprivate var onOneLine: TextTable.Cell {
    guard text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else { return self }
    let scalars = text.unicodeScalars.map {
      $0.properties.generalCategory == .control ? " " : $0
    }
    var line = String.UnicodeScalarView()
    line.append(contentsOf: scalars)
    return TextTable.Cell(String(line), style: style)
  }
}

extension TextTable.Style {
  fileprivate func paint(_ text: String) -> String {
    let code =
      switch self {
      case .plain: ""
      case .good: "32"
      case .warning: "33"
      case .bad: "31"
      case .faint: "2"
      }
    return code.isEmpty ? text : "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}
