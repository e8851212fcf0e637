import Foundation
public import PlanningModel

/// Findings on the data as a table, as CSV and as JSON.
public enum FindingsText {
  /// A table in one language, the heaviest findings first, and a line that counts them.
  public static func table(
    _ findings: [InputFault], language: Language, colours: Bool = false
  ) -> String {
    let sorted = findings.sorted { $0.severity < $1.severity }
    let table = TextTable(
      columns: [
        .init(language("级别", "Severity")), .init(language("检查", "Check")),
        .init(language("位置", "Place")), .init(language("值", "Value")),
        .init(language("规则", "Rule")), .init(language("办法", "Remedy")),
      ],
      rows: sorted.map { finding in
        [
          .init(
            word(finding.severity, language),
            style: finding.severity == .blocking ? .bad : .plain),
          .init(finding.check), .init(place(finding)),
          .init(
            shortened([finding.column, finding.value].compactMap { $0 }.joined(separator: " "))),
          .init(finding.rule(in: language)), .init(finding.remedy(in: language)),
        ]
      })
    let counts = [Severity.blocking, .warning, .hint].map { severity in
      "\(word(severity, language)) \(findings.count { $0.severity == severity })"
    }
    return (findings.isEmpty ? "" : table.rendered(colours: colours) + "\n")
      + counts.joined(separator: language("，", ", ")) + "\n"
  }

  /// RFC 4180, one row a finding, in the order of the checks; rule and remedy in both languages.
  public static func csv(_ findings: [InputFault], byteOrderMark: Bool = false) -> [UInt8] {
    var csv = CSVText(
      header: ["check", "severity", "file", "layer", "row", "column", "value", "rule", "remedy"],
      byteOrderMark: byteOrderMark)
    for finding in findings {
      csv.append([
        finding.check, finding.severity.rawValue, finding.file, finding.layer,
        finding.row.map { String($0) }, finding.column, finding.value, finding.rule,
        finding.remedy,
      ])
    }
    return csv.bytes
  }

  private struct Document: Encodable {
    let schema = "yike-findings/1"
    let version = YikeVersion.text
    let findings: [Entry]
  }

  private struct Entry: Encodable {
    let finding: InputFault

    private enum Key: String, CodingKey {
      case check, severity, file, layer, row, column, value, rule, remedy
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(finding.check, forKey: .check)
      try container.encode(finding.severity.rawValue, forKey: .severity)
      try container.encode(finding.file, forKey: .file)
      try container.encode(finding.layer, forKey: .layer)
      try container.encode(finding.row, forKey: .row)
      try container.encode(finding.column, forKey: .column)
      try container.encode(finding.value, forKey: .value)
      try container.encode(finding.rule, forKey: .rule)
      try container.encode(finding.remedy, forKey: .remedy)
    }
  }

  /// JSON: `{"schema": "yike-findings/1", "version", "findings": [...]}`; rule and remedy in both
  /// languages.
  public static func json(_ findings: [InputFault]) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(Document(findings: findings.map(Entry.init)))) + [10]
  }

  private static func word(_ severity: Severity, _ language: Language) -> String {
    switch severity {
    case .blocking: language("阻断", "blocking")
    case .warning: language("警告", "warning")
    case .hint: language("提示", "hint")
    }
  }

  private static func place(_ finding: InputFault) -> String {
    var place = finding.file
    if let layer = finding.layer { place += "[\(layer)]" }
    if let row = finding.row { place += ":\(row)" }
    return place
  }

  private static func shortened(_ text: String) -> String {
    text.count > 40 ? text.prefix(39) + "…" : text
  }
}
