/// How much a finding weighs.
public enum Severity: String, Sendable, Comparable {
  /// 阻断: the import stops and writes nothing.
  case blocking
  /// 警告: stored and shown.
  case warning
  /// 提示: worth a look.
  case hint

  private var rank: Int { self == .blocking ? 0 : self == .warning ? 1 : 2 }

  /// Heavier findings sort first.
  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
}

/// One thing that is wrong, doubtful or noteworthy in the input, with its place and a remedy.
///
/// Bad input is not a thrown error but a list of these, so that a planner sees every fault of a
/// file at once (DESIGN §5.14).
public struct InputFault: Hashable, Sendable {
  /// The check that found it, for example `unit.unmatched`; waivers name it.
  public var check: String
  /// How much it weighs.
  public var severity: Severity
  /// The file, relative to the workspace.
  public var file: String
  /// The sheet or layer inside the file.
  public var layer: String?
  /// The row as a spreadsheet numbers it, from 1; for YAML the line.
  public var row: Int?
  /// The column's name, or the key in YAML.
  public var column: String?
  /// The value as found.
  public var value: String?
  /// What is wrong, as a sentence: which rule the value breaks; text of a ``Bilingual``.
  public var rule: String
  /// What to do about it; text of a ``Bilingual``.
  public var remedy: String

  /// Describes a fault, in both languages.
  public init(
    check: String, severity: Severity, file: String, layer: String? = nil, row: Int? = nil,
    column: String? = nil, value: String? = nil, rule: Bilingual, remedy: Bilingual
  ) {
    self.check = check
    self.severity = severity
    self.file = file
    self.layer = layer
    self.row = row
    self.column = column
    self.value = value
    self.rule = rule.text
    self.remedy = remedy.text
  }

  /// What is wrong, in one language.
  public func rule(in language: Language) -> String {
    Bilingual(splitting: rule).text(in: language)
  }

  /// What to do about it, in one language.
  public func remedy(in language: Language) -> String {
    Bilingual(splitting: remedy).text(in: language)
  }
}

extension InputFault: CustomStringConvertible {
  /// One line: `file:row: column “value”: 规则；办法 · rule; remedy [check]`.
  public var description: String {
    var place = file
    if let layer { place += "[\(layer)]" }
    if let row { place += ":\(row)" }
    var subject = ""
    if let column { subject += " \(column)" }
    if let value { subject += " “\(value)”" }
    let words = Bilingual(splitting: rule).followed(by: Bilingual(splitting: remedy)).text
    return "\(place):\(subject.isEmpty ? "" : subject + ":") \(words) [\(check)]"
  }
}
