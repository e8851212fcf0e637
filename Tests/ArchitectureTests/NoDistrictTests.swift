import Foundation
import Testing

/// The program knows no district: what it knows of one stands in the district's own files.
@Suite struct NoDistrictTests {
  static let root = LayeringTests.sources.deletingLastPathComponent()

  /// Names and codes of the districts of this repository and of their units, from its workspaces.
  static func names() throws -> Set<String> {
    let manager = FileManager.default
    let examples = try manager.contentsOfDirectory(atPath: root.appending(path: "examples").path)
      .sorted().map { root.appending(path: "examples/\($0)") }
    var names: Set<String> = []
    for folder in [root] + examples
    where manager.fileExists(atPath: folder.appending(path: "yike.yaml").path) {
      let units = try String(
        contentsOf: folder.appending(path: "geodata/units.csv"), encoding: .utf8)
      for line in units.split(separator: "\n").dropFirst() {
        let cells = line.split(separator: ",", omittingEmptySubsequences: false).prefix(3)
        names.formUnion(cells.filter { $0.count >= 3 }.map(String.init))
      }
      let settings = try String(contentsOf: folder.appending(path: "yike.yaml"), encoding: .utf8)
      for match in settings.matches(of: /\n  (?:code: "(\d{6})"|name: (\S+))/) {
        guard let name = match.1 ?? match.2 else { continue }
        names.insert(String(name))
        // Numbers of documents carry the name without 区 or 市.
        if name.hasSuffix("区") || name.hasSuffix("市") { names.insert(String(name.dropLast())) }
      }
    }
    return names.subtracting(["民族乡"])
  }

  @Test func noSourceNamesADistrictOrAUnit() throws {
    let names = try Self.names()
    try #require(names.count > 1000 && names.isSuperset(of: ["武隆", "铜梁区", "500156"]))
    // By their first two characters, because every place of every source is looked at.
    let starts = Dictionary(grouping: names.map { Array($0.unicodeScalars) }) {
      UInt64($0[0].value) << 32 | UInt64($0[1].value)
    }
    let sources = LayeringTests.sources
    for path in try FileManager.default.subpathsOfDirectory(atPath: sources.path).sorted()
    where path.hasSuffix(".swift") {
      let text = try String(contentsOf: sources.appending(path: path), encoding: .utf8)
      let scalars = Array(text.unicodeScalars)
      for (start, pair) in zip(scalars, scalars.dropFirst()).enumerated() {
        let key = UInt64(pair.0.value) << 32 | UInt64(pair.1.value)
        for name in starts[key] ?? [] where scalars[start...].starts(with: name) {
          Issue.record("\(path) names \(String(String.UnicodeScalarView(name)))")
        }
      }
    }
  }
}
