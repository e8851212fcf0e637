import Foundation
import PlanningModel

/// The files that make up a Shapefile, by the sizes their headers announce.
///
/// GDAL reads a Shapefile without its table, or with a table that is cut off in its header, as
/// shapes without attributes and says nothing; for a ledger of places that is a loss.
struct VectorLayerShapefile {
  let path: String
  /// What messages call it.
  let name: String

  /// Throws ``WorkError``: `unreadable` when a part is not there, `malformed` when it is cut off.
  func check() throws {
    let url = URL(fileURLWithPath: path)
    let folder = url.deletingLastPathComponent()
    let stem = url.deletingPathExtension().lastPathComponent.lowercased()
    let siblings = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let parts = [".shp", ".shx", ".dbf"].map { ending in
      (ending, siblings.first { $0.lowercased() == stem + ending })
    }
    let missing = parts.filter { $0.1 == nil }.map(\.0)
    guard missing.isEmpty else {
      throw refusal(
        .unreadable,
        Bilingual(
          "Shapefile 由多个文件组成，缺少 \(missing.joined(separator: "、"))",
          "a Shapefile is several files, and \(missing.joined(separator: " and ")) "
            + (missing.count == 1 ? "is not there" : "are not there")))
    }
    for case (let ending, let sibling?) in parts {
      try checkWhole(folder.appendingPathComponent(sibling).path, ending)
    }
  }

  private func checkWhole(_ part: String, _ ending: String) throws {
    let handle = FileHandle(forReadingAtPath: part)
    defer { try? handle?.close() }
    guard let handle, let head = try handle.read(upToCount: 32), head.count == 32 else {
      throw refusal(
        .malformed,
        Bilingual("\(ending) 在文件头处中断", "its \(ending) ends inside its header"))
    }
    let size = try handle.seekToEnd()
    let bytes = [UInt8](head)
    let announced: UInt64
    if ending == ".dbf" {
      // Records, header size and record size, little-endian.
      let records = bytes[4..<8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      let header = UInt64(bytes[8]) | UInt64(bytes[9]) << 8
      announced = header + records * (UInt64(bytes[10]) | UInt64(bytes[11]) << 8)
    } else {
      // The length in 16-bit words, big-endian.
      announced = bytes[24..<28].reduce(UInt64(0)) { $0 << 8 | UInt64($1) } * 2
    }
    guard size >= announced else {
      throw refusal(
        .malformed,
        Bilingual(
          "\(ending) 应有 \(announced) 字节，只有 \(size) 字节",
          "its \(ending) has \(size) of \(announced) bytes"))
    }
  }

  private func refusal(_ code: WorkError.Code, _ message: Bilingual) -> WorkError {
    WorkError(
      code, operation: "read layer", subject: name, message: message,
      remedy: Bilingual(
        "把同名的全部文件（.shp、.shx、.dbf、.prj、.cpg）重新复制到同一文件夹",
        "copy all files of that name (.shp, .shx, .dbf, .prj, .cpg) into one folder again"))
  }
}
