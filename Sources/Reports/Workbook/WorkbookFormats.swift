import CXlsxWriter

/// The formats that the cells of a workbook share, each made once.
final class WorkbookFormats {
  typealias Format = UnsafeMutablePointer<lxw_format>

  let title, note, header: Format?
  private let book: UnsafeMutablePointer<lxw_workbook>
  private var made: [Key: Format] = [:]

  private enum Kind: Hashable {
    case text, integer, share, minutes, decimal, date
  }

  private struct Key: Hashable {
    var kind: Kind
    var look: WorkbookSheet.Look
  }

  init(_ book: UnsafeMutablePointer<lxw_workbook>) {
    self.book = book
    title = workbook_add_format(book)
    format_set_bold(title)
    format_set_font_size(title, 14)
    format_set_font_name(title, Self.font)
    note = workbook_add_format(book)
    format_set_font_color(note, 0x555555)
    format_set_font_size(note, 10)
    format_set_font_name(note, Self.font)
    header = workbook_add_format(book)
    format_set_bold(header)
    format_set_font_size(header, 10)
    format_set_font_name(header, Self.font)
    format_set_bg_color(header, 0xE4E0D6)
    format_set_border(header, UInt8(LXW_BORDER_THIN.rawValue))
    format_set_align(header, UInt8(LXW_ALIGN_CENTER.rawValue))
    format_set_align(header, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    format_set_text_wrap(header)
  }

  /// What every office suite in China has, or puts its own 宋体 for.
  private static let font = "宋体"

  /// The format of a cell in a row of a look.
  func cell(_ cell: WorkbookSheet.Cell, _ look: WorkbookSheet.Look) -> Format? {
    let key = Key(kind: kind(cell), look: look)
    if let format = made[key] { return format }
    guard let format = workbook_add_format(book) else { return nil }
    format_set_font_size(format, 10)
    format_set_font_name(format, Self.font)
    format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
    format_set_border_color(format, 0x9A958A)
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    switch key.kind {
    case .text: format_set_text_wrap(format)
    case .integer: format_set_num_format(format, "#,##0")
    case .share: format_set_num_format(format, "0.0%")
    case .minutes: format_set_num_format(format, "0.0")
    case .decimal: format_set_num_format(format, "General")
    case .date: format_set_num_format(format, "yyyy-mm-dd")
    }
    switch look {
    case .plain: break
    case .total: format_set_bold(format)
    case .bad: format_set_font_color(format, 0xA31515)
    case .good: format_set_font_color(format, 0x1D6B3A)
    case .unknown: format_set_font_color(format, 0x8A5A00)
    }
    made[key] = format
    return format
  }

  private func kind(_ cell: WorkbookSheet.Cell) -> Kind {
    switch cell {
    case .empty, .text: .text
    case .integer: .integer
    case .share: .share
    case .minutes: .minutes
    case .decimal: .decimal
    case .date: .date
    }
  }
}
