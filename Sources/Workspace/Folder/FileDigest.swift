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
        name, "there is no such file", remedy: "put the file there, or correct its name")
    }
    guard !isDirectory.boolValue else {
      throw failure(name, "this is a folder, not a file", remedy: "name a file inside it")
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
        name, "the file cannot be read (\(error.localizedDescription))",
        remedy: "check its permissions")
    }
  }

  private static func failure(_ name: String, _ message: String, remedy: String) -> WorkError {
    WorkError(
      .unreadable, operation: "read file", subject: name, message: message, remedy: remedy)
  }
}
