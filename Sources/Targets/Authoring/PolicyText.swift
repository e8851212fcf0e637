import PlanningModel
import YAMLDocuments

/// The text of a policy file, to which entries are added without touching what stands there.
public struct PolicyText: Sendable {
  /// The file, relative to the workspace.
  public let name: String
  private var lines: [String]
  private let indent: String
  private var insertion: Int

  /// Starts a new file.
  public init(newFile name: String, about title: String) {
    self.name = name
    lines = [
      "# \(title) 的承诺，一条一项。引文逐字摘录，标题为自拟。",
      "# The promises of \(title), one entry each. Quotes are verbatim.",
      "schema: yike-policies/1", "targets:",
    ]
    indent = "  "
    insertion = lines.count
  }

  /// Takes up a file; entries go to the end of its `targets`.
  ///
  /// - Throws: `WorkError` (`malformed`) for text that is not YAML, or whose targets are not
  ///   written one below the other.
  public init(_ text: String, name: String) throws {
    self.name = name
    let root = try YAMLFile.parse(text, file: name)
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.hasSuffix("\r") ? String($0.dropLast()) : String($0)
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    guard case .mapping(let pairs) = root.content else {
      throw PolicyText.unsuitable(name)
    }
    guard let place = pairs.firstIndex(where: { $0.key == "targets" }) else {
      lines.append("targets:")
      indent = "  "
      insertion = lines.count
      return
    }
    let line = pairs[place].line
    switch pairs[place].value.content {
    case .null: indent = "  "
    case .sequence(let items) where items.isEmpty:
      lines[line - 1] = "targets:"
      indent = "  "
    case .sequence(let items):
      let first = lines[items[0].line - 1]
      guard items[0].line > line, first.drop(while: { $0 == " " }).hasPrefix("- ") else {
        throw PolicyText.unsuitable(name)
      }
      indent = String(first.prefix { $0 == " " })
    default: throw PolicyText.unsuitable(name)
    }
    let after = pairs.filter { $0.line > line }.map(\.line).min()
    insertion = after.map { $0 - 1 } ?? lines.count
    // Blank lines and comments before the next section belong to it.
    while after != nil, insertion > line, isBlankOrComment(lines[insertion - 1]) { insertion -= 1 }
  }

  /// The text with an entry added.
  public func adding(_ entry: PolicyEntry) -> String {
    var all = lines
    let new = entry.yaml(indent: indent).split(separator: "\n").map(String.init)
    all.insert(contentsOf: new, at: insertion)
    return all.joined(separator: "\n") + "\n"
  }

  private func isBlankOrComment(_ line: String) -> Bool {
    let rest = line.drop { $0 == " " || $0 == "\t" }
    return rest.isEmpty || rest.hasPrefix("#")
  }

  private static func unsuitable(_ name: String) -> WorkError {
    WorkError(
      .malformed, operation: "add policy entry", subject: name,
      message: Bilingual(
        "targets 不是逐条列出的清单", "its targets are not a list with one entry below the other"),
      remedy: Bilingual(
        "改为每条一行“- id: …”，或用 --file 另写一个文件",
        "write “- id: …” lines, or name another file with --file"))
  }
}
