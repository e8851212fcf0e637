import Foundation

/// A folder that is gone when nobody holds it any more.
final class TemporaryFolder {
  /// Where it is.
  let path: String

  /// Makes an empty folder.
  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "yike-bench-\(UUID())").path()
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The size of the files in it.
  var mebibytes: Int {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    let bytes = files.reduce(0) { sum, file in
      let attributes = try? FileManager.default.attributesOfItem(atPath: "\(path)/\(file)")
      return sum + (attributes?[.size] as? Int ?? 0)
    }
    return bytes / 1_048_576
  }
}
