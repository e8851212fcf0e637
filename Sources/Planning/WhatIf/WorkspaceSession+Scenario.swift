import Foundation
import PlanningModel
import Scenarios
import Targets
import Workspace

extension WorkspaceSession {
  /// Reads the scenario of a request with everything that it extends; nil for the baseline.
  ///
  /// - Throws: `WorkError` (`blocked`) with all faults of all files.
  func scenario(_ request: EvaluationRequest, _ district: District) throws -> Scenario? {
    guard let text = request.scenario else { return nil }
    let reader = ScenarioReader(
      names: UnitNames(district.units, aliases: settings.aliases(in: district)),
      kinds: Set(settings.serviceTypes.map(\.id)),
      registers: Set(settings.registers.map(\.id)), cohorts: Set(settings.cohorts.map(\.id)))
    let (read, faults) = try reader.scenario(text.text, file: text.name, base: Self.base)
    try refuse(faults, "read scenario", text.name)
    return read
  }

  /// The file of that name in the folder of the file that extends it.
  private static func base(_ name: String, _ from: String) -> (file: String, text: String)? {
    let folder = URL(filePath: from).deletingLastPathComponent()
    let url = folder.appending(path: name)
    // A name, not a path: a scenario can be moved with its folder.
    guard url.lastPathComponent == name,
      let data = FileManager.default.contents(atPath: url.path(percentEncoded: false)),
      let text = String(data: data, encoding: .utf8)
    else { return nil }
    let parent = from.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return ((parent + [Substring(name)]).joined(separator: "/"), text)
  }
}

extension Scenario {
  /// The files as inputs of a run, named by their place in the workspace or by their names,
  /// never by an outside path.
  var inputs: [InputRecord] {
    files.enumerated().map { position, source in
      InputRecord(
        path: "scenarios/\(URL(filePath: source.file).lastPathComponent)",
        // The last is the scenario itself; the others are those that it extends.
        role: position == files.count - 1 ? "scenario" : "scenario_base",
        sha256: SHA256Digest.hexadecimal(of: source.text), provenance: nil, publisher: nil)
    }
  }
}
