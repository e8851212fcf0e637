/// A value of a YAML file that remembers its file, line and key path.
///
/// Scalars stay the text that stands in the file: shares become `ExactDecimal` and never pass
/// through a double; whether `yes` means true is decided where a boolean is expected.
public struct YAMLEntry: Sendable {
  /// What stands there.
  public indirect enum Content: Sendable {
    /// Nothing: an empty value, `~` or `null`.
    case null
    /// A text; `isPlain` when it is not quoted.
    case scalar(String, isPlain: Bool)
    /// A list.
    case sequence([YAMLEntry])
    /// Keys with values, in the order of the file.
    case mapping([(key: String, line: Int, value: YAMLEntry)])
  }

  /// The file, relative to the workspace.
  public let file: String
  /// The line, from 1.
  public let line: Int
  /// The keys that lead here, for example `targets[3].due.date`.
  public let path: String
  /// What stands there.
  public let content: Content

  init(file: String, line: Int, path: String, content: Content) {
    self.file = file
    self.line = line
    self.path = path
    self.content = content
  }

  /// Whether nothing stands there.
  public var isNull: Bool {
    if case .null = content { true } else { false }
  }

  /// The value of a key, without complaint when it is absent or this is no mapping.
  public func find(_ key: String) -> YAMLEntry? {
    guard case .mapping(let pairs) = content,
      let value = pairs.first(where: { $0.key == key })?.value, !value.isNull
    else { return nil }
    return value
  }

  /// The value as short text for messages.
  var summary: String {
    switch content {
    case .null: "null"
    case .scalar(let text, _): text
    case .sequence(let items): "[… × \(items.count)]"
    case .mapping(let pairs):
      "{" + pairs.prefix(4).map { "\($0.key): …" }.joined(separator: ", ") + "}"
    }
  }
}
