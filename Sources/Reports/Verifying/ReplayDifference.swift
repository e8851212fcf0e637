public import PlanningModel

/// Something in which a run cannot be repeated, or came out otherwise.
public struct ReplayDifference: Sendable, Hashable {
  /// What differs.
  public enum Kind: String, Sendable {
    /// An input file is missing or has other bytes.
    case input
    /// A parameter has another value.
    case parameter
    /// A tool or the program has another version.
    case tool
    /// A file of the folder is missing or was changed after it was made.
    case stored
    /// A file came out otherwise.
    case output
  }

  /// What differs.
  public var kind: Kind
  /// The file, the parameter or the tool.
  public var subject: String
  /// What the manifest says; nil where it says nothing of it.
  public var recorded: String?
  /// What is there now; nil where there is nothing.
  public var found: String?

  /// One line, in both languages.
  public func text(in language: Language) -> String {
    let word =
      switch kind {
      case .input: language("输入文件", "input")
      case .parameter: language("参数", "parameter")
      case .tool: language("工具版本", "tool")
      case .stored: language("报告文件（现存）", "report file (as it lies there)")
      case .output: language("报告文件（重算）", "report file (made again)")
      }
    let nothing = language("无", "none")
    return language(
      "\(word) \(subject)：清单为 \(recorded ?? nothing)，现为 \(found ?? nothing)",
      "\(word) \(subject): the manifest says \(recorded ?? nothing), now \(found ?? nothing)")
  }
}
