import PlanningModel

/// A sheet of a workbook as values: typed columns under one header row.
struct WorkbookSheet {
  /// What stands in a cell.
  enum Cell: Hashable {
    case empty
    case text(String)
    case integer(Int)
    /// A share, as a fraction of one; shown as percent with one decimal.
    case share(Double)
    /// Minutes with one decimal.
    case minutes(Double)
    /// A number as written, for example floor areas.
    case decimal(Double)
    case date(CivilDate)
  }

  /// How a row looks.
  enum Look: Hashable {
    case plain, bad, good, unknown, total
  }

  struct Column {
    var heading: String
    /// Width in characters of the standard font; a Chinese character takes two.
    var width: Double
  }

  struct Row {
    var cells: [Cell]
    var look = Look.plain
  }

  /// The tab's name, at most 31 characters.
  var name: String
  /// A line above the table, for example what the table is about.
  var title: String
  /// A line below the title; empty for none.
  var note = ""
  var columns: [Column]
  var rows: [Row]
  /// How many columns on the left stay in place.
  var frozenColumns = 1
}

extension WorkbookSheet.Cell {
  init(_ text: String?) { self = text.map { $0.isEmpty ? .empty : .text($0) } ?? .empty }
  init(_ number: Int?) { self = number.map { .integer($0) } ?? .empty }
  init(_ date: CivilDate?) { self = date.map { .date($0) } ?? .empty }

  /// A share floored to a tenth of a percent, as everywhere in the report.
  init(share numerator: Int?, of denominator: Int?) {
    guard let numerator, let denominator, denominator > 0 else {
      self = .empty
      return
    }
    let (high, low) = numerator.multipliedFullWidth(by: 1000)
    self = .share(Double(denominator.dividingFullWidth((high, low)).quotient) / 1000)
  }
}
