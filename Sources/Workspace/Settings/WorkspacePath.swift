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
    func refuse(_ rule: Bilingual, _ remedy: Bilingual) -> String? {
      faults.add("settings.path", at: entry, value: text, rule: rule, remedy: remedy)
      return nil
    }
    if text.isEmpty || text.hasSuffix("/") {
      return refuse(
        Bilingual("此处应为文件", "a file is expected here"),
        Bilingual(
          "写文件名，如 geodata/a.csv", "write the file's name, for example geodata/a.csv"))
    }
    if text.contains("\\") || text.utf8.dropFirst().first == UInt8(ascii: ":") {
      return refuse(
        Bilingual("路径用 / 分隔", "paths are written with /"),
        Bilingual("例如 geodata/units.csv", "write for example geodata/units.csv"))
    }
    if text.hasPrefix("~") {
      return refuse(
        Bilingual("不支持以 ~ 开头的路径", "~ is not expanded"),
        Bilingual("写相对于 yike.yaml 的路径", "write a path relative to yike.yaml"))
    }
    let parts = text.split(separator: "/").filter { $0 != "." }
    if parts.contains("..") {
      return refuse(
        Bilingual("路径指向工作区之外", "the path leads out of the workspace"),
        Bilingual("将文件放入工作区文件夹", "put the file into the workspace's folder"))
    }
    guard text.hasPrefix("/") else { return parts.joined(separator: "/") }
    faults.add(
      "settings.path_absolute", at: entry, value: text,
      rule: Bilingual(
        "文件在工作区之外，工作区无法单独移交",
        "the file lies outside the workspace, which cannot be handed on without it"),
      remedy: Bilingual(
        "可能时将文件放入工作区文件夹",
        "put the file into the workspace's folder where that is possible"),
      severity: .warning)
    return "/" + parts.joined(separator: "/")
  }
}
