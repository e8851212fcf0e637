import Foundation
import PlanningModel

/// Opens files with messages that a person can act on.
enum ReadableFile {
  /// Throws ``WorkError`` `unreadable` when there is no such file, when it is a directory, or
  /// when it may not be read.
  static func check(_ path: String, name: String, operation: String) throws {
    func refuse(_ message: Bilingual, _ remedy: Bilingual) -> WorkError {
      WorkError(
        .unreadable, operation: operation, subject: name, message: message, remedy: remedy)
    }
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw refuse(
        Bilingual("没有这个文件", "there is no such file"),
        Bilingual(
          "检查 yike.yaml 或命令行中的路径", "check the path in yike.yaml or on the command line"))
    }
    guard !isDirectory.boolValue else {
      throw refuse(
        Bilingual("这是文件夹，不是文件", "this is a directory, not a file"),
        Bilingual("写明其中的文件", "name the file inside it"))
    }
    guard FileManager.default.isReadableFile(atPath: path) else {
      throw refuse(
        Bilingual("没有权限读取该文件", "the file may not be read"),
        Bilingual("检查文件权限", "check its permissions"))
    }
  }

  /// All bytes of a file.
  static func bytes(_ path: String, name: String, operation: String) throws -> [UInt8] {
    try check(path, name: name, operation: operation)
    guard let data = FileManager.default.contents(atPath: path) else {
      throw WorkError(
        .unreadable, operation: operation, subject: name,
        message: Bilingual("文件无法读取", "the file cannot be read"),
        remedy: Bilingual("检查磁盘和文件权限", "check the disk and the file's permissions"))
    }
    return [UInt8](data)
  }
}
