public import Foundation
public import PlanningModel

/// A folder with a `yike.yaml`: where everything of one district and one year lies (DESIGN §3).
public struct WorkspaceFolder: Sendable {
  /// The name of the file that makes a folder a workspace.
  public static let settingsName = "yike.yaml"

  /// The folder.
  public let root: URL
  /// What `yike.yaml` says.
  public let settings: WorkspaceSettings
  /// Warnings about `yike.yaml`.
  public let warnings: [InputFault]

  /// Opens the workspace of a folder.
  ///
  /// - Throws: `WorkError`: `notFound` when there is no `yike.yaml`, `unreadable` when it cannot
  ///   be read or is not UTF-8, `blocked` with all faults when it cannot be understood.
  public init(at root: URL) throws {
    self.root = root.standardizedFileURL
    let url = root.appendingPathComponent(WorkspaceFolder.settingsName)
    func failure(_ code: WorkError.Code, _ message: String, _ remedy: String) -> WorkError {
      WorkError(
        code, operation: "open workspace", subject: root.path, message: message, remedy: remedy)
    }
    guard FileManager.default.fileExists(atPath: url.path) else {
      throw failure(
        .notFound, "there is no yike.yaml",
        "name the folder with --workspace, or lay one out with “yike init”")
    }
    guard let data = try? Data(contentsOf: url) else {
      throw failure(.unreadable, "yike.yaml cannot be read", "check that it is a readable file")
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw failure(.unreadable, "yike.yaml is not UTF-8", "save it again as UTF-8")
    }
    let withoutMark =
      text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    let (settings, faults) = SettingsReader.read(
      text: withoutMark, file: WorkspaceFolder.settingsName)
    guard let settings else {
      throw WorkError(
        .blocked, operation: "read settings", subject: WorkspaceFolder.settingsName,
        message: "\(faults.count { $0.severity == .blocking }) faults",
        remedy: "correct the lines named", faults: faults)
    }
    self.settings = settings
    warnings = faults
  }

  /// Where the store lies, whether it exists or not.
  public var storeURL: URL { url(of: "geodata/\(settings.district.code).gpkg") }
  /// Where caches lie; safe to delete.
  public var cacheURL: URL { url(of: ".yike") }
  /// Where reports are written.
  public var reportsURL: URL { url(of: "reports") }

  /// The place of a path of `yike.yaml`: relative to the workspace, or absolute.
  public func url(of path: String) -> URL {
    path.hasPrefix("/") ? URL(fileURLWithPath: path) : root.appendingPathComponent(path)
  }

  /// The policy files, with `*` expanded, sorted, relative to the workspace.
  ///
  /// - Throws: `WorkError` (`notFound`) when a file named without `*` does not exist.
  public func policyFiles() throws -> [String] {
    var files: Set<String> = []
    for pattern in settings.policies {
      if pattern.contains("*") {
        files.formUnion(FilePattern(pattern).matches { url(of: $0) })
      } else {
        guard FileManager.default.fileExists(atPath: url(of: pattern).path) else {
          throw WorkError(
            .notFound, operation: "find policies", subject: pattern,
            message: "there is no such file",
            remedy: "put the file there, or correct “policies” in yike.yaml")
        }
        files.insert(pattern)
      }
    }
    return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
