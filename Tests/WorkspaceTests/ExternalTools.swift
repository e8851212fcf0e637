import Foundation

/// Programs that other people wrote, to judge our files by; tests skip what is not installed.
enum ExternalTools {
  /// The system's own Python, which is the one that sees Debian's GDAL.
  static let python = find("/usr/bin/python3")
  /// GDAL's listing of vector files.
  static let ogrinfo = find("/usr/bin/ogrinfo")
  /// Whether GDAL's GeoPackage validator can be run.
  static let hasValidator: Bool = {
    guard let python else { return false }
    let check = try? run(python, ["-c", "import osgeo_utils.samples.validate_gpkg"])
    return check?.status == 0
  }()

  private static func find(_ path: String) -> String? {
    FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }

  /// Runs a program and gives its exit status and everything it wrote.
  static func run(
    _ program: String, _ arguments: [String]
  ) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}
