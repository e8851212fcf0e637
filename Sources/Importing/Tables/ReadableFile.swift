import Foundation
import PlanningModel

/// Opens files with messages that a person can act on.
enum ReadableFile {
  /// Throws ``WorkError`` `unreadable` when there is no such file, when it is a directory, or
  /// when it may not be read.
  static func check(_ path: String, name: String, operation: String) throws {
    func refuse(_ message: String, _ remedy: String) -> WorkError {
      WorkError(
        .unreadable, operation: operation, subject: name, message: message, remedy: remedy)
    }
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw refuse("there is no such file", "check the path in yike.yaml or on the command line")
    }
    guard !isDirectory.boolValue else {
      throw refuse("this is a directory, not a file", "name the file inside it")
    }
    guard FileManager.default.isReadableFile(atPath: path) else {
      throw refuse("the file may not be read", "check its permissions")
    }
  }

  /// All bytes of a file.
  static func bytes(_ path: String, name: String, operation: String) throws -> [UInt8] {
    try check(path, name: name, operation: operation)
    guard let data = FileManager.default.contents(atPath: path) else {
      throw WorkError(
        .unreadable, operation: operation, subject: name, message: "the file cannot be read",
        remedy: "check the disk and the file's permissions")
    }
    return [UInt8](data)
  }
}
