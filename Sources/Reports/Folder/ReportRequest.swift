public import PlanningModel

/// In which language and forms a report is wanted.
public struct ReportRequest: Sendable {
  /// The language of the report.
  public var language: Language
  /// The program's version.
  public var version: String
  /// The forms of the report.
  public var outputs: [ReportOutput]
  /// Whether the page holds an interactive map, where Leaflet is installed.
  public var isInteractive: Bool
  /// Whether CSV files begin with a byte-order mark, for Excel.
  public var byteOrderMark: Bool

  /// Asks for a report.
  public init(
    language: Language, version: String, outputs: [ReportOutput] = ReportOutput.usual,
    isInteractive: Bool = true, byteOrderMark: Bool = false
  ) {
    self.language = language
    self.version = version
    self.outputs = outputs
    self.isInteractive = isInteractive
    self.byteOrderMark = byteOrderMark
  }
}
