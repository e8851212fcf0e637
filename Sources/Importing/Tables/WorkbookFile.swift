import Foundation
import PlanningModel

/// Reads an Office Open XML workbook (ECMA-376) from its parts.
///
/// Not through GDAL's driver, which loses hidden sheets, merged ranges, times of day, runs of
/// rich text and rows without a header (docs/decisions).
struct WorkbookFile {
  private let members: PackedMembers
  private let name: String

  /// Opens the file.
  init(path: String, name: String) throws {
    members = try PackedMembers(path: path, name: name)
    self.name = name
  }

  /// All sheets in the order of their tabs, hidden ones marked.
  func tables() throws -> [Table] {
    let workbookMember = try workbookMember()
    let folder = WorkbookFile.folder(of: workbookMember)
    let book = try WorkbookSheets(
      try part(workbookMember), member: workbookMember, file: name)
    let relations = try relations(of: workbookMember)
    let strings = try relations.first(ofType: "sharedStrings").map {
      try SharedStrings.read(try part($0), member: $0, file: name)
    }
    let styles = try relations.first(ofType: "styles").map {
      try DateStyles.read(try part($0), member: $0, file: name)
    }
    let reader = WorkbookSheet(
      strings: strings ?? [], dateStyles: styles ?? [], is1904: book.is1904)
    var tables: [Table] = []
    for sheet in book.sheets {
      guard let target = relations.targets[sheet.relation] else {
        throw malformed(
          Bilingual(
            "\(folder) 中列有工作表“\(sheet.name)”，但没有其内容",
            "\(folder) names the sheet “\(sheet.name)” and does not hold it"))
      }
      guard target.type == "worksheet" else { continue }
      let (rows, merges) = try reader.read(
        try part(target.member), member: target.member, file: name)
      tables.append(
        Table(
          file: name, sheet: sheet.name, isHidden: sheet.isHidden, rows: rows, merges: merges))
    }
    return tables
  }

  private func workbookMember() throws -> String {
    guard let data = try members.read("_rels/.rels") else {
      throw malformed(
        Bilingual("这是 ZIP 文件，不是工作簿", "it is a ZIP file and not a workbook"))
    }
    let relations = try WorkbookRelations(data, member: "_rels/.rels", folder: "", file: name)
    guard let member = relations.first(ofType: "officeDocument") else {
      throw malformed(Bilingual("文件内没有工作簿", "it names no workbook inside"))
    }
    return member
  }

  private func relations(of member: String) throws -> WorkbookRelations {
    let folder = WorkbookFile.folder(of: member)
    let base = member.split(separator: "/").last.map(String.init) ?? member
    let path = (folder.isEmpty ? "" : folder + "/") + "_rels/\(base).rels"
    return try WorkbookRelations(try part(path), member: path, folder: folder, file: name)
  }

  private func part(_ member: String) throws -> Data {
    guard let data = try members.read(member) else {
      throw malformed(Bilingual("缺少 \(member)", "\(member) is missing"))
    }
    return data
  }

  private func malformed(_ message: Bilingual) -> WorkError {
    WorkError(
      .malformed, operation: "read workbook", subject: name, message: message,
      remedy: Bilingual("重新另存为 .xlsx", "save it again as .xlsx"))
  }

  private static func folder(of member: String) -> String {
    member.split(separator: "/").dropLast().joined(separator: "/")
  }
}
