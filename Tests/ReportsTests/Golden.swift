import Foundation
import Testing

/// Files that hold what the writers are expected to write.
///
/// `RECORD_GOLDEN=1` writes them anew and fails the run, so that recording is never mistaken for
/// checking.
enum Golden {
  static func check(
    _ bytes: [UInt8], _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Golden/\(name)")
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try Data(bytes).write(to: file)
      Issue.record("recorded \(name)", sourceLocation: sourceLocation)
      return
    }
    let expected = try [UInt8](Data(contentsOf: file))
    let isSame = bytes == expected
    #expect(
      isSame, "\(name) differs from its golden file: \(firstDifference(bytes, expected))",
      sourceLocation: sourceLocation)
  }

  private static func firstDifference(_ found: [UInt8], _ expected: [UInt8]) -> String {
    let foundLines = String(decoding: found, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let expectedLines = String(decoding: expected, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    for (number, pair) in zip(foundLines, expectedLines).enumerated() where pair.0 != pair.1 {
      return "line \(number + 1)\n  found    \(pair.0.prefix(300))\n  expected "
        + "\(pair.1.prefix(300))"
    }
    return "\(foundLines.count) lines instead of \(expectedLines.count)"
  }
}
