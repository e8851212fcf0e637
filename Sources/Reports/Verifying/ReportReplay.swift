public import Foundation
import Planning
import PlanningModel
import Workspace

/// Repeats a run from its manifest, in a temporary folder, and compares every file.
///
/// The workspace is only read: the inputs that the manifest names are copied out of it, imported,
/// evaluated and reported afresh.
public struct ReportReplay {
  private let manifest: Manifest
  private let reportFolder: URL
  private let workspace: URL
  private let scenario: URL?
  private let version: String
  private let note: (String) -> Void

  /// How many files were compared.
  public var inputCount: Int { manifest.inputs.count }
  /// How many files the run made, without the manifest.
  public var outputCount: Int { manifest.outputs.count }

  /// Prepares to repeat a run.
  ///
  /// - Parameters:
  ///   - url: the manifest.
  ///   - workspace: the folder with `yike.yaml`; nil for the one that `reports/` lies in.
  ///   - scenario: the scenario's file, where it is not in the workspace's `scenarios/`.
  ///   - version: the program's version.
  ///   - note: takes lines for a person to read.
  /// - Throws: `WorkError` for a file that is no manifest of this schema.
  public init(
    manifest url: URL, workspace: URL? = nil, scenario: URL? = nil, version: String,
    note: @escaping (String) -> Void
  ) throws {
    guard let bytes = FileManager.default.contents(atPath: url.path) else {
      throw WorkError(
        .unreadable, operation: "read manifest", subject: url.relativePath,
        message: Bilingual("没有这个文件，或无法读取", "there is no such file, or it cannot be read"),
        remedy: Bilingual(
          "写明 reports/ 下某次运行的 manifest.json", "name the manifest.json of a run"))
    }
    manifest = try Manifest.read(Array(bytes), name: url.relativePath)
    reportFolder = url.standardizedFileURL.deletingLastPathComponent()
    self.workspace =
      workspace ?? reportFolder.deletingLastPathComponent().deletingLastPathComponent()
    self.scenario = scenario
    self.version = version
    self.note = note
  }

  /// Everything that differs, empty when the run repeats.
  ///
  /// Where inputs differ the run is not repeated: its files would differ for that reason alone.
  ///
  /// - Throws: what importing, evaluating and rendering throw.
  public func differences() throws -> [ReplayDifference] {
    let inputs = try changedInputs()
    let stored = storedDifferences()
    guard inputs.isEmpty else { return inputs + stored }
    let copy = FileManager.default.temporaryDirectory.appending(path: "yike-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: copy) }
    try copyInputs(to: copy)
    return stored + (try repeated(in: copy))
  }

  private func url(of input: Manifest.Input) -> URL {
    if input.role == "scenario", let scenario { return scenario }
    return input.path.hasPrefix("/")
      ? URL(filePath: input.path) : workspace.appending(path: input.path)
  }

  private func changedInputs() throws -> [ReplayDifference] {
    manifest.inputs.compactMap { input in
      let now = try? FileDigest.sha256(of: url(of: input), name: input.path)
      guard now != input.sha256 else { return nil }
      return ReplayDifference(
        kind: .input, subject: input.path, recorded: input.sha256, found: now)
    }
  }

  /// What was done to the folder's files after they were made.
  private func storedDifferences() -> [ReplayDifference] {
    manifest.outputs.compactMap { output in
      let path = reportFolder.appending(path: output.path).path
      guard let bytes = FileManager.default.contents(atPath: path) else {
        return difference(.stored, output, nil)
      }
      // A damaged PDF has no text: then its bytes are named.
      let pdf =
        output.sha256 == nil
        ? try? ReportFolder.File(pdf: Array(bytes), name: output.path).record : nil
      let now = pdf ?? ReportFolder.File(name: output.path, bytes: Array(bytes)).record
      return difference(.stored, output, now)
    }
  }

  private func copyInputs(to copy: URL) throws {
    let manager = FileManager.default
    for input in manifest.inputs where !input.path.hasPrefix("/") {
      let target = copy.appending(path: input.path)
      guard !manager.fileExists(atPath: target.path) else { continue }
      try manager.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try manager.copyItem(at: url(of: input), to: target)
    }
  }

  private func repeated(in copy: URL) throws -> [ReplayDifference] {
    let session = try WorkspaceSession(folder: copy, note: note)
    let scenario = try manifest.inputs.first { $0.role == "scenario" }.map { input in
      ScenarioText(
        name: input.path,
        text: try String(contentsOf: copy.appending(path: input.path), encoding: .utf8))
    }
    let asked = EvaluationRequest(
      scenario: scenario, asOf: CivilDate(manifest.asOf), drawsRoads: true)
    var evaluation = try session.evaluate(asked)
    let compare = manifest.parameters[ReportComparison.parameter]
    let other = try compare.map { name in
      EvaluationRequest(
        scenario: name == ReportComparison.baseline
          ? nil
          : ScenarioText(
            name: name,
            text: try String(contentsOf: copy.appending(path: name), encoding: .utf8)),
        asOf: evaluation.asOf)
    }
    var comparisons = try session.comparisons(to: evaluation, asked, comparedWith: other)
    ReportComparison.name(compare, in: &evaluation, comparisons)
    if let input = manifest.inputs.first(where: { $0.role == "plan" }) {
      let file = copy.appending(path: input.path)
      let plan = try session.plan(
        PlanRequest(
          file: ScenarioText(name: file.path, text: try String(contentsOf: file, encoding: .utf8)),
          scenario: scenario.map {
            ScenarioText(name: copy.appending(path: $0.name).path, text: $0.text)
          }))
      comparisons.plan = plan
      evaluation.takeInputs(of: plan)
    }
    let request = ReportRequest(
      language: Language(rawValue: manifest.language) ?? .zh, version: version,
      outputs: manifest.reportOutputs.compactMap(ReportOutput.init))
    let files = try ReportFolder.render(evaluation, comparisons: comparisons, request)
    guard let last = files.last else { return [] }
    let again = try Manifest.read(last.bytes, name: last.name)
    return compared(again)
  }

  private func compared(_ again: Manifest) -> [ReplayDifference] {
    var found: [ReplayDifference] = []
    if again.yikeVersion != manifest.yikeVersion {
      found.append(
        ReplayDifference(
          kind: .tool, subject: "yike", recorded: manifest.yikeVersion, found: again.yikeVersion))
    }
    let tools = (
      Dictionary(manifest.tools.map { ($0.name, $0.version) }) { $1 },
      Dictionary(again.tools.map { ($0.name, $0.version) }) { $1 }
    )
    found += Self.changes(.tool, tools.0, tools.1)
    found += Self.changes(.parameter, manifest.parameters, again.parameters)
    let extra = Set(again.inputs.map(\.path)).subtracting(manifest.inputs.map(\.path))
    for input in again.inputs where extra.contains(input.path) {
      found.append(
        ReplayDifference(
          kind: .input, subject: input.path, recorded: nil, found: input.sha256))
    }
    let made = Dictionary(again.outputs.map { ($0.path, $0) }) { $1 }
    found += manifest.outputs.compactMap { difference(.output, $0, made[$0.path]) }
    let known = Set(manifest.outputs.map(\.path))
    for output in again.outputs where !known.contains(output.path) {
      found.append(
        ReplayDifference(
          kind: .output, subject: output.path, recorded: nil, found: output.fingerprint))
    }
    return found
  }

  private static func changes(
    _ kind: ReplayDifference.Kind, _ before: [String: String], _ now: [String: String]
  ) -> [ReplayDifference] {
    Set(before.keys).union(now.keys)
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .filter { before[$0] != now[$0] }
      .map { ReplayDifference(kind: kind, subject: $0, recorded: before[$0], found: now[$0]) }
  }

  private func difference(
    _ kind: ReplayDifference.Kind, _ recorded: Manifest.Output, _ now: Manifest.Output?
  ) -> ReplayDifference? {
    guard recorded.fingerprint != now?.fingerprint else { return nil }
    return ReplayDifference(
      kind: kind, subject: recorded.path, recorded: recorded.fingerprint,
      found: now?.fingerprint)
  }
}

extension Manifest.Output {
  /// What identifies the file: its bytes, or a PDF's text and pages.
  var fingerprint: String {
    sha256 ?? "\(textSHA256 ?? "—") (\(pages ?? 0) p.)"
  }
}
