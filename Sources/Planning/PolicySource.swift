import Foundation
import PlanningModel
import Targets
import Workspace

/// The policy files of a workspace, read against what the district knows.
struct PolicySource {
  private let folder: WorkspaceFolder

  init(_ folder: WorkspaceFolder) { self.folder = folder }

  /// Policies with all their faults and the hashes of their files.
  struct Contents {
    var policies: Policies
    var faults: [InputFault]
    var inputs: [InputRecord]
  }

  /// The texts of all files of `policies` in yike.yaml, by name.
  static func files(of folder: WorkspaceFolder) throws -> [(name: String, text: String)] {
    try folder.policyFiles().map { name in
      guard let bytes = FileManager.default.contents(atPath: folder.url(of: name).path),
        let text = String(bytes: bytes, encoding: .utf8)
      else {
        throw WorkError(
          .unreadable, operation: "read policies", subject: name,
          message: Bilingual("文件不是 UTF-8 文字", "the file cannot be read as UTF-8 text"),
          remedy: Bilingual("另存为 UTF-8", "save it as UTF-8"))
      }
      return (name, text)
    }
  }

  /// Reads all files of `policies` in yike.yaml, as one set.
  func read(for district: District) throws -> Contents {
    let settings = folder.settings
    let files = try Self.files(of: folder)
    let inputs = try files.map { file in
      InputRecord(
        path: file.name, role: "policies",
        sha256: try FileDigest.sha256(of: folder.url(of: file.name), name: file.name),
        provenance: nil, publisher: nil)
    }
    let known = KnownNames(
      kinds: Set(settings.serviceTypes.map(\.id.rawValue)),
      cohorts: Set(settings.cohorts.map(\.id.rawValue)),
      paces: Set(settings.travel.paces.map(\.name)), district: settings.district.code,
      units: district.units, demandPoints: district.demandPoints.filter { $0.band == .own },
      aliases: settings.aliases(in: district))
    let (policies, faults) = PolicyReader.read(files: files, known: known)
    let texts = try DocumentTexts(of: policies, in: folder)
    return Contents(
      policies: policies,
      faults: faults + texts.faults + (try QuoteCheck.run(policies, texts: texts.byDocument))
        + UnknownTargets(policies, district, settings).faults,
      inputs: inputs + texts.inputs)
  }
}

/// What a session holds in memory of its workspace.
struct LoadedWorkspace {
  var contents: StoreContents
  var district: District
  var policies: PolicySource.Contents
  var roadRules: RoadRulesSource.Contents
  var sources: [SourceRecord]
}
