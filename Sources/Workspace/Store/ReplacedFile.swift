import Foundation
import PlanningModel

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Writes a file beside its place and moves it there when it is whole.
///
/// A process that dies on the way leaves the old file as it was, and a `<name>.partial-<process>-…`
/// beside it, which the next write removes and nothing ever reads.
struct ReplacedFile {
  let destination: URL
  let partial: URL

  init(_ destination: URL) {
    self.destination = destination
    let random = String(UInt32.random(in: 0...UInt32.max), radix: 16)
    partial = destination.deletingLastPathComponent().appendingPathComponent(
      "\(destination.lastPathComponent).partial-\(getpid())-\(random)")
  }

  /// Calls `fill` with the path to write to, then syncs the file, renames it into place and syncs
  /// the folder; removes what was written when anything fails.
  func write(_ fill: (String) throws -> Void) throws {
    let folder = destination.deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw failure(error.localizedDescription)
    }
    removeLeftovers(in: folder)
    do {
      try fill(partial.path)
      try sync(partial.path, flags: O_RDWR)
      guard rename(partial.path, destination.path) == 0 else { throw failure(systemMessage()) }
      try sync(folder.path, flags: O_RDONLY)
    } catch {
      unlink(partial.path)
      throw error
    }
  }

  /// Removes what earlier processes left; a file of a process that still lives is its own affair.
  private func removeLeftovers(in folder: URL) {
    let start = destination.lastPathComponent + ".partial"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    for name in names where name.hasPrefix(start) {
      let process = name.dropFirst(start.count + 1).split(separator: "-").first
      if let process = process.flatMap({ pid_t($0) }), process > 0,
        kill(process, 0) == 0 || errno == EPERM
      {
        continue
      }
      unlink(folder.appendingPathComponent(name).path)
    }
  }

  private func sync(_ path: String, flags: Int32) throws {
    let descriptor = open(path, flags)
    guard descriptor >= 0 else { throw failure(systemMessage()) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure(systemMessage()) }
  }

  private func systemMessage() -> String { String(cString: strerror(errno)) }

  private func failure(_ message: String) -> WorkError {
    WorkError(
      .unwritable, operation: "write store", subject: destination.path,
      message: Bilingual("数据库无法写入（\(message)）", message),
      remedy: Bilingual(
        "检查文件夹权限和剩余空间；原数据库未改动",
        "check the folder's permissions and the free space; the earlier store is unchanged"))
  }
}
