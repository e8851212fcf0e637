import Foundation
import Testing

/// `yike verify` repeats a run and names what differs.
@Suite struct VerifyTests {
  private func reported() throws -> (copy: WorkspaceCopy, folder: String) {
    let copy = try WorkspaceCopy()
    let run = try copy.run(
      "report", "--scenario", "scenarios/2024-plan.yaml", "--outputs", "md,xlsx")
    #expect(run.exitCode == 0, "\(run.stderr)")
    let name = try #require(
      try FileManager.default.contentsOfDirectory(
        atPath: copy.folder.appending(path: "reports").path
      ).first)
    return (copy, "reports/\(name)")
  }

  @Test func `a run repeats, and the workspace stays as it is`() throws {
    let (copy, folder) = try reported()
    // Even without a store: the run is repeated elsewhere.
    try copy.remove("geodata/500156.gpkg")
    try copy.remove(".yike")
    let run = try copy.run("verify", "\(folder)/manifest.json")
    #expect(run.exitCode == 0, "\(run.output)\(run.stderr)")
    #expect(run.output.contains("核验通过"))
    let store = copy.folder.appending(path: "geodata/500156.gpkg").path
    #expect(!FileManager.default.fileExists(atPath: store))
  }

  @Test(arguments: [
    "geodata/facilities.csv", "geodata/elevation.tif", "policies/wulong-2024.yaml", "yike.yaml",
    "scenarios/2024-plan.yaml",
  ])
  func `a changed byte of an input is named`(path: String) throws {
    let (copy, folder) = try reported()
    let before = try copy.digest(path)
    var bytes = try copy.data(path)
    bytes[bytes.count / 2] ^= 1
    try copy.write(bytes, to: path)
    let run = try copy.run("verify", "\(folder)/manifest.json")
    #expect(run.exitCode == 1)
    let line = run.output.split(separator: "\n").first { $0.contains(path) } ?? ""
    let after = try copy.digest(path)
    #expect(line.contains(before) && line.contains(after), "\(run.output)")
  }

  @Test func `a changed or missing file of the report is named`() throws {
    let (copy, folder) = try reported()
    try copy.replace("年度", with: "年底", in: "\(folder)/report.md")
    try copy.remove("\(folder)/targets.csv")
    let run = try copy.run("verify", "\(folder)/manifest.json", "--language", "en")
    #expect(run.exitCode == 1)
    #expect(run.output.contains("as it lies there) report.md: the manifest says"))
    #expect(run.output.contains("as it lies there) targets.csv"))
    #expect(run.output.contains("not verified: 2 differences"))
  }

  @Test func `what is no manifest is refused`() throws {
    let (copy, folder) = try reported()
    for (text, words) in [
      ("[]", "it is not the manifest of a report"),
      (#"{"schema": "yike-manifest/1"}"#, "this version reads yike-manifest/2"),
      (#"{"schema": "yike-manifest/2"}"#, "the manifest is damaged"),
    ] {
      try copy.write(text, to: "\(folder)/manifest.json")
      let run = try copy.run("verify", "\(folder)/manifest.json")
      #expect(run.exitCode == 1)
      #expect(run.stderr.contains(words), "\(run.stderr)")
    }
    #expect(try copy.run("verify", "nowhere/manifest.json").exitCode == 1)
  }
}

extension WorkspaceCopy {
  /// The SHA-256 of a file by the system's own tool.
  func digest(_ path: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["sha256sum", folder.appending(path: path).path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return String(text.prefix { $0 != " " })
  }
}
