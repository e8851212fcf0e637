import Foundation
import Testing

/// The forms of the report that other programs draw and print, and walks from its numbers.
@Suite struct ReportFormsTests {
  private static let tools: Bool = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let missing = ["chromium", "pdftotext", "rsvg-convert"].filter { name in
      !folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
    }
    if !missing.isEmpty { print("skipped: not installed: \(missing.joined(separator: ", "))") }
    return missing.isEmpty
  }()

  @Test(.enabled(if: tools)) func `all five forms repeat`() throws {
    let copy = try WorkspaceCopy()
    let run = try copy.run(
      "report", "--scenario", "scenarios/2024-plan.yaml", "--outputs", "html,docx,pdf,xlsx,md")
    #expect(run.exitCode == 0, "\(run.stderr)")
    let name = try #require(
      try FileManager.default.contentsOfDirectory(
        atPath: copy.folder.appending(path: "reports").path
      ).first)
    let files = try FileManager.default.contentsOfDirectory(
      atPath: copy.folder.appending(path: "reports/\(name)").path)
    for form in ["html", "docx", "pdf", "xlsx", "md"] { #expect(files.contains("report.\(form)")) }
    let verified = try copy.run("verify", "reports/\(name)/manifest.json")
    #expect(verified.exitCode == 0, "\(verified.output)\(verified.stderr)")
  }

  @Test func `an unknown form is refused`() throws {
    let copy = try WorkspaceCopy()
    let run = try copy.run("report", "--outputs", "html,odt")
    #expect(run.exitCode == 64)
    #expect(run.stderr.contains("html,md,docx,pdf,xlsx"))
  }

  @Test func `a target and a figure are explained down to the records`() throws {
    let copy = try WorkspaceCopy()
    let target = try copy.run("explain", "WL24-42c", "--scenario", "scenarios/2024-plan.yaml")
    #expect(target.exitCode == 0, "\(target.stderr)")
    #expect(target.output.contains("60%的乡镇") && target.output.contains("未达标"))
    #expect(target.output.contains("scenarios/2024-plan.yaml"))
    let figure = try copy.run(
      "explain", "WL24-42c.achieved", "--scenario", "scenarios/2024-plan.yaml")
    #expect(figure.output.hasPrefix("WL24-42c.achieved = 9"))
    // The nine units, once among the rows and once among the activity records.
    #expect(figure.output.components(separatedBy: "500156101").count == 3)
    // A count names the facilities that it counts.
    let count = try copy.run(
      "explain", "WL24-40b.achieved", "--scenario", "scenarios/2024-plan.yaml")
    let counted = count.output.split(separator: "\n").filter {
      $0.hasPrefix("plan2024-mh_rehab_station-")
    }
    #expect(count.output.hasPrefix("WL24-40b.achieved = 8") && counted.count == 8)
    let village = try copy.run("explain", "WL24-99x")
    #expect(village.exitCode == 1)
  }
}
