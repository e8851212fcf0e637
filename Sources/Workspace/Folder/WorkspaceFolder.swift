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
    func failure(_ code: WorkError.Code, _ message: Bilingual, _ remedy: Bilingual) -> WorkError {
      WorkError(
        code, operation: "open workspace", subject: root.path, message: message, remedy: remedy)
    }
    guard FileManager.default.fileExists(atPath: url.path) else {
      throw failure(
        .notFound, Bilingual("没有 yike.yaml", "there is no yike.yaml"),
        Bilingual(
          "用 --workspace 写明工作区文件夹，或用“yike init”新建",
          "name the folder with --workspace, or lay one out with “yike init”"))
    }
    guard let data = try? Data(contentsOf: url) else {
      throw failure(
        .unreadable, Bilingual("yike.yaml 无法读取", "yike.yaml cannot be read"),
        Bilingual("检查它是否为可读的文件", "check that it is a readable file"))
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw failure(
        .unreadable, Bilingual("yike.yaml 不是 UTF-8 编码", "yike.yaml is not UTF-8"),
        Bilingual("重新另存为 UTF-8", "save it again as UTF-8"))
    }
    let withoutMark =
      text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    let (settings, faults) = SettingsReader.read(
      text: withoutMark, file: WorkspaceFolder.settingsName)
    guard let settings else {
      let count = faults.count { $0.severity == .blocking }
      throw WorkError(
        .blocked, operation: "read settings", subject: WorkspaceFolder.settingsName,
        message: Bilingual("有 \(count) 处错误", "\(count) faults"),
        remedy: Bilingual("按所列各行更正", "correct the lines named"), faults: faults)
    }
    self.settings = settings.applying(try Self.decisions(at: self.root))
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
            message: Bilingual("没有这个文件", "there is no such file"),
            remedy: Bilingual(
              "放入该文件，或更正 yike.yaml 中的“policies”",
              "put the file there, or correct “policies” in yike.yaml"))
        }
        files.insert(pattern)
      }
    }
    return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
