import PlanningModel
import Yams

/// Reads the text of a YAML file into entries with their places.
public enum YAMLFile {
  /// More values than any workspace needs; anchors that multiply reach it quickly.
  static let maximumValues = 200_000

  /// Parses one document.
  ///
  /// - Parameters:
  ///   - text: the content of the file.
  ///   - file: its name for messages, relative to the workspace.
  /// - Returns: the root; an empty file gives an empty mapping.
  /// - Throws: `WorkError` (`malformed`) with the line, for text that is not one YAML document,
  ///   for a key given twice, and for files that expand beyond all measure.
  public static func parse(_ text: String, file: String) throws -> YAMLEntry {
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw failure(error, file: file)
    }
    guard let root else {
      return YAMLEntry(file: file, line: 1, path: "", content: .mapping([]))
    }
    var budget = maximumValues
    return try entry(root, file: file, path: "", line: 1, budget: &budget)
  }

  private static func entry(
    _ node: Node, file: String, path: String, line: Int, budget: inout Int
  ) throws -> YAMLEntry {
    budget -= 1
    guard budget > 0 else {
      throw WorkError(
        .malformed, operation: "read YAML", subject: file,
        message: "the file holds more than \(maximumValues) values once anchors are expanded",
        remedy: "remove repeated anchors (&, *), or split the file")
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
            message: "a key is not a text", remedy: "write a plain word before the colon")
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
        message: "an alias points nowhere", remedy: "write the value out")
    }
  }

  private static func failure(_ error: YamlError, file: String) -> WorkError {
    var place = file
    let message: String
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      place += ":\(mark.line):\(mark.column)"
      message = problem
    case .duplicatedKeysInMapping(let keys, let context):
      place += ":\(context.mark.line)"
      message = "the key “\(keys.joined(separator: "”, “"))” is given twice"
    case .reader(let problem, let offset, _, _):
      message = offset.map { "\(problem) at byte \($0)" } ?? problem
    default:
      message = "the text is not YAML"
    }
    return WorkError(
      .malformed, operation: "read YAML", subject: place, message: message,
      remedy: "check indentation, quotes and colons near that line")
  }
}
