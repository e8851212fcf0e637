import Foundation
import Importing
import TestSupport

/// One ledger in the forms in which planners hand it in.
enum LedgerForms {
  /// A CSV file in GBK with the line ends of Windows, as Excel saves it in China.
  static func gbk(_ rows: [[String]]) throws -> [Table] {
    let file = try ScratchFile("t.csv", Array(try LedgerSheet(rows: rows).gbk()))
    return try TableFile.read(file.path, name: "t.csv")
  }

  /// A workbook of these sheets.
  static func workbook(_ sheets: [LedgerSheet]) throws -> [Table] {
    let file = try ScratchFile("t.xlsx", Array(LedgerSheet.workbook(sheets)))
    return try TableFile.read(file.path, name: "t.xlsx")
  }
}
