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
    func refuse(_ message: Bilingual, _ remedy: Bilingual) -> WorkError {
      WorkError(
        .malformed, operation: "read table", subject: name, message: message, remedy: remedy)
    }
    guard !bytes.isEmpty else {
      throw refuse(Bilingual("文件是空的", "the file is empty"), fillOrRemove)
    }
    let isWorkbookName = [".xlsx", ".xlsm"].contains { name.lowercased().hasSuffix($0) }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw isEncrypted(bytes)
        ? refuse(
          Bilingual("工作簿已加密", "the workbook is encrypted"),
          Bilingual("用密码打开，取消密码后另存", "open it with its password and save it without one"))
        : refuse(
          Bilingual("这是旧版 .xls 或 .et 工作簿", "this is a workbook of the old .xls or .et form"),
          Bilingual("另存为 .xlsx，或 UTF-8 编码的 CSV", "save it as .xlsx or as CSV in UTF-8"))
    }
    if bytes.starts(with: [0x50, 0x4B]) {
      guard isWorkbookName else {
        throw refuse(
          Bilingual("这是压缩文件，不是文本表格", "this is a packed file, not a text table"),
          Bilingual("如是工作簿，将扩展名改为 .xlsx", "if it is a workbook, call it .xlsx"))
      }
      return try WorkbookFile(path: path, name: name).tables()
    }
    guard !isWorkbookName else {
      throw refuse(
        Bilingual(
          "这不是工作簿：文件开头不是 ZIP 格式",
          "this is not a workbook: it does not begin like a ZIP file"),
        Bilingual(
          "如是文本表格，将扩展名改为 .csv；否则重新另存为 .xlsx",
          "if it is a text table, call it .csv; else save it as .xlsx again"))
    }
    return [try text(bytes, name: name)]
  }

  private static let fillOrRemove = Bilingual(
    "填入表头，或从 yike.yaml 中去掉该文件", "put a header row into it, or take it out of yike.yaml")

  /// Reads a text table from bytes in memory.
  public static func text(_ bytes: [UInt8], name: String) throws -> Table {
    var text = DelimitedText(try TextDecoding.utf8(bytes, name: name))
    let (rows, faults) = text.rows(file: name)
    guard rows.contains(where: { !$0.isBlank }) else {
      throw WorkError(
        .malformed, operation: "read table", subject: name,
        message: Bilingual("文件中没有任何内容", "the file holds no cell"), remedy: fillOrRemove)
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
        message: sheet.map { Bilingual("没有名为“\($0)”的工作表", "there is no sheet “\($0)”") }
          ?? Bilingual("可见的工作表都是空的", "no visible sheet holds anything"),
        remedy: Bilingual(
          "在 yike.yaml 中写明要读的工作表：\(names)", "name one of its sheets in yike.yaml: \(names)"))
    }
    var faults: [InputFault] = []
    for table in tables where table.sheet != chosen.sheet && sheet == nil {
      guard table.rows.contains(where: { !$0.isBlank }) else { continue }
      let check = table.isHidden ? ImportCheck.tableHiddenSheet : .tableOtherSheets
      faults.append(
        check.fault(
          file: file, layer: table.sheet,
          rule: Bilingual(
            "工作表“\(table.sheet ?? "")”未读取，只读取了“\(chosen.sheet ?? "")”",
            "the sheet “\(table.sheet ?? "")” was not read, only “\(chosen.sheet ?? "")”"),
          remedy: Bilingual(
            "如选错了工作表，在 yike.yaml 中写明要读的那一张",
            "name the sheet to read in yike.yaml if this is the wrong one")))
    }
    return (chosen, faults)
  }

  /// The visible sheets that carry the name of a unit; none unless at least two do.
  ///
  /// Other sheets that hold anything are named in hints.
  public static func unitSheets(
    _ tables: [Table], file: String, isUnit: (String) -> Bool
  ) -> (tables: [Table], faults: [InputFault]) {
    let filled = tables.filter { table in table.rows.contains { !$0.isBlank } }
    let chosen = filled.filter { !$0.isHidden && isUnit($0.sheet ?? "") }
    guard chosen.count >= 2 else { return ([], []) }
    let names = chosen.compactMap(\.sheet)
    let read = ImportCheck.tableUnitSheets.fault(
      file: file, value: names.joined(separator: "、"),
      rule: Bilingual(
        "以乡镇街道命名的 \(names.count) 张工作表均已读取；未填单位的行按工作表名称",
        "the \(names.count) sheets named after units were read; rows that name no unit take the "
          + "sheet's"),
      remedy: Bilingual("如有误，在 yike.yaml 中写明要读的一张", "name one sheet in yike.yaml if that is wrong"))
    let others = filled.filter { table in !chosen.contains { $0.sheet == table.sheet } }
    let passed = others.map { table in
      (table.isHidden ? ImportCheck.tableHiddenSheet : .tableOtherSheets).fault(
        file: file, layer: table.sheet,
        rule: Bilingual(
          "工作表“\(table.sheet ?? "")”未读取", "the sheet “\(table.sheet ?? "")” was not read"),
        remedy: Bilingual(
          "如应读取，以乡镇街道全称命名", "name it after its unit in full if it should be read"))
    }
    return (chosen, [read] + passed)
  }

  /// Whether an OLE file holds a stream called EncryptedPackage (UTF-16).
  private static func isEncrypted(_ bytes: [UInt8]) -> Bool {
    let mark = Data("EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    return Data(bytes).range(of: mark) != nil
  }
}
