import Foundation
import Testing

/// Ten villages of different kinds, in both languages, as a person would say it; every number of
/// the first sentence stands in the table that `coverage` prints.
@Suite struct ExplainKindsTests {
  struct Kind: Sendable, CustomTestStringConvertible {
    var name: String
    var village: String
    var service = "elder_service"
    var more: [String] = []
    /// What a planner did to the ledgers before.
    var edit: @Sendable (WorkspaceCopy) throws -> Void = { _ in }
    var testDescription: String { name }
  }

  static let kinds: [Kind] = [
    Kind(name: "served-next-door", village: "朝阳社区"),
    Kind(name: "served-in-time", village: "芙蓉西路社区"),
    Kind(name: "just-too-far", village: "黄渡村"),
    Kind(name: "far", village: "庙树村"),
    Kind(name: "island", village: "木根村"),
    Kind(name: "far-from-any-road", village: "走马村"),
    Kind(
      name: "neighbour-nearer", village: "香龙村",
      more: ["--mode", "motor", "--within", "30min"]),
    Kind(name: "nothing-registered", village: "庙树村", service: "rescue_station"),
    Kind(name: "nearer-one-not-open-yet", village: "庙树村", more: ["--as-of", "2020-06-10"]),
    Kind(name: "none-operates", village: "庙树村", service: "elder_canteen") { copy in
      var lines = try copy.text("geodata/facilities.csv").components(separatedBy: "\n")
      for index in lines.indices where lines[index].contains(",elder_canteen,") {
        lines[index] = lines[index].replacingOccurrences(of: ",operating,", with: ",suspended,")
      }
      try copy.write(lines.joined(separator: "\n"), to: "geodata/facilities.csv")
    },
  ]

  private func explain(_ kind: Kind, _ copy: WorkspaceCopy, _ language: String) throws -> String {
    let arguments =
      ["explain", kind.village, "--service", kind.service, "--cohort", "pop_60plus"]
      + kind.more + ["--language", language]
    let run = try YikeProcess.run(arguments, in: copy.folder)
    #expect(run.exitCode == 0, "\(run.stderr)")
    return run.output
  }

  private func row(of kind: Kind, _ copy: WorkspaceCopy) throws -> [String: String] {
    let arguments =
      ["coverage", "--service", kind.service, "--cohort", "pop_60plus", "--by", "village"]
      + kind.more + ["--format", "csv"]
    let lines = try YikeProcess.run(arguments, in: copy.folder).output.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let header = try #require(lines.first)
    let line = try #require(lines.first { $0.contains(kind.village) })
    return Dictionary(
      zip(header, line), uniquingKeysWith: { first, _ in first })
  }

  static func tenths(_ seconds: Double) -> String {
    let tenths = Int((seconds / 6).rounded(.toNearestOrAwayFromZero))
    return "\(tenths / 10).\(tenths % 10)"
  }

  @Test(arguments: kinds)
  func readsAsAPersonWouldSayIt(kind: Kind) throws {
    let copy = try WorkspaceCopy()
    try kind.edit(copy)
    let chinese = try explain(kind, copy, "zh")
    let english = try explain(kind, copy, "en")
    let row = try row(of: kind, copy)
    let people = try #require(row["total"])
    #expect(chinese.contains("60岁及以上人口\(people)人"), "\(chinese)")
    #expect(english.contains("\(people) people aged 60+"), "\(english)")
    if let seconds = Double(row["seconds"] ?? "") {
      let limit = Double(row["limit_seconds"] ?? "") ?? 0
      #expect(chinese.contains("需\(Self.tenths(seconds))分钟"), "\(chinese)")
      #expect(english.contains("\(Self.tenths(seconds)) minutes"), "\(english)")
      if seconds > limit {
        #expect(chinese.contains("上限\(Self.tenths(seconds - limit))分钟"), "\(chinese)")
      }
    } else {
      #expect(chinese.contains("无处可去") || chinese.contains("无路可达"), "\(chinese)")
    }
    let text = chinese + "\n" + english
    let file = CommandGoldenTests.folder.appending(path: "explain-\(kind.name).txt")
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(file.lastPathComponent); run again without RECORD_GOLDEN")
      return
    }
    #expect(text == (try String(contentsOf: file, encoding: .utf8)))
  }

  @Test func `a small sensitive count is not told`() throws {
    let copy = try WorkspaceCopy()
    var lines = try copy.text("geodata/villages.csv").components(separatedBy: "\n")
    for index in lines.indices where !lines[index].isEmpty {
      let count = lines[index].contains("庙树村") ? "3" : "40"
      lines[index] += index == 0 ? ",registered_mh_subjects" : ",\(count)"
    }
    try copy.write(lines.joined(separator: "\n"), to: "geodata/villages.csv")
    let told = try copy.run("explain", "庙树村", "--cohort", "registered_mh_subjects")
    #expect(told.exitCode == 0, "\(told.stderr)")
    #expect(told.output.contains("人数过少，不对外列出"))
    #expect(!told.output.contains("登记康复对象3"))
  }
}
