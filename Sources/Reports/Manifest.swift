public import Planning
public import PlanningModel
import Workspace

/// What a run was made of and what it made: `manifest.json`, without clocks or hosts.
public enum Manifest {
  /// The bytes of the manifest.
  ///
  /// - Parameters:
  ///   - evaluation: what was found out.
  ///   - language: the language of the report.
  ///   - version: the program's version.
  ///   - outputs: the other files of the folder, with their bytes.
  /// - Throws: what the JSON encoder throws, which no evaluation brings about.
  public static func bytes(
    _ evaluation: Evaluation, language: Language, version: String,
    outputs: [(name: String, bytes: [UInt8])]
  ) throws -> [UInt8] {
    try JSONText.bytes(
      ManifestDocument(
        yikeVersion: version, asOf: evaluation.asOf.description,
        codeSystem: evaluation.district.codeSystem.rawValue, language: language.rawValue,
        scenario: evaluation.scenario,
        parameters: Dictionary(
          evaluation.parameters.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 }),
        inputs: evaluation.inputs.map(ManifestInput.init),
        outputs: outputs.map {
          ManifestOutput(path: $0.name, sha256: SHA256Digest.hexadecimal(of: $0.bytes))
        }))
  }
}

private struct ManifestDocument: Encodable {
  let schema = "yike-manifest/1"
  let yikeVersion, asOf, codeSystem, language: String
  @ExplicitNull var scenario: String?
  let parameters: [String: String]
  let inputs: [ManifestInput]
  let outputs: [ManifestOutput]

  private enum CodingKeys: String, CodingKey {
    case schema
    case yikeVersion = "yike_version"
    case asOf = "as_of"
    case codeSystem = "code_system"
    case language, scenario, parameters, inputs, outputs
  }
}

private struct ManifestInput: Encodable {
  let path, role, sha256: String
  @ExplicitNull var provenance: String?
  @ExplicitNull var publisher: String?

  init(_ record: InputRecord) {
    path = record.path
    role = record.role
    sha256 = record.sha256
    provenance = record.provenance?.rawValue
    publisher = record.publisher
  }
}

private struct ManifestOutput: Encodable {
  let path, sha256: String
}
