public import Planning
import PlanningModel
import Targets

/// The verdicts as JSON, schema `yike-targets/1`; every key is present, null where it does not
/// apply (docs/formats/targets-json.md).
public enum TargetsJSON {
  /// The bytes of the document.
  ///
  /// - Parameter version: the program's version.
  /// - Throws: what the JSON encoder throws, which no evaluation brings about.
  public static func bytes(_ evaluation: Evaluation, version: String) throws -> [UInt8] {
    try JSONText.bytes(TargetsDocument(evaluation, version: version))
  }
}

/// The document as it is written.
struct TargetsDocument: Encodable {
  let schema = "yike-targets/1"
  let version: String
  let asOf: String
  @ExplicitNull var scenario: String?
  let codeSystem: String
  let assumptions: [TextEntry]
  let targets: [TargetEntry]
  let crossChecks: [CheckEntry]

  private enum CodingKeys: String, CodingKey {
    case schema, version
    case asOf = "as_of"
    case scenario
    case codeSystem = "code_system"
    case assumptions, targets
    case crossChecks = "cross_checks"
  }

  struct TextEntry: Encodable {
    let id, text: String
  }

  struct CheckEntry: Encodable {
    let id, kind, text: String
  }

  init(_ evaluation: Evaluation, version: String) {
    self.version = version
    asOf = evaluation.asOf.description
    scenario = evaluation.scenario
    codeSystem = evaluation.district.codeSystem.rawValue
    assumptions = evaluation.results.assumptions.map { TextEntry(id: $0.id, text: $0.text) }
    targets = evaluation.results.verdicts.map(TargetEntry.init)
    crossChecks = evaluation.results.crossChecks.map {
      CheckEntry(id: $0.id, kind: $0.kind, text: $0.text)
    }
  }
}
