import Foundation
import Testing

/// Every entry of the four example workspaces has a verdict, or says why not.
@Suite struct ExampleWorkspaceTests {
  static let examples = ["500000-chongqing", "500105-jiangbei", "500112-yubei", "500151-tongliang"]

  /// A copy that the command may write its store into.
  final class Copy {
    let folder: URL

    init(_ name: String) throws {
      folder = FileManager.default.temporaryDirectory.appending(
        path: "yike-example-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let source = WorkspaceCopy.repository.appending(path: "examples/\(name)")
      for path in try FileManager.default.subpathsOfDirectory(atPath: source.path).sorted()
      where ["yaml", "csv"].contains((path as NSString).pathExtension) {
        let target = folder.appending(path: path)
        try FileManager.default.createDirectory(
          at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: source.appending(path: path), to: target)
      }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func run(_ arguments: String...) throws -> YikeProcess {
      try YikeProcess.run(arguments, in: folder)
    }
  }

  @Test(arguments: examples)
  func nothingInThemIsRefused(name: String) throws {
    let run = try Copy(name).run("check", "--format", "csv")
    let blocking = run.output.split(separator: "\n").filter { $0.contains(",blocking,") }
    #expect(run.exitCode == 0 && blocking.isEmpty, "\(blocking.joined(separator: "\n"))")
  }

  @Test(arguments: examples)
  func everyEntryHasAVerdictOrAReason(name: String) throws {
    let run = try Copy(name).run("targets", "--format", "json")
    #expect(run.exitCode == 0, "\(run.stderr)")
    let targets = try #require(try run.json()["targets"] as? [[String: Any]])
    var lines: [String] = []
    for target in targets {
      let id = try #require(target["id"] as? String)
      let status = try #require(target["status"] as? String)
      if ["unknown", "informational", "not_applicable"].contains(status) {
        #expect((target["reason"] as? String)?.isEmpty == false, "\(id) is \(status) without why")
      }
      let figures = ["universe", "required", "achieved"].map { key in
        (target[key] as? Int).map(String.init) ?? ""
      }
      lines.append(([id, status] + figures).joined(separator: ","))
    }
    let text = "id,status,universe,required,achieved\n" + lines.joined(separator: "\n") + "\n"
    let file = CommandGoldenTests.folder.appending(path: "example-\(name).csv")
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(file.lastPathComponent); run again without RECORD_GOLDEN")
      return
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == text, "\(name)")
  }

  /// Every id in the published readings of the five documents is there, with what was added.
  @Test func theDocumentsAreReadWhole() throws {
    var counts: [String: Int] = [:]
    for name in Self.examples {
      let run = try Copy(name).run("targets", "--format", "json")
      let targets = try #require(try run.json()["targets"] as? [[String: Any]])
      counts[name] = targets.count
      #expect(Set(targets.compactMap { $0["id"] as? String }).count == targets.count)
    }
    #expect(
      counts == [
        "500000-chongqing": 22, "500105-jiangbei": 19, "500112-yubei": 19, "500151-tongliang": 18,
      ])
  }
}
