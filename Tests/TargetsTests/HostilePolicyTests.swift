import Foundation
import PlanningModel
import Targets
import TestSupport
import Testing

/// Files that nobody should write: they never crash or hang the program, and it says where.
@Suite struct HostilePolicyTests {
  /// Words put where they do not belong.
  static let values = [
    "null", "~", "[]", "{}", "[[]]", "-1", "1e309", "99999999999999999999", "0x10", "NaN", "true",
    "2024-13-45", "2024-02-30", "0000-00-00", "9999-12-31", "\"\"", "'", "\"", "甲", "*nothing",
    "&a [1]", "!!binary abc", "{a: {b: {c: 1}}}", "[1, [2, [3]]]", "101%", "-5%", "0.0000001",
    "count", "within_time", ">=", "\u{0}", "\u{FEFF}", "\u{202E}", "🙂", "|", ">", "- -",
  ]

  /// One change of a real file, by its seed.
  static func mutate(_ text: String, seed: UInt64) -> String {
    var random = SeededRandom(seed: seed)
    var lines = text.components(separatedBy: "\n")
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let line = Int.random(in: 0..<lines.count, using: &random)
      switch Int.random(in: 0..<10, using: &random) {
      case 0: lines.remove(at: line)
      case 1: lines.insert(lines[Int.random(in: 0..<lines.count, using: &random)], at: line)
      case 2: lines[line] = " " + lines[line]
      case 3: lines[line] = String(lines[line].dropFirst())
      case 4:
        // A value is replaced.
        if let colon = lines[line].lastIndex(of: ":") {
          lines[line] =
            lines[line][...colon] + " " + (values.randomElement(using: &random) ?? "")
        }
      case 5:
        // A key is changed by one letter.
        if let colon = lines[line].firstIndex(of: ":"), colon > lines[line].startIndex {
          lines[line].insert("x", at: lines[line].index(before: colon))
        }
      case 6:
        // A target refers to one of the others, whichever that makes a ring of.
        let id = "WL24-\(Int.random(in: 40...43, using: &random))a"
        lines.insert(
          "    relations: {part_of: \(id), limited_by: \(id), implements: [\(id)]}", at: line)
      case 7:
        let characters = Array(lines[line])
        guard !characters.isEmpty else { continue }
        let place = Int.random(in: 0..<characters.count, using: &random)
        var changed = characters
        changed[place] = Character(
          values.randomElement(using: &random)?.first.map(String.init) ?? "x")
        lines[line] = String(changed)
      case 8: lines[line] += " " + (values.randomElement(using: &random) ?? "")
      default: lines = Array(lines.prefix(line))
      }
      if lines.isEmpty { lines = [""] }
    }
    return lines.joined(separator: "\n")
  }

  /// Reads, and judges what can be judged.
  private func outcome(_ files: [(name: String, text: String)], known: KnownNames) -> [InputFault] {
    let (policies, faults) = PolicyReader.read(files: files, known: known)
    guard !faults.contains(where: { $0.severity == .blocking }) else { return faults }
    let district = District(
      code: known.district ?? "500156", name: "测试", nameEnglish: "test", codeSystem: .nbs2023,
      units: known.units ?? [], demandPoints: known.demandPoints ?? [])
    do {
      _ = try Judgement(policies, district)
    } catch {
      Issue.record("a file without faults cannot be judged: \(error)")
    }
    return faults
  }

  @Test("200 mutations of the real files: no crash, no hang, every fault with file and line")
  func twoHundredMutations() throws {
    let districts =
      try [ExampleDistrict(nil)] + ExampleDistrict.names.map { try ExampleDistrict($0) }
    let clock = ContinuousClock()
    var refused = 0
    for seed in 0..<200 {
      let example = districts[seed % districts.count]
      var files = example.files
      let index = (seed / districts.count) % files.count
      files[index].text = Self.mutate(files[index].text, seed: UInt64(seed))
      var faults: [InputFault] = []
      let time = clock.measure { faults = outcome(files, known: example.known) }
      #expect(time < .seconds(20), "seed \(seed) took \(time)")
      if faults.contains(where: { $0.severity == .blocking }) { refused += 1 }
      for fault in faults {
        #expect(!fault.file.isEmpty, "seed \(seed): \(fault)")
        #expect(fault.row != nil, "seed \(seed): \(fault)")
        #expect(!fault.rule.isEmpty && !fault.remedy.isEmpty, "seed \(seed): \(fault)")
        #expect(fault.column != nil || fault.check == "yaml.malformed", "seed \(seed): \(fault)")
      }
    }
    #expect(refused > 80, "only \(refused) were refused: the mutations are too tame")
  }

  private func faults(_ text: String) -> [InputFault] {
    SmallPolicy.read(text).1
  }

  @Test func ringsAreNamed() {
    let ring = (0..<3).map { index in
      """
        - id: R\(index)
          title: 甲
          cite: {doc: D, clause: 一, quote: 甲}
          measure: {type: count, object: x, value: 1}
          due: {kind: continuous}
          relations: {part_of: R\((index + 1) % 3)}

      """
    }
    let found = faults("targets:\n" + ring.joined())
    #expect(found.map(\.check) == Array(repeating: "policy.relation_cycle", count: 3))
    #expect(found.compactMap(\.row) == [2, 8, 14])
    let universes = faults(
      "universes:\n  A: {of: B, within: \"500156\"}\n  B: {of: A}\n  C: {of: C}\n")
    #expect(
      universes.filter { $0.check == "policy.universe_cycle" }.compactMap(\.row) == [3, 2, 4])
    let network = SmallPolicy.target(
      "{type: hierarchy, levels: [{level: district, kind: k, required: {ref: T1}}]}",
      due: "{kind: continuous}")
    #expect(SmallPolicy.checks(network) == ["policy.relation_cycle"])
    for relation in ["same_as: T1", "may_overlap: [T1]"] {
      let itself = SmallPolicy.target(
        "{type: count, object: x, value: 1}", more: "relations: {\(relation)}")
      #expect(SmallPolicy.checks(itself) == ["policy.relation_cycle"])
    }
  }

  @Test func hugeRingsAndChainsEnd() {
    func targets(_ count: Int, next: (Int) -> Int) -> String {
      "targets:\n"
        + (0..<count).map { index in
          "  - {id: R\(index), title: 甲, cite: {doc: D, clause: 一, quote: 甲}, measure: "
            + "{type: issue_ledger}, due: {kind: continuous}, relations: {part_of: R\(next(index))}}\n"
        }.joined()
    }
    let ring = faults(targets(2_000) { ($0 + 1) % 2_000 })
    #expect(ring.count == 100, "a hundred of a ring say enough")
    #expect(faults(targets(2_000) { max(0, $0 - 1) }).map(\.value) == ["R0"])
    let universes =
      "universes:\n  U0: {level: township, within: \"500156\"}\n"
      + (1..<3_000).reversed().map { "  U\($0): {of: U\($0 - 1)}\n" }.joined()
    #expect(faults(universes).isEmpty, "in whatever order they stand")
  }

  @Test func anchorsThatMultiplyAreRefused() throws {
    var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...12 {
      let alias = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      bomb += "a\(level): &a\(level) [\(alias)]\n"
    }
    let found = faults(bomb)
    #expect(found.map(\.check) == ["yaml.malformed"])
    #expect(found.first?.row != nil)
    // As a key it would be hashed through and through before anyone could count it.
    #expect(faults(bomb + "? *a12\n: 1\n").map(\.check) == ["yaml.malformed"])
    let many =
      "a: &a x\nb: [" + Array(repeating: "*a", count: 2_000).joined(separator: ", ") + "]\n"
    #expect(faults(many).map(\.check) == ["yaml.malformed"])
    let honest = """
      targets:
        - id: A
          title: &title 甲
          cite: {doc: D, clause: 一, quote: *title}
          measure: {type: issue_ledger}
          due: &due {kind: continuous}
        - {id: B, title: *title, cite: {doc: D, clause: 二, quote: 乙}, measure: {type: issue_ledger}, due: *due}
      """
    #expect(faults(honest).isEmpty, "an honest anchor is as good as its text")
  }

  @Test func depthAndSizeAreLimited() {
    for text in [
      String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 100_000),
      String(repeating: "- ", count: 100_000),
      String(repeating: "[", count: 200) + String(repeating: "]", count: 200),
      (0..<200).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
    ] {
      let found = faults(text)
      #expect(found.map(\.check) == ["yaml.malformed"], "\(text.prefix(20))")
      #expect(found.first?.row != nil, "\(text.prefix(20))")
    }
    let long = "targets: [" + String(repeating: "甲", count: 3_500_000) + "]"
    #expect(long.utf8.count > 10_000_000)
    #expect(faults(long).map(\.check) == ["yaml.malformed"])
    let wide = "x:\n" + String(repeating: "  - 1\n", count: 250_000)
    #expect(faults(wide).first?.check == "yaml.malformed")
    let keys = (0..<20_000).map { "k\($0): 1\n" }.joined()
    let unknown = faults(keys)
    #expect(unknown.count == 20_000, "every key is named")
    #expect(unknown.allSatisfy { $0.check == "yaml.unknown_key" && $0.row != nil })
  }

  @Test(arguments: [
    "2024-02-30", "2024-13-01", "24-12-31", "31.12.2024", "明年", "2024-12-31T00:00:00Z", "[2024]",
  ])
  func wrongDatesAreNamed(date: String) throws {
    let text = SmallPolicy.target(
      "{type: count, object: x, value: 1}", due: "{date: \(date), kind: hard}")
    let fault = try #require(faults(text).first)
    #expect(fault.check == "yaml.wrong_type")
    #expect(fault.column == "targets[0].due.date")
    #expect(fault.row != nil)
  }

  @Test func numbersBeyondAllMeasureAreFaults() {
    for measure in [
      "{type: count, object: x, value: 99999999999999999999}",
      "{type: count, object: x, value: -1}",
      "{type: rate, numerator: a, denominator: b, value: 1e309}",
      "{type: rate, numerator: a, denominator: b, value: 2}",
      "{type: task_table, rows: 999999999}", "{type: share_units, universe: nowhere, value: 1}",
      "{type: report, cadence: {every: P0M}}",
      "{type: quarterly_tasks, rows: [{no: 1, q: [a,b,c,d,e]}]}",
      "{type: milestone, states: [a, a], done_at: b}",
    ] {
      let found = faults(SmallPolicy.target(measure, due: "{kind: continuous}"))
      #expect(found.contains { $0.severity == .blocking }, "\(measure)")
      #expect(found.allSatisfy { $0.row != nil && $0.column != nil }, "\(measure)")
    }
  }
}
