import CGDAL
import Foundation
import PlanningModel

/// The members of a ZIP file, read through GDAL's virtual file system.
struct PackedMembers {
  private let root: String
  private let name: String
  private let names: Set<String>
  /// The largest member that is unpacked, in bytes; a workbook of a district is far smaller.
  private static let largest: Int64 = 1 << 30

  /// Looks into the file; throws ``WorkError`` `malformed` when its directory cannot be read.
  init(path: String, name: String) throws {
    let absolute = URL(fileURLWithPath: path).path
    root = "/vsizip/{\(absolute)}"
    self.name = name
    let (listing, _) = PackedMembers.quietly { [root] in VSIReadDirRecursive(root) }
    defer { CSLDestroy(listing) }
    var names: Set<String> = []
    for position in 0..<Int(CSLCount(listing)) {
      if let name = listing?[position] { names.insert(String(cString: name)) }
    }
    self.names = names
    guard !names.isEmpty else {
      throw WorkError(
        .malformed, operation: "read workbook", subject: name,
        message: "the ZIP file has no directory; it is cut off or damaged",
        remedy: "copy the file again, or save it again as .xlsx")
    }
  }

  /// The bytes of a member; nil when there is none of that name.
  func read(_ member: String) throws -> Data? {
    guard names.contains(member) else { return nil }
    var buffer: UnsafeMutablePointer<GByte>?
    var size: vsi_l_offset = 0
    let (isWhole, message) = PackedMembers.quietly {
      VSIIngestFile(nil, "\(root)/\(member)", &buffer, &size, PackedMembers.largest) != 0
        && CPLGetLastErrorType().rawValue < CE_Failure.rawValue
    }
    defer { VSIFree(buffer) }
    guard isWhole, let buffer else {
      throw WorkError(
        .malformed, operation: "read workbook", subject: name,
        message: "\(member) cannot be unpacked" + (message.isEmpty ? "" : " (\(message))"),
        remedy: "copy the file again, or save it again as .xlsx")
    }
    return Data(bytes: buffer, count: Int(size))
  }

  /// Runs a GDAL call and returns its last message, which then is not printed.
  private static func quietly<Result>(_ body: () -> Result) -> (Result, String) {
    CPLPushErrorHandler(CPLQuietErrorHandler)
    defer { CPLPopErrorHandler() }
    CPLErrorReset()
    let result = body()
    let message = CPLGetLastErrorMsg().map { String(cString: $0) } ?? ""
    return (result, message)
  }
}
