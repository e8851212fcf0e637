public import Planning
import PlanningModel
import Workspace

/// All files of one run's folder, in memory; whoever asks for them writes them.
public enum ReportFolder {
  /// A file of the folder.
  public struct File: Sendable {
    /// The name inside the folder.
    public let name: String
    /// The bytes.
    public let bytes: [UInt8]
    /// What the manifest says of it.
    let record: Manifest.Output

    init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
      record = Manifest.Output(path: name, sha256: SHA256Digest.hexadecimal(of: bytes))
    }
  }

  /// Renders every file; the manifest is the last and holds the hashes of the others.
  ///
  /// - Parameters:
  ///   - evaluation: what was found out.
  ///   - request: the language, the version and the forms that are wanted.
  /// - Throws: `WorkError` when a program that a form needs is absent or fails.
  public static func render(_ evaluation: Evaluation, _ request: ReportRequest) throws -> [File] {
    let document = ReportDocument(
      evaluation, language: request.language, version: request.version)
    var files: [File] = []
    for output in request.outputs {
      files.append(try file(output, document, evaluation, request))
    }
    files += try tables(evaluation, request)
    if let map = document.mapDrawing {
      files.append(File(name: mapName, bytes: Array(map.utf8)))
    }
    let manifest = Manifest(evaluation, request, tools: [], files: files)
    files.append(File(name: manifestName, bytes: try manifest.bytes()))
    return files
  }

  private static func file(
    _ output: ReportOutput, _ document: ReportDocument, _ evaluation: Evaluation,
    _ request: ReportRequest
  ) throws -> File {
    let bytes: [UInt8] =
      switch output {
      case .html: Array(try ReportHTML.text(document).utf8)
      case .md: Array(try ReportMarkdown.text(document).utf8)
      case .xlsx:
        try ReportWorkbook(
          document, context: ReportContext(evaluation, language: request.language)
        ).bytes()
      case .docx, .pdf: []
      }
    return File(name: output.fileName, bytes: bytes)
  }

  /// The tables and layers that come with every form.
  private static func tables(_ evaluation: Evaluation, _ request: ReportRequest) throws -> [File] {
    let mark = request.byteOrderMark
    var files = [
      File(name: "targets.csv", bytes: TargetsCSV.bytes(evaluation, byteOrderMark: mark)),
      File(
        name: "targets.json", bytes: try TargetsJSON.bytes(evaluation, version: request.version)),
    ]
    let suppression = CoverageSuppression(evaluation)
    for (table, key) in zip(evaluation.coverage, CoverageKeys.keys(of: evaluation.coverage)) {
      files.append(
        File(
          name: coverageName(key: key),
          bytes: CoverageCSV.bytes([suppression.applied(to: table)], byteOrderMark: mark)))
    }
    files.append(
      File(
        name: "missing-units.csv",
        bytes: TargetsCSV.missingUnits(evaluation, byteOrderMark: mark)))
    files.append(
      File(name: "evaluation.geojson", bytes: EvaluationGeoJSON.bytes(evaluation)))
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
  static let manifestName = "manifest.json"

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
