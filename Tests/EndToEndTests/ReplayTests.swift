import Foundation
import Testing

/// The same inputs give the same bytes, with any number of threads.
@Suite struct ReplayTests {
  private func files(_ folder: URL) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      let url = folder.appending(path: path)
      let isFolder = try url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory ?? false
      if !isFolder { files[path] = try Data(contentsOf: url) }
    }
    return files
  }

  @Test func twoRunsGiveTheSameBytes() throws {
    var results: [[String: Data]] = []
    for threads in ["1", "2"] {
      let copy = try WorkspaceCopy()
      let run = try copy.run(
        "report", "--scenario", "scenarios/2024-plan.yaml", "--compare", "baseline", "--plan",
        "plans/2024-2026.yaml", "--threads", threads)
      #expect(run.exitCode == 0, "\(run.stderr)")
      var result = try files(copy.folder.appending(path: "reports"))
      result["store"] = try copy.data("geodata/500156.gpkg")
      result["stdout"] = try copy.run(
        "run", "scenarios/2024-plan.yaml", "--format", "geojson", "--threads", threads
      ).stdout
      results.append(result)
    }
    #expect(results[0].keys.sorted() == results[1].keys.sorted())
    for (name, bytes) in results[0] { #expect(results[1][name] == bytes, "\(name)") }
  }

  @Test func theCommittedRunIsFresh() throws {
    let copy = try WorkspaceCopy()
    let run = try copy.run(
      "report", "--scenario", "scenarios/2024-plan.yaml", "--compare", "baseline", "--plan",
      "plans/2024-2026.yaml")
    #expect(run.exitCode == 0, "\(run.stderr)")
    let made = try files(copy.folder.appending(path: "reports"))
    let reports = WorkspaceCopy.repository.appending(path: "reports")
    for (name, bytes) in made {
      let committed = try? Data(contentsOf: reports.appending(path: name))
      #expect(committed == bytes, "reports/\(name) is stale: run ./scripts/record-report")
    }
  }
}
