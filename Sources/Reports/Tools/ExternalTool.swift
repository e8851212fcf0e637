import Foundation
import PlanningModel

/// A program that some forms of the report need; optional, found on the search path.
struct ExternalTool {
  /// What it is called in messages and in the manifest.
  let name: String
  /// Where it lies.
  let url: URL

  /// Finds a program by its possible names.
  ///
  /// - Parameters:
  ///   - package: what to install, for the message.
  ///   - use: what it is needed for.
  /// - Throws: `WorkError` (`notFound`) that says what to install.
  static func find(_ names: [String], package: String, for use: String) throws -> ExternalTool {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    for name in names {
      for folder in folders {
        let url = URL(filePath: String(folder)).appending(path: name)
        if FileManager.default.isExecutableFile(atPath: url.path) {
          return ExternalTool(name: names[0], url: url)
        }
      }
    }
    throw WorkError(
      .notFound, operation: "write \(use)", subject: names[0],
      message: Bilingual(
        "输出 \(use) 需要 \(names[0])，本机没有", "\(use) needs \(names[0]), which is not here"),
      remedy: Bilingual(
        "安装 \(package)（apt-get install \(package)），或从 --outputs 中去掉 \(use)",
        "install \(package) (apt-get install \(package)), or leave \(use) out of --outputs"))
  }

  /// Runs the program to its end and gives what it wrote to standard output.
  ///
  /// - Parameter seconds: how long it may take before it is stopped.
  /// - Throws: `WorkError` with the end of its messages when it fails or takes too long.
  func run(_ arguments: [String], in folder: URL, seconds: Double = 60) throws -> [UInt8] {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    environment["SOURCE_DATE_EPOCH"] = "315532800"
    environment["TZ"] = "UTC"
    process.environment = environment
    // Files, not pipes: a full pipe would stop the program that fills it.
    let output = folder.appending(path: "\(name).out")
    let messages = folder.appending(path: "\(name).err")
    try Data().write(to: output)
    try Data().write(to: messages)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: messages)
    try process.run()
    let stop = DispatchWorkItem { process.terminate() }
    DispatchQueue.global().asyncAfter(deadline: .now() + seconds, execute: stop)
    process.waitUntilExit()
    stop.cancel()
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      let said = String(decoding: (try? Data(contentsOf: messages)) ?? Data(), as: UTF8.self)
      throw failure(String(said.suffix(400)))
    }
    return Array(try Data(contentsOf: output))
  }

  private func failure(_ said: String) -> WorkError {
    WorkError(
      .unwritable, operation: "run \(name)", subject: url.path,
      message: Bilingual("\(name) 运行失败：\(said)", "\(name) failed: \(said)"),
      remedy: Bilingual(
        "检查该程序能否单独运行", "check that the program runs by itself"))
  }

  /// The first line in which it tells its version.
  func version(in folder: URL) throws -> String {
    let text = String(decoding: try run(["--version"], in: folder), as: UTF8.self)
    return text.split(separator: "\n").first.map { $0.trimmingCharacters(in: .whitespaces) } ?? ""
  }
}

/// A folder for the files of other programs, which goes away with the value.
final class ScratchFolder {
  /// Where it lies.
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "yike-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }
}
