import PlanningModel
import YAMLDocuments

/// The rule for paths in `yike.yaml`: relative to the workspace and inside it.
///
/// A path that climbs out with `..` is refused, because the workspace could not be handed on. An
/// absolute path is read, with a warning, for registers that must stay on a shared drive.
enum WorkspacePath {
  /// The path in its plain form; nil, with a fault, when it is not allowed.
  static func read(_ entry: YAMLEntry, _ faults: inout YAMLFaults) -> String? {
    guard let text = faults.text(entry) else { return nil }
    func refuse(_ rule: String, _ remedy: String) -> String? {
      faults.add("settings.path", at: entry, value: text, rule: rule, remedy: remedy)
      return nil
    }
    if text.isEmpty || text.hasSuffix("/") {
      return refuse("a file is expected here", "write the file's name, for example geodata/a.csv")
    }
    if text.contains("\\") || text.utf8.dropFirst().first == UInt8(ascii: ":") {
      return refuse("paths are written with /", "write for example geodata/units.csv")
    }
    if text.hasPrefix("~") {
      return refuse("~ is not expanded", "write a path relative to yike.yaml")
    }
    let parts = text.split(separator: "/").filter { $0 != "." }
    if parts.contains("..") {
      return refuse(
        "the path leads out of the workspace", "put the file into the workspace's folder")
    }
    guard text.hasPrefix("/") else { return parts.joined(separator: "/") }
    faults.add(
      "settings.path_absolute", at: entry, value: text,
      rule: "the file lies outside the workspace, which cannot be handed on without it",
      remedy: "put the file into the workspace's folder where that is possible",
      severity: .warning)
    return "/" + parts.joined(separator: "/")
  }
}
