public import Foundation
import PlanningModel

/// The SHA-256 of files.
public enum FileDigest {
  /// The digest of a file's bytes, read in pieces, as lower-case hexadecimal.
  ///
  /// - Parameters:
  ///   - url: the file.
  ///   - name: what messages call it.
  /// - Throws: `WorkError` (`unreadable`) when there is no such file, it is a folder, or it
  ///   cannot be read.
  public static func sha256(of url: URL, name: String) throws -> String {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isDirectory) else {
      throw failure(
        name, Bilingual("没有这个文件", "there is no such file"),
        remedy: Bilingual("放入该文件，或更正文件名", "put the file there, or correct its name"))
    }
    guard !isDirectory.boolValue else {
      throw failure(
        name, Bilingual("这是文件夹，不是文件", "this is a folder, not a file"),
        remedy: Bilingual("写明其中的文件", "name a file inside it"))
    }
    do {
      let handle = try FileHandle(forReadingFrom: url)
      defer { try? handle.close() }
      var digest = SHA256Digest()
      while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
        digest.update([UInt8](piece))
      }
      return digest.finish()
    } catch {
      throw failure(
        name,
        Bilingual(
          "文件无法读取（\(error.localizedDescription)）",
          "the file cannot be read (\(error.localizedDescription))"),
        remedy: Bilingual("检查文件权限", "check its permissions"))
    }
  }

  private static func failure(_ name: String, _ message: Bilingual, remedy: Bilingual) -> WorkError
  {
    WorkError(
      .unreadable, operation: "read file", subject: name, message: message, remedy: remedy)
  }
}
