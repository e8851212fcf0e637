import Foundation

/// Runs the built command line as its users do: text in, text out, an exit code.
struct YikeProcess {
  var stdout: Data
  var stderr: String
  var exitCode: Int32

  /// The text of standard output.
  var output: String { String(decoding: stdout, as: UTF8.self) }

  /// The binary that was built beside the test bundle.
  static let binary: URL = {
    let bundle = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    return bundle.appending(path: "yike")
  }()

  /// Starts the program without waiting for it.
  static func start(
    _ arguments: [String], in folder: URL, environment: [String: String] = [:]
  ) throws -> Process {
    let process = Process()
    process.executableURL = binary
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment
      .merging(environment) { _, new in new }
    process.standardInput = FileHandle.nullDevice
    return process
  }

  /// Runs the program to its end.
  static func run(_ arguments: [String], in folder: URL) throws -> YikeProcess {
    let process = try start(arguments, in: folder)
    // Files, not pipes: a full pipe would stop the program that fills it.
    let name = UUID().uuidString
    let out = FileManager.default.temporaryDirectory.appending(path: "\(name).out")
    let err = FileManager.default.temporaryDirectory.appending(path: "\(name).err")
    try Data().write(to: out)
    try Data().write(to: err)
    defer {
      try? FileManager.default.removeItem(at: out)
      try? FileManager.default.removeItem(at: err)
    }
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    try process.run()
    process.waitUntilExit()
    return YikeProcess(
      stdout: try Data(contentsOf: out),
      stderr: String(decoding: try Data(contentsOf: err), as: UTF8.self),
      exitCode: process.terminationReason == .exit
        ? process.terminationStatus : 128 + process.terminationStatus)
  }

  /// Standard output as JSON.
  func json() throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: stdout)
    guard let object = value as? [String: Any] else { throw CocoaError(.coderReadCorrupt) }
    return object
  }
}
