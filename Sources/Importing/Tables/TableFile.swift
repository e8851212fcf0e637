import Foundation
public import PlanningModel

/// Opens ledgers: delimited text and workbooks.
public enum TableFile {
  /// Reads all tables of a file: one for CSV, TSV and text, one a sheet for XLSX.
  ///
  /// The content decides, not only the name: a text file called `.xlsx` and a workbook called
  /// `.csv` are refused with a remedy. `name` is what messages call the file.
  public static func read(_ path: String, name: String? = nil) throws -> [Table] {
    let name = name ?? path
    let bytes = try ReadableFile.bytes(path, name: name, operation: "read table")
    func refuse(_ message: String, _ remedy: String) -> WorkError {
      WorkError(
        .malformed, operation: "read table", subject: name, message: message, remedy: remedy)
    }
    guard !bytes.isEmpty else {
      throw refuse("the file is empty", "put a header row into it, or take it out of yike.yaml")
    }
    let isWorkbookName = [".xlsx", ".xlsm"].contains { name.lowercased().hasSuffix($0) }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw isEncrypted(bytes)
        ? refuse(
          "the workbook is encrypted", "open it with its password and save it without one")
        : refuse(
          "this is a workbook of the old .xls or .et form", "save it as .xlsx or as CSV in UTF-8")
    }
    if bytes.starts(with: [0x50, 0x4B]) {
      guard isWorkbookName else {
        throw refuse(
          "this is a packed file, not a text table", "if it is a workbook, call it .xlsx")
      }
      return try WorkbookFile(path: path, name: name).tables()
    }
    guard !isWorkbookName else {
      throw refuse(
        "this is not a workbook: it does not begin like a ZIP file",
        "if it is a text table, call it .csv; else save it as .xlsx again")
    }
    return [try text(bytes, name: name)]
  }

  /// Reads a text table from bytes in memory.
  public static func text(_ bytes: [UInt8], name: String) throws -> Table {
    var text = DelimitedText(try TextDecoding.utf8(bytes, name: name))
    let (rows, faults) = text.rows(file: name)
    guard rows.contains(where: { !$0.isBlank }) else {
      throw WorkError(
        .malformed, operation: "read table", subject: name, message: "the file holds no cell",
        remedy: "put a header row into it, or take it out of yike.yaml")
    }
    return Table(file: name, rows: rows, faults: faults)
  }

  /// The table to read: the sheet asked for, else the first visible one that holds anything.
  ///
  /// Sheets that are passed over are named in hints.
  public static func choose(
    _ tables: [Table], sheet: String? = nil, file: String
  ) throws -> (table: Table, faults: [InputFault]) {
    let candidates =
      sheet.map { wanted in tables.filter { $0.sheet == wanted } }
      ?? tables.filter { table in !table.isHidden && table.rows.contains { !$0.isBlank } }
    guard let chosen = candidates.first else {
      let names = tables.compactMap(\.sheet).joined(separator: ", ")
      throw WorkError(
        .notFound, operation: "read table", subject: file,
        message: sheet.map { "there is no sheet “\($0)”" } ?? "no visible sheet holds anything",
        remedy: "name one of its sheets in yike.yaml: \(names)")
    }
    var faults: [InputFault] = []
    for table in tables where table.sheet != chosen.sheet && sheet == nil {
      guard table.rows.contains(where: { !$0.isBlank }) else { continue }
      let check = table.isHidden ? ImportCheck.tableHiddenSheet : .tableOtherSheets
      faults.append(
        check.fault(
          file: file, layer: table.sheet,
          rule: "the sheet “\(table.sheet ?? "")” was not read, only “\(chosen.sheet ?? "")”",
          remedy: "name the sheet to read in yike.yaml if this is the wrong one"))
    }
    return (chosen, faults)
  }

  /// Whether an OLE file holds a stream called EncryptedPackage (UTF-16).
  private static func isEncrypted(_ bytes: [UInt8]) -> Bool {
    let mark = Data("EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    return Data(bytes).range(of: mark) != nil
  }
}
