import Foundation
import PlanningModel

extension WorkspaceFolder {
  /// The file of the planner's decisions; a workspace need not have one.
  public static let decisionsName = "decisions.yaml"

  /// The decisions of a workspace; none where it has no file of them.
  ///
  /// - Throws: `WorkError` (`blocked`) with all faults of the file.
  static func decisions(at root: URL) throws -> [PlannerDecision] {
    let url = root.appendingPathComponent(decisionsName)
    guard let data = FileManager.default.contents(atPath: url.path) else { return [] }
    let text = String(decoding: data, as: UTF8.self)
    let (decisions, faults) = try DecisionsReader.read(text: text, file: decisionsName)
    guard faults.isEmpty else {
      throw WorkError(
        .blocked, operation: "read decisions", subject: decisionsName,
        message: Bilingual("有 \(faults.count) 处错误", "\(faults.count) faults"),
        remedy: Bilingual("按所列各行更正", "correct the lines named"), faults: faults)
    }
    return decisions
  }

  /// Adds decisions at the end of the file, which is made where there is none; what stands in it
  /// already stays as it is.
  ///
  /// - Throws: `WorkError` (`unwritable`).
  public func append(_ decisions: [PlannerDecision]) throws {
    let url = root.appendingPathComponent(Self.decisionsName)
    var text =
      FileManager.default.contents(atPath: url.path).map { String(decoding: $0, as: UTF8.self) }
        ?? """
        # 台账中有歧义之处的决定：每次导入都照此处理；不再适用的由 yike check 指出。
        # What was decided where ledgers can be read in two ways: applied at every import.
        schema: \(DecisionsReader.schema)
        decisions:

        """
    if !text.hasSuffix("\n") { text += "\n" }
    for decision in decisions {
      var pairs = [(decision.kind.rawValue, decision.value), ("file", decision.file)]
      if decision.kind != .fillDown { pairs.append(("means", decision.meaning)) }
      if let reason = decision.reason { pairs.append(("reason", reason)) }
      let line = pairs.map { "\($0.0): \(Self.quoted($0.1))" }.joined(separator: ", ")
      text += "  - {\(line)}\n"
    }
    do {
      try Data(text.utf8).write(to: url, options: .atomic)
    } catch {
      throw WorkError(
        .unwritable, operation: "write decisions", subject: Self.decisionsName,
        message: Bilingual("无法写入（\(error.localizedDescription)）", error.localizedDescription),
        remedy: Bilingual("检查文件夹权限", "check the folder's permissions"))
    }
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}

extension WorkspaceSettings {
  /// The settings with the decisions put to their sources.
  func applying(_ decisions: [PlannerDecision]) -> WorkspaceSettings {
    var settings = self
    settings.decisions = decisions
    for index in settings.sources.indices {
      for decision in decisions where decision.file == settings.sources[index].file {
        switch decision.kind {
        case .unit: settings.sources[index].unitNames[decision.value] = decision.meaning
        case .column: settings.sources[index].columns[decision.value] = decision.meaning
        case .fillDown:
          if !settings.sources[index].fillDown.contains(decision.value) {
            settings.sources[index].fillDown.append(decision.value)
          }
        }
      }
    }
    return settings
  }
}
