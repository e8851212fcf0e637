/// A form of the report that can be asked for; tables, layers and the manifest come with each.
public enum ReportOutput: String, Sendable, CaseIterable {
  /// One offline page.
  case html
  /// Text with tables.
  case md
  /// An editable document, through pandoc.
  case docx
  /// Pages as printed, through Chromium.
  case pdf
  /// The annexes as a workbook.
  case xlsx

  /// What is written when nobody asks for anything else.
  public static let usual: [ReportOutput] = [.html, .md]

  /// The file in the run's folder.
  public var fileName: String { "report.\(rawValue)" }

  /// Reads `html,docx`; nil when a word is none of them or the list is empty.
  public static func list(_ text: String) -> [ReportOutput]? {
    let words = text.split(separator: ",", omittingEmptySubsequences: false)
    let outputs = words.compactMap { ReportOutput(rawValue: $0.trimming(" ")) }
    guard !outputs.isEmpty, outputs.count == words.count else { return nil }
    return allCases.filter(outputs.contains)
  }
}

extension Substring {
  /// Without a character at both ends.
  fileprivate func trimming(_ character: Character) -> String {
    var text = self
    while text.first == character { text.removeFirst() }
    while text.last == character { text.removeLast() }
    return String(text)
  }
}
