import PlanningModel
import Targets
import Testing

/// A document, a universe and targets of a test.
enum SmallPolicy {
  /// The policies of a text, with one document `D` unless the text has its own.
  static func read(
    _ text: String, document: String = "{id: D, no: 甲〔2024〕1号, title: 文件, year: 2024}",
    known: KnownNames = PolicyFiles.known
  ) -> (Policies, [InputFault]) {
    PolicyReader.read(
      files: [
        ("policies/documents.yaml", "documents:\n  - \(document)\n"), ("policies/test.yaml", text),
      ], known: known)
  }

  /// Policies without a blocking fault.
  static func policies(
    _ text: String, document: String = "{id: D, no: 甲〔2024〕1号, title: 文件, year: 2024}",
    known: KnownNames = PolicyFiles.known
  ) throws -> Policies {
    let (policies, faults) = read(text, document: document, known: known)
    try #require(!faults.contains { $0.severity == .blocking }, "\(faults)")
    return policies
  }

  /// One target as a file.
  static func target(
    _ measure: String, covered: String? = nil, due: String? = "{date: 2024-12-31, kind: hard}",
    id: String = "T1", quote: String = "测试", more: String = ""
  ) -> String {
    """
    targets:
      - id: \(id)
        title: 测试
        cite: {doc: D, clause: 一, quote: \(quote)}
        measure: \(measure)
    \(due.map { "    due: \($0)\n" } ?? "")\(covered.map { "    covered: \($0)\n" } ?? "")\(more.isEmpty ? "" : "    \(more)\n")
    """
  }

  /// The faults of one target, by check.
  static func checks(_ text: String) -> [String] { read(text).1.map(\.check) }
}
