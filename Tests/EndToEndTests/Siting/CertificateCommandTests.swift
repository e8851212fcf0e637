import Foundation
import Testing

/// `yike verify-certificate`: what `yike site` writes is accepted, and nothing else.
@Suite struct CertificateCommandTests {
  static func proven(_ flags: String...) throws -> (folder: PlainFolder, text: String) {
    let folder = try SiteCommandTests.folder()
    let run = try folder.run(all: SiteCommandTests.plain + flags + ["--certificate", "proof.txt"])
    try #require(run.exitCode == 0, "\(run.stderr)")
    let file = folder.folder.appending(path: "proof.txt")
    return (folder, try String(contentsOf: file, encoding: .utf8))
  }

  @Test func acceptsWhatSiteWrites() throws {
    let (folder, text) = try Self.proven("--problem", "p-median", "-p", "2")
    let run = try folder.run("verify-certificate", "proof.txt")
    #expect(run.exitCode == 0)
    #expect(run.output == "accepted: p-median optimal, objective 1400, sites x,z\n")
    #expect(text.hasPrefix("yike-certificate 1\nsource costs "))
  }

  @Test func acceptsThatNoAnswerExists() throws {
    let (folder, _) = try Self.proven("--problem", "lscp", "--within", "9min")
    let run = try folder.run("verify-certificate", "proof.txt")
    #expect(run.output == "accepted: lscp infeasible\n")
  }

  /// A byte changed in 50 places across the file.
  @Test func refusesAnyChange() throws {
    let (folder, text) = try Self.proven(
      "--problem", "partial-cover", "--share", "0.9", "--within", "20min")
    let bytes = Array(text.utf8)
    for change in 0..<50 {
      let place = change * (bytes.count - 1) / 49
      var changed = bytes
      changed[place] = changed[place] == UInt8(ascii: "3") ? UInt8(ascii: "4") : UInt8(ascii: "3")
      try folder.write(String(decoding: changed, as: UTF8.self), "changed.txt")
      let run = try folder.run("verify-certificate", "changed.txt")
      #expect(run.exitCode == 1, "byte \(place)")
      #expect(run.output.isEmpty)
    }
  }

  @Test func refusesWhatIsNone() throws {
    let folder = try PlainFolder(["empty.txt": "", "other.txt": "id,demand\na,1\n"])
    for name in ["empty.txt", "other.txt", "absent.txt"] {
      let run = try folder.run("verify-certificate", name)
      #expect(run.exitCode == 1)
      #expect(run.stderr.contains(name))
    }
  }
}
