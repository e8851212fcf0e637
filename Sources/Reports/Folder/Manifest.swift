import Foundation
import Planning
import PlanningModel
import Workspace

/// What a run was made of and what it made: `manifest.json`, without clocks or hosts.
struct Manifest: Codable, Sendable {
  /// The schema that this program reads and writes.
  static let currentSchema = "yike-manifest/2"

  /// The schema of the file.
  var schema: String
  /// The program's version.
  var yikeVersion: String
  /// The day everything is judged at, as ISO 8601.
  var asOf: String
  /// The system of the units' codes.
  var codeSystem: String
  /// The language of the report.
  var language: String
  /// The scenario's id; nil for the baseline.
  @ExplicitNull var scenario: String?
  /// The forms of the report that were asked for.
  var reportOutputs: [String]
  /// Every parameter with its defaults expanded.
  var parameters: [String: String]
  /// The programs and libraries whose version shows in the files.
  var tools: [Tool]
  /// The files it was made of.
  var inputs: [Input]
  /// The other files of the folder.
  var outputs: [Output]

  /// A program or library that took part.
  struct Tool: Codable, Sendable, Hashable {
    /// Its name.
    var name: String
    /// Its version, as it tells it.
    var version: String
  }

  /// A file the run was made of.
  struct Input: Codable, Sendable {
    /// The path relative to the workspace.
    var path: String
    /// What it holds.
    var role: String
    /// SHA-256 of its bytes, lower-case hexadecimal.
    var sha256: String
    /// How good it is, as declared.
    @ExplicitNull var provenance: String?
    /// The publisher, as declared.
    @ExplicitNull var publisher: String?
  }

  /// A file the run made.
  struct Output: Codable, Sendable {
    /// The name inside the folder.
    var path: String
    /// SHA-256 of its bytes; nil for a PDF, which is compared by text and pages.
    var sha256: String?
    /// SHA-256 of a PDF's text.
    var textSHA256: String?
    /// How many pages a PDF has.
    var pages: Int?

    private enum CodingKeys: String, CodingKey {
      case path, sha256, pages
      case textSHA256 = "text_sha256"
    }
  }

  private enum CodingKeys: String, CodingKey {
    case schema
    case yikeVersion = "yike_version"
    case asOf = "as_of"
    case codeSystem = "code_system"
    case reportOutputs = "report_outputs"
    case language, scenario, parameters, tools, inputs, outputs
  }
}

extension Manifest {
  /// Describes a run.
  ///
  /// - Parameters:
  ///   - evaluation: what was found out.
  ///   - request: language, version, forms.
  ///   - tools: what took part.
  ///   - files: the other files of the folder.
  init(
    _ evaluation: Evaluation, _ request: ReportRequest, tools: [Tool], files: [ReportFolder.File]
  ) {
    self.init(
      schema: Self.currentSchema, yikeVersion: request.version,
      asOf: evaluation.asOf.description, codeSystem: evaluation.district.codeSystem.rawValue,
      language: request.language.rawValue, scenario: evaluation.scenario,
      reportOutputs: request.outputs.map(\.rawValue),
      parameters: Dictionary(
        evaluation.parameters.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 }),
      tools: tools,
      inputs: evaluation.inputs.map {
        Input(
          path: $0.path, role: $0.role, sha256: $0.sha256, provenance: $0.provenance?.rawValue,
          publisher: $0.publisher)
      }, outputs: files.map(\.record))
  }

  /// The file's bytes.
  ///
  /// - Throws: what the JSON encoder throws, which no manifest brings about.
  func bytes() throws -> [UInt8] { try JSONText.bytes(self) }

  /// Reads a manifest.
  ///
  /// - Throws: `WorkError` (`malformed`) for anything but a manifest of this schema.
  static func read(_ bytes: [UInt8], name: String) throws -> Manifest {
    func refuse(_ message: Bilingual, _ remedy: Bilingual) -> WorkError {
      WorkError(
        .malformed, operation: "read manifest", subject: name, message: message, remedy: remedy)
    }
    struct Head: Decodable { var schema: String }
    let head = try? JSONDecoder().decode(Head.self, from: Data(bytes))
    guard let head, head.schema.hasPrefix("yike-manifest/") else {
      throw refuse(
        Bilingual("这不是报告清单", "it is not the manifest of a report"),
        Bilingual("写明 reports/ 下某次运行的 manifest.json", "name the manifest.json of a run"))
    }
    guard head.schema == currentSchema else {
      throw refuse(
        Bilingual(
          "清单格式为 \(head.schema)，本版本只读 \(currentSchema)",
          "its schema is \(head.schema); this version reads \(currentSchema)"),
        Bilingual("用生成它的版本核验，或重新出具报告", "use the version that made it, or report again"))
    }
    do {
      return try JSONDecoder().decode(Manifest.self, from: Data(bytes))
    } catch {
      throw refuse(
        Bilingual("清单残缺", "the manifest is damaged"),
        Bilingual("从备份恢复，或重新出具报告", "restore it, or report again"))
    }
  }
}
