import Foundation
import Testing

/// Layers point down, and modules of one layer do not know each other (ARCHITECTURE.md).
@Suite struct LayeringTests {
  static let layers: [[String]] = [
    [
      "CGEOS", "CPROJ", "CGDAL", "COsmium", "CCbc", "COpenCC", "CXlsxWriter", "CCrypto",
      "CPrefetch",
    ],
    ["PlanningModel"],
    ["YAMLDocuments", "Geometry", "Projections", "TravelTimes", "Certificates", "ChineseText"],
    ["Importing", "Workspace"],
    ["RoadNetwork", "Terrain", "Journeys"],
    ["Coverage", "LocationAllocation", "Targets"],
    ["Scenarios"],
    ["Planning"],
    ["Reports"],
    ["yike"],
  ]

  /// The two pairs inside a layer that may know each other, in one direction.
  static let allowedSideways: Set<[String]> = [
    ["Projections", "Geometry"], ["Journeys", "RoadNetwork"], ["Journeys", "Terrain"],
  ]

  /// Libraries that do not escape the module that wraps them.
  static let wrapped: [String: Set<String>] = [
    "CCrypto": ["Workspace"], "CGEOS": ["Geometry"], "CPROJ": ["Projections"],
    "CGDAL": ["Importing"], "CPrefetch": ["RoadNetwork"],
    "COsmium": ["Importing"], "CCbc": ["LocationAllocation"], "COpenCC": ["ChineseText"],
    "GRDB": ["Workspace"],
    "Yams": ["YAMLDocuments"], "Mustache": ["Reports"], "CXlsxWriter": ["Reports"],
    "ArgumentParser": ["yike"],
  ]

  static let sources = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources")

  @Test func everyImportPointsDown() throws {
    let layer = Dictionary(
      uniqueKeysWithValues: Self.layers.enumerated().flatMap { level, names in
        names.map { ($0, level) }
      })
    for file in try swiftFiles() {
      let module = file.module
      let level = try #require(layer[module], "\(module) stands in no layer")
      for imported in file.imports {
        if let owners = Self.wrapped[imported] {
          #expect(owners.contains(module), "\(file.path) may not import \(imported)")
        }
        guard let other = layer[imported], imported != module else { continue }
        let down = other < level
        let sideways = other == level && Self.allowedSideways.contains([module, imported])
        #expect(down || sideways, "\(file.path) may not import \(imported)")
      }
    }
  }

  @Test func everyModuleHoldsSomething() throws {
    let modules = Set(try swiftFiles().map(\.module))
    for name in Self.layers.dropFirst().joined() {
      #expect(modules.contains(name), "\(name) is empty")
    }
  }

  @Test func noFolderIsAJunkRoom() throws {
    let banned = ["utilities", "helpers", "common", "misc", "extensions"]
    for file in try swiftFiles() {
      let folders = file.path.split(separator: "/").dropLast().map { $0.lowercased() }
      #expect(banned.allSatisfy { !folders.contains($0) }, "\(file.path)")
    }
  }

  private struct SourceFile {
    var module: String
    var path: String
    var imports: [String]
  }

  private func swiftFiles() throws -> [SourceFile] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: Self.sources.path)
    return try paths.sorted().filter { $0.hasSuffix(".swift") }.map { path in
      let text = try String(contentsOf: Self.sources.appending(path: path), encoding: .utf8)
      let imports = text.split(separator: "\n").compactMap { line -> String? in
        let words = line.split(separator: " ")
        guard let at = words.firstIndex(of: "import"), at <= 2, at + 1 < words.count,
          words[..<at].allSatisfy({
            ["public", "package", "internal", "private", "@testable"].contains($0)
          })
        else { return nil }
        return words[at + 1].split(separator: ".").first.map(String.init)
      }
      let module = path.split(separator: "/").first.map(String.init) ?? path
      return SourceFile(module: module, path: path, imports: imports)
    }
  }
}
