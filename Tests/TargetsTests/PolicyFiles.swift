import Foundation
import PlanningModel
import Targets
import Testing
import TravelTimes

/// The policy files of the repository, and readings of policies written in tests.
enum PolicyFiles {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "policies")

  static var wulong: [(name: String, text: String)] {
    get throws {
      try ["documents.yaml", "universes.yaml", "wulong-2024.yaml", "terms.yaml"].map { name in
        (
          "policies/\(name)",
          try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        )
      }
    }
  }

  static let known = KnownNames(district: "500156", units: WulongDistrict.units)

  /// The repository's policies, without faults.
  static func policies(_ known: KnownNames = known) throws -> Policies {
    let (policies, faults) = PolicyReader.read(files: try wulong, known: known)
    try #require(faults.isEmpty, "\(faults)")
    return policies
  }

  /// Documents and universes of the repository with targets of a test.
  static func policies(targets: String) throws -> Policies {
    let files = try wulong.dropLast(2) + [("test.yaml", targets)]
    let (policies, faults) = PolicyReader.read(files: Array(files), known: known)
    try #require(faults.isEmpty, "\(faults)")
    return policies
  }

  /// One target of a test with a measure, due on the last day of 2024 unless said otherwise.
  static func target(
    _ measure: String, covered: String? = nil, due: String = "{date: 2024-12-31, kind: hard}",
    id: String = "T1", more: String = ""
  ) -> String {
    """
      - id: \(id)
        title: 测试
        cite: {doc: WL2024, clause: 一, quote: 测试}
        measure: \(measure)
        due: \(due)
    \(covered.map { "    covered: \($0)\n" } ?? "")\(more.isEmpty ? "" : "    \(more)\n")
    """
  }
}

/// An evaluation of one district.
struct Judgement {
  let results: TargetResults

  init(
    _ policies: Policies, _ district: District, asOf: String = "2024-12-31",
    reach: (any ReachSource)? = nil, settings: EvaluationSettings = EvaluationSettings()
  ) throws {
    let date = try #require(CivilDate(asOf))
    results = try TargetEvaluator(
      policies: policies, district: district, asOf: date, reach: reach, settings: settings
    ).evaluate()
  }

  func callAsFunction(_ id: String) throws -> Verdict {
    try #require(results.verdicts.first { $0.id == id })
  }
}

extension Verdict {
  func alternative(_ rule: String) -> AlternativeVerdict? {
    alternatives.first { $0.rule == rule }
  }
}
