import Foundation
import PlanningModel

/// Writes result files whole or not at all.
enum ResultFile {
  /// Writes bytes beside the file and renames, so that a reader never sees half of them.
  static func write(_ bytes: Data, to url: URL) throws {
    try makeFolder(for: url)
    do {
      try bytes.write(to: url, options: .atomic)
    } catch {
      throw unwritable(url)
    }
  }

  /// Makes the folder that a file is to be written into.
  static func makeFolder(for url: URL) throws {
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    } catch {
      throw unwritable(url)
    }
  }

  private static func unwritable(_ url: URL) -> WorkError {
    WorkError(
      .unwritable, operation: "write", subject: url.relativePath,
      message: Bilingual("文件无法写入", "the file cannot be written"),
      remedy: Bilingual(
        "检查文件夹是否存在、是否有写入权限",
        "check that its folder exists and that you may write there"))
  }

  /// Reads a text file that was asked for on the command line.
  static func readText(_ path: String) throws -> String {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw WorkError(
        .unreadable, operation: "read", subject: path,
        message: Bilingual("没有这个文件，或无法读取", "there is no such file, or it cannot be read"),
        remedy: Bilingual("检查路径和权限", "check the path and your rights"))
    }
    guard let text = String(bytes: bytes, encoding: .utf8) else {
      throw WorkError(
        .malformed, operation: "read", subject: path,
        message: Bilingual("文件不是 UTF-8 文字", "the file is not UTF-8 text"),
        remedy: Bilingual("另存为 UTF-8", "save it as UTF-8"))
    }
    return text
  }
}
