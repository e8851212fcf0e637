import CGDAL
import Foundation
import PlanningModel

/// The members of a ZIP file, read through GDAL's virtual file system.
struct PackedMembers {
  private let path: String
  private let root: String
  private let name: String
  private let names: Set<String>
  /// The largest member that is unpacked, in bytes; a workbook of a district is far smaller.
  private static let largest: Int64 = 1 << 30
  private static let copyAgain = Bilingual(
    "重新复制该文件，或重新另存为 .xlsx", "copy the file again, or save it again as .xlsx")

  /// Looks into the file; throws ``WorkError`` `malformed` when its directory cannot be read.
  init(path: String, name: String) throws {
    let absolute = URL(fileURLWithPath: path).path
    self.path = absolute
    root = "/vsizip/{\(absolute)}"
    self.name = name
    let names = GDALSession.run { [root] _ in
      let listing = VSIReadDirRecursive(root)
      defer { CSLDestroy(listing) }
      return Set(
        (0..<Int(CSLCount(listing))).compactMap { index in
          listing?[index].map { String(cString: $0) }
        })
    }
    self.names = names
    guard !names.isEmpty else {
      throw WorkError(
        .malformed, operation: "read workbook", subject: name,
        message: Bilingual(
          "ZIP 文件没有目录，已被截断或损坏", "the ZIP file has no directory; it is cut off or damaged"),
        remedy: PackedMembers.copyAgain)
    }
  }

  /// The bytes of a member; nil when there is none of that name.
  func read(_ member: String) throws -> Data? {
    guard names.contains(member) else { return nil }
    return try GDALSession.run { log in
      var buffer: UnsafeMutablePointer<GByte>?
      var size: vsi_l_offset = 0
      let result = VSIIngestFile(
        nil, "\(root)/\(member)", &buffer, &size, PackedMembers.largest)
      defer { VSIFree(buffer) }
      guard result != 0, log.failures.isEmpty, let buffer else {
        throw WorkError(
          .malformed, operation: "read workbook", subject: name,
          message: Bilingual(
            "\(member) 无法解压（\(log.words(of: self.path, as: name))）",
            "\(member) cannot be unpacked (\(log.words(of: self.path, as: name)))"),
          remedy: PackedMembers.copyAgain)
      }
      return Data(bytes: buffer, count: Int(size))
    }
  }
}
