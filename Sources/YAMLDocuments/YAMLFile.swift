import PlanningModel
import Yams

/// Reads the text of a YAML file into entries with their places.
public enum YAMLFile {
  /// Parses one document.
  ///
  /// - Parameters:
  ///   - text: the content of the file.
  ///   - file: its name for messages, relative to the workspace.
  ///   - limits: how much it may hold.
  /// - Returns: the root; an empty file gives an empty mapping.
  /// - Throws: `WorkError` (`malformed`) with the line, for text that is not one YAML document,
  ///   for a key given twice, and for files that expand beyond all measure.
  public static func parse(
    _ text: String, file: String, limits: YAMLLimits = YAMLLimits()
  ) throws -> YAMLEntry {
    try limits.check(text, file: file)
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw failure(error, file: file)
    }
    guard let root else {
      return YAMLEntry(file: file, line: 1, path: "", content: .mapping([]))
    }
    var budget = Budget(limits: limits, nodes: limits.nodes, depth: limits.depth)
    return try entry(root, file: file, path: "", line: 1, budget: &budget)
  }

  /// What is left of the limits while a tree is walked.
  private struct Budget {
    let limits: YAMLLimits
    var nodes: Int
    var depth: Int
  }

  private static func entry(
    _ node: Node, file: String, path: String, line: Int, budget: inout Budget
  ) throws -> YAMLEntry {
    budget.nodes -= 1
    budget.depth -= 1
    defer { budget.depth += 1 }
    guard budget.nodes > 0 else {
      throw budget.limits.failure(
        file, line: node.mark?.line ?? line,
        Bilingual(
          "展开锚点后，文件中的值超过 \(budget.limits.nodes) 个",
          "the file holds more than \(budget.limits.nodes) values once anchors are expanded"))
    }
    guard budget.depth > 0 else {
      throw budget.limits.failure(
        file, line: node.mark?.line ?? line,
        Bilingual(
          "层级超过 \(budget.limits.depth) 层", "values lie more than \(budget.limits.depth) deep"))
    }
    let line = node.mark?.line ?? line
    func made(_ content: YAMLEntry.Content) -> YAMLEntry {
      YAMLEntry(file: file, line: line, path: path, content: content)
    }
    switch node {
    case .scalar(let scalar):
      let plain = scalar.style == .plain || scalar.style == .any
      let nulls = ["", "~", "null", "Null", "NULL"]
      return plain && nulls.contains(scalar.string)
        ? made(.null) : made(.scalar(scalar.string, isPlain: plain))
    case .sequence(let items):
      var entries: [YAMLEntry] = []
      for (index, item) in items.enumerated() {
        let place = "\(path)[\(index)]"
        entries.append(
          try entry(item, file: file, path: place, line: line, budget: &budget))
      }
      return made(.sequence(entries))
    case .mapping(let pairs):
      var entries: [(key: String, line: Int, value: YAMLEntry)] = []
      for (key, value) in pairs {
        guard case .scalar(let name) = key else {
          throw WorkError(
            .malformed, operation: "read YAML", subject: "\(file):\(key.mark?.line ?? line)",
            message: Bilingual("键不是文字", "a key is not a text"),
            remedy: Bilingual("冒号前写一个普通的词", "write a plain word before the colon"))
        }
        let place = path.isEmpty ? name.string : "\(path).\(name.string)"
        let keyLine = name.mark?.line ?? line
        entries.append(
          (
            name.string, keyLine,
            try entry(value, file: file, path: place, line: keyLine, budget: &budget)
          ))
      }
      return made(.mapping(entries))
    case .alias:
      throw WorkError(
        .malformed, operation: "read YAML", subject: "\(file):\(line)",
        message: Bilingual("别名（*）没有对应的锚点（&）", "an alias points nowhere"),
        remedy: Bilingual("直接写出该值", "write the value out"))
    }
  }

  private static func failure(_ error: YamlError, file: String) -> WorkError {
    var place = file
    let message: Bilingual
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      place += ":\(mark.line):\(mark.column)"
      message = Bilingual("YAML 书写有误（\(problem)）", problem)
    case .duplicatedKeysInMapping(let keys, let context):
      place += ":\(context.mark.line)"
      message = Bilingual(
        "键“\(keys.joined(separator: "”、“"))”重复",
        "the key “\(keys.joined(separator: "”, “"))” is given twice")
    case .reader(let problem, let offset, _, let text):
      let before = text.utf8.prefix(offset ?? 0)
      place += ":\(before.count { $0 == UInt8(ascii: "\n") } + 1)"
      let byte = offset.map { Bilingual("第 \($0) 字节：", " at byte \($0)") }
      message = Bilingual(
        "\(byte?.chinese ?? "")文字无法读取（\(problem)）", problem + (byte?.english ?? ""))
    default:
      message = Bilingual("内容不是 YAML", "the text is not YAML")
    }
    return WorkError(
      .malformed, operation: "read YAML", subject: place, message: message,
      remedy: Bilingual(
        "检查该行附近的缩进、引号和冒号", "check indentation, quotes and colons near that line"))
  }
}
