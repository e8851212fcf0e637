import CXlsxWriter
import Foundation
import PlanningModel

/// Writes sheets as an Office Open XML workbook through libxlsxwriter.
///
/// The creation date is a fixed one, so the same sheets give the same bytes.
enum WorkbookWriter {
  /// The bytes of the workbook.
  ///
  /// - Throws: `WorkError` (`unwritable`) when the library refuses or its temporary file cannot
  ///   be written.
  static func bytes(_ sheets: [WorkbookSheet], title: String) throws -> [UInt8] {
    // The library writes files only.
    let file = FileManager.default.temporaryDirectory.appending(
      path: "yike-\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    guard let book = workbook_new(file.path) else { throw failure("") }
    setProperties(of: book, title: title)
    let formats = WorkbookFormats(book)
    for sheet in sheets {
      guard let worksheet = workbook_add_worksheet(book, sheet.name) else {
        _ = workbook_close(book)
        throw failure(sheet.name)
      }
      WorksheetFilling(worksheet: worksheet, formats: formats, sheet: sheet).fill()
    }
    let status = workbook_close(book)
    guard status == LXW_NO_ERROR else { throw failure(String(cString: lxw_strerror(status))) }
    return Array(try Data(contentsOf: file))
  }

  private static func setProperties(of book: UnsafeMutablePointer<lxw_workbook>, title: String) {
    title.withCString { title in
      "Yike".withCString { author in
        var properties = lxw_doc_properties()
        properties.title = UnsafeMutablePointer(mutating: title)
        properties.author = UnsafeMutablePointer(mutating: author)
        properties.created = 315_532_800  // 1980-01-01, where the dates of ZIP files begin
        _ = workbook_set_properties(book, &properties)
      }
    }
  }

  private static func failure(_ why: String) -> WorkError {
    WorkError(
      .unwritable, operation: "write workbook", subject: "report.xlsx",
      message: Bilingual("工作簿无法写出 \(why)", "the workbook cannot be written \(why)"),
      remedy: Bilingual(
        "检查临时文件夹的空间和权限", "check the space and the rights of the temporary folder"))
  }
}

/// One sheet's cells going into the library.
private struct WorksheetFilling {
  let worksheet: UnsafeMutablePointer<lxw_worksheet>
  let formats: WorkbookFormats
  let sheet: WorkbookSheet

  func fill() {
    for (column, described) in sheet.columns.enumerated() {
      let column = lxw_col_t(column)
      _ = worksheet_set_column(worksheet, column, column, described.width, nil)
    }
    _ = worksheet_write_string(worksheet, 0, 0, sheet.title, formats.title)
    if !sheet.note.isEmpty {
      _ = worksheet_write_string(worksheet, 1, 0, sheet.note, formats.note)
    }
    let header = WorkbookSheet.headerRow
    for (column, described) in sheet.columns.enumerated() {
      _ = worksheet_write_string(
        worksheet, lxw_row_t(header), lxw_col_t(column), described.heading, formats.header)
    }
    setHeight(of: header, sheet.columns.map { .text($0.heading) })
    for (offset, row) in sheet.rows.enumerated() {
      setHeight(of: header + 1 + offset, row.cells)
      for (column, cell) in row.cells.enumerated() {
        write(cell, look: row.look, lxw_row_t(header + 1 + offset), lxw_col_t(column))
      }
    }
    worksheet_freeze_panes(worksheet, lxw_row_t(header + 1), lxw_col_t(sheet.frozenColumns))
    if !sheet.rows.isEmpty {
      _ = worksheet_autofilter(
        worksheet, lxw_row_t(header), 0, lxw_row_t(header + sheet.rows.count),
        lxw_col_t(sheet.columns.count - 1))
    }
    print()
  }

  private func write(
    _ cell: WorkbookSheet.Cell, look: WorkbookSheet.Look, _ row: lxw_row_t, _ column: lxw_col_t
  ) {
    let format = formats.cell(cell, look)
    switch cell {
    case .empty: _ = worksheet_write_blank(worksheet, row, column, format)
    case .text(let text):
      // A cell holds at most 32,767 characters.
      _ = worksheet_write_string(worksheet, row, column, String(text.prefix(8_000)), format)
    case .integer(let number):
      _ = worksheet_write_number(worksheet, row, column, Double(number), format)
    case .share(let number), .minutes(let number), .decimal(let number):
      _ = worksheet_write_number(worksheet, row, column, number, format)
    case .date(let date):
      var day = lxw_datetime()
      (day.year, day.month, day.day) = (Int32(date.year), Int32(date.month), Int32(date.day))
      _ = worksheet_write_datetime(worksheet, row, column, &day, format)
    }
  }

  /// Rows whose texts wrap get the room for it: not every office suite computes it on opening.
  private func setHeight(of row: Int, _ cells: [WorkbookSheet.Cell]) {
    let lines = zip(cells, sheet.columns).map { cell, column -> Int in
      guard case .text(let text) = cell else { return 1 }
      // A line never ends inside a word, so that it holds a little less than its width.
      let room = max(2, Int(column.width) - 2)
      return (DisplayWidth.columns(of: text) + room - 1) / room
    }
    let most = lines.max() ?? 1
    guard most > 1 else { return }
    // The highest row there is has 409 points.
    _ = worksheet_set_row(worksheet, lxw_row_t(row), min(Double(most) * 15, 409), nil)
  }

  /// Wider than this in characters a sheet is printed on A3.
  private static let widestOnA4 = 200.0

  /// Across, one page wide, with the header on every page and page numbers.
  private func print() {
    let width = sheet.columns.reduce(0) { $0 + $1.width }
    worksheet_set_landscape(worksheet)
    // 8 is A3, 9 is A4.
    worksheet_set_paper(worksheet, width > Self.widestOnA4 ? 8 : 9)
    worksheet_fit_to_pages(worksheet, 1, 0)
    let header = lxw_row_t(WorkbookSheet.headerRow)
    _ = worksheet_repeat_rows(worksheet, header, header)
    _ = worksheet_set_footer(worksheet, "&C&P / &N")
  }
}

extension WorkbookSheet {
  /// The row of the column headings, from 0: title, note, headings.
  static let headerRow = 2
}
