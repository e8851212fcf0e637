public import Foundation
import PlanningModel

/// A fresh workspace: a commented `yike.yaml`, ledgers that explain their columns, and policy files
/// to begin with.
public enum WorkspaceTemplate {
  /// The files by path, in the order they are written.
  static let files: [(path: String, text: String)] =
    [(WorkspaceFolder.settingsName, settings)]
    + LedgerTemplate.all.map { ("geodata/\($0.name).csv", $0.text) }
    + [
      ("policies/documents.yaml", documents), ("policies/universes.yaml", universes),
      (".gitignore", ".yike/\ngeodata/*.gpkg\ngeodata/*.gpkg.partial*\n"),
    ]

  /// The folders that exist from the start.
  static let folders = ["geodata", "policies", "scenarios", "reports"]

  /// Lays out a workspace; creates the folder when it does not exist.
  ///
  /// - Parameter folder: where; what is there already is left alone.
  /// - Returns: the files written, relative to the folder.
  /// - Throws: `WorkError` (`unwritable`) when a file of the template exists already, before
  ///   anything is written, or when writing fails.
  public static func write(to folder: URL) throws -> [String] {
    let manager = FileManager.default
    let existing = files.map(\.path).filter {
      manager.fileExists(atPath: folder.appendingPathComponent($0).path)
    }
    guard existing.isEmpty else {
      throw failure(
        folder,
        Bilingual(
          "文件夹中已有：" + existing.joined(separator: "、"),
          "it holds already: " + existing.joined(separator: ", ")),
        remedy: Bilingual(
          "选择空文件夹；未写入任何内容", "choose an empty folder; nothing was written"))
    }
    do {
      for name in folders {
        try manager.createDirectory(
          at: folder.appendingPathComponent(name), withIntermediateDirectories: true)
      }
      for file in files {
        // Never over a file that has come into being meanwhile.
        try Data(file.text.utf8).write(
          to: folder.appendingPathComponent(file.path), options: .withoutOverwriting)
      }
    } catch {
      throw failure(
        folder, Bilingual("无法写入（\(error.localizedDescription)）", error.localizedDescription),
        remedy: Bilingual("检查文件夹权限", "check the folder's permissions"))
    }
    return files.map(\.path)
  }

  private static func failure(_ folder: URL, _ message: Bilingual, remedy: Bilingual) -> WorkError {
    WorkError(
      .unwritable, operation: "lay out workspace", subject: folder.path, message: message,
      remedy: remedy)
  }
}
