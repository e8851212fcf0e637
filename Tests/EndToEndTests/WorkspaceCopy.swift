import Foundation

/// A copy of the workspace at the repository's root, in a temporary folder that goes away with
/// it; tests change it as they like.
final class WorkspaceCopy {
  static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "yike-test-\(UUID().uuidString)")
    let manager = FileManager.default
    try manager.createDirectory(
      at: folder.appending(path: "geodata"), withIntermediateDirectories: true)
    for name in ["yike.yaml", "policies", "scenarios", "plans"] {
      try manager.copyItem(
        at: Self.repository.appending(path: name), to: folder.appending(path: name))
    }
    let layers = Self.repository.appending(path: "geodata")
    for name in try manager.contentsOfDirectory(atPath: layers.path)
    where ["csv", "geojson", "tif"].contains((name as NSString).pathExtension) || name == "facts" {
      try manager.copyItem(
        at: layers.appending(path: name), to: folder.appending(path: "geodata/\(name)"))
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  func write(_ text: String, to path: String) throws {
    try write(Data(text.utf8), to: path)
  }

  func write(_ data: Data, to path: String) throws {
    try data.write(to: folder.appending(path: path))
  }

  func data(_ path: String) throws -> Data { try Data(contentsOf: folder.appending(path: path)) }

  /// Replaces the first occurrence of a text in a file; it must be there.
  func replace(_ old: String, with new: String, in path: String) throws {
    let text = try text(path)
    guard let range = text.range(of: old) else {
      throw CocoaError(.fileReadCorruptFile, userInfo: [NSFilePathErrorKey: "\(path): \(old)"])
    }
    try write(text.replacingCharacters(in: range, with: new), to: path)
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: folder.appending(path: path))
  }

  func run(_ arguments: String...) throws -> YikeProcess {
    try YikeProcess.run(arguments, in: folder)
  }
}
