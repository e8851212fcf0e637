public import Planning
public import PlanningModel
import Workspace

/// All files of one run's folder, in memory; whoever asks for them writes them.
public enum ReportFolder {
  /// A file of the folder.
  public struct File: Sendable {
    /// The name inside the folder.
    public let name: String
    /// The bytes.
    public let bytes: [UInt8]
  }

  /// Renders every file; the manifest is the last and holds the hashes of the others.
  ///
  /// - Parameters:
  ///   - evaluation: what was found out.
  ///   - language: the language of the report.
  ///   - version: the program's version.
  ///   - byteOrderMark: whether CSV files begin with a byte-order mark, for Excel.
  /// - Throws: what the JSON encoder or the templates throw, which no evaluation brings about.
  public static func render(
    _ evaluation: Evaluation, language: Language, version: String, byteOrderMark: Bool = false
  ) throws -> [File] {
    let document = ReportDocument(evaluation, language: language, version: version)
    var files = [
      File(name: "report.html", bytes: Array(try ReportHTML.text(document).utf8)),
      File(name: "report.md", bytes: Array(try ReportMarkdown.text(document).utf8)),
      File(
        name: "targets.csv", bytes: TargetsCSV.bytes(evaluation, byteOrderMark: byteOrderMark)),
      File(name: "targets.json", bytes: try TargetsJSON.bytes(evaluation, version: version)),
    ]
    let suppression = CoverageSuppression(evaluation)
    for (table, key) in zip(evaluation.coverage, CoverageKeys.keys(of: evaluation.coverage)) {
      files.append(
        File(
          name: coverageName(key: key),
          bytes: CoverageCSV.bytes(
            [suppression.applied(to: table)], byteOrderMark: byteOrderMark)))
    }
    files.append(
      File(
        name: "missing-units.csv",
        bytes: TargetsCSV.missingUnits(evaluation, byteOrderMark: byteOrderMark)))
    files.append(
      File(name: "evaluation.geojson", bytes: EvaluationGeoJSON.bytes(evaluation)))
    if let map = document.mapDrawing {
      files.append(File(name: mapName, bytes: Array(map.utf8)))
    }
    files.append(
      File(
        name: "manifest.json",
        bytes: try Manifest.bytes(
          evaluation, language: language, version: version,
          outputs: files.map { ($0.name, $0.bytes) })))
    return files
  }

  /// The folder's name under `reports/`: date, scenario, and a hash of inputs and parameters.
  public static func folderName(_ evaluation: Evaluation) -> String {
    var text = evaluation.inputs.map { "\($0.path) \($0.sha256)\n" }.joined()
    text += evaluation.parameters.map { "\($0.key)=\($0.value)\n" }.joined()
    let hash = SHA256Digest.hexadecimal(of: Array(text.utf8)).prefix(8)
    return "\(evaluation.asOf)-\(fileName(evaluation.scenario ?? "baseline"))-\(hash)"
  }

  static let mapName = "map.svg"

  static func coverageName(key: String) -> String { "coverage-\(fileName(key)).csv" }

  /// A text without what file systems do not take in names.
  private static func fileName(_ text: String) -> String {
    let kept = text.unicodeScalars.map { scalar -> Character in
      let isPlain =
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar == "-" || scalar == "_"
      return isPlain ? Character(scalar) : "-"
    }
    return String(kept.prefix(60))
  }
}

extension ReportDocument {
  /// The map as a file of its own; nil when there is nothing to draw.
  var mapDrawing: String? {
    for case .figure(let svg, _) in sections.flatMap(\.blocks) { return svg }
    return nil
  }
}
