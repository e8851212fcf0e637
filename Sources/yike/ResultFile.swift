import Foundation
import PlanningModel

/// Writes result files whole or not at all.
enum ResultFile {
  /// Writes bytes beside the file and renames, so that a reader never sees half of them.
  static func write(_ bytes: Data, to url: URL) throws {
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try bytes.write(to: url, options: .atomic)
    } catch {
      throw WorkError(
        .unwritable, operation: "write", subject: url.relativePath,
        message: "the file cannot be written",
        remedy: "check that its folder exists and that you may write there")
    }
  }

  /// Reads a text file that was asked for on the command line.
  static func readText(_ path: String) throws -> String {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw WorkError(
        .unreadable, operation: "read", subject: path,
        message: "there is no such file, or it cannot be read",
        remedy: "check the path and your rights")
    }
    guard let text = String(bytes: bytes, encoding: .utf8) else {
      throw WorkError(
        .malformed, operation: "read", subject: path, message: "the file is not UTF-8 text",
        remedy: "save it as UTF-8")
    }
    return text
  }
}
