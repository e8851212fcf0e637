import Foundation
import PlanningModel
import RoadNetwork
import Workspace

/// The road rules of a workspace: its file of rules, or the numbers of `yike.yaml`.
struct RoadRulesSource {
  private let folder: WorkspaceFolder

  init(_ folder: WorkspaceFolder) { self.folder = folder }

  /// Rules with all faults of their file and its hash.
  struct Contents {
    var rules: RoadRules
    var faults: [InputFault]
    var inputs: [InputRecord]
  }

  /// Reads the file that `travel.road_rules` names, if it names one.
  ///
  /// - Throws: `WorkError` for a file that cannot be read or is not YAML.
  func read() throws -> Contents {
    guard let name = folder.settings.travel.roadRulesFile else {
      return Contents(rules: folder.settings.travel.roadRules, faults: [], inputs: [])
    }
    let url = folder.url(of: name)
    let hash = try FileDigest.sha256(of: url, name: name)
    let (rules, faults) = try RoadRulesFile.read(url, name: name)
    return Contents(
      rules: rules, faults: faults,
      inputs: [
        InputRecord(
          path: name, role: "road_rules", sha256: hash, provenance: nil, publisher: nil)
      ])
  }
}

/// A file of road rules, wherever it lies.
enum RoadRulesFile {
  /// Reads it over the defaults.
  ///
  /// - Throws: `WorkError` for a file that cannot be read or is not YAML.
  static func read(_ url: URL, name: String) throws -> (RoadRules, [InputFault]) {
    guard let bytes = FileManager.default.contents(atPath: url.path) else {
      throw WorkError(
        .unreadable, operation: "read road rules", subject: name,
        message: Bilingual("没有这个文件，或无法读取", "there is no such file, or it cannot be read"),
        remedy: Bilingual("更正文件名", "correct its name"))
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw WorkError(
        .unreadable, operation: "read road rules", subject: name,
        message: Bilingual("文件不是 UTF-8 文字", "the file is not UTF-8 text"),
        remedy: Bilingual("另存为 UTF-8", "save it as UTF-8"))
    }
    return try RoadRulesReader.read(text: text, file: name)
  }
}

extension TravelSettings {
  /// The rules of the road under the numbers of `yike.yaml`.
  fileprivate var roadRules: RoadRules {
    var rules = RoadRules()
    for speed in speeds {
      for index in rules.classes.indices
      where rules.classes[index].highway == speed.roadClass
        || rules.classes[index].highway == "\(speed.roadClass)_link"
      {
        rules.classes[index].speedKilometresPerHour = speed.kilometresPerHour.doubleValue
      }
    }
    rules.motorSpeedCapKilometresPerHour = motorCapKilometresPerHour.doubleValue
    rules.mountainGrade = mountain.grade.doubleValue
    rules.mountainSpeedShare = mountain.factor.doubleValue
    return rules
  }
}
