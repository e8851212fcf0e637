import Foundation
import Planning
import Reports
import Targets
import Testing

@Suite struct TargetsJSONTests {
  /// The documented keys, all of which are always present.
  static let keys: Set<String> = [
    "id", "title", "status", "rule", "universe", "universe_id", "required", "required_text",
    "achieved", "unknown", "gap", "num", "den", "share", "share_text", "range", "met", "missing",
    "undecided", "alternatives", "with_neighbours", "persons", "due", "upper", "cite",
    "provenance", "reason", "is_final", "detail",
  ]

  private func document() throws -> [String: Any] {
    let bytes = try TargetsJSON.bytes(SmallEvaluation.evaluation, version: "1")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  @Test func `every key is present in every target`() throws {
    let document = try document()
    #expect(
      Set(document.keys) == [
        "schema", "version", "as_of", "scenario", "code_system", "assumptions", "targets",
        "cross_checks",
      ])
    #expect(document["schema"] as? String == "yike-targets/1")
    let targets = try #require(document["targets"] as? [[String: Any]])
    #expect(targets.count == 5)
    for target in targets { #expect(Set(target.keys) == Self.keys) }
  }

  @Test func `figures read as the verdict has them`() throws {
    let targets = try #require(try document()["targets"] as? [[String: Any]])
    let share = try #require(targets.first { $0["id"] as? String == "T-units" })
    #expect(share["share"] as? Double == 0.5)
    #expect(share["share_text"] as? String == "50.0%")
    #expect(share["range"] as? [Int] == [1, 1])
    #expect((share["upper"] as? [String: Any])?["binds"] as? Bool == false)
    let missing = try #require(share["missing"] as? [[String: Any]])
    #expect(missing[0]["reason"] as? String == "no_record")
    #expect(missing[0]["name"] as? String == SmallDistrict.hostile)
    let silent = try #require(targets.first { $0["id"] as? String == "T-silent" })
    #expect(silent["range"] is NSNull)
    #expect((silent["due"] as? [String: Any])?["date"] is NSNull)
  }

  @Test func `an open range ends in null and a baseline has no scenario`() throws {
    var evaluation = SmallEvaluation.evaluation
    evaluation.scenario = nil
    evaluation.results.verdicts[0].rangeHigh = nil
    let bytes = try TargetsJSON.bytes(evaluation, version: "1")
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("\"scenario\" : null"))
    #expect(text.contains("2,\n        null\n"))
  }

  @Test func `doubles are the shortest that read back`() throws {
    var evaluation = SmallEvaluation.evaluation
    evaluation.results.verdicts[1].numerator = 9
    evaluation.results.verdicts[1].denominator = 22
    let text = String(
      decoding: try TargetsJSON.bytes(evaluation, version: "1"), as: UTF8.self)
    #expect(text.contains("\"share\" : 0.4090909090909091,"))
    #expect(text.contains("\"share_text\" : \"40.9%\""))
  }
}
