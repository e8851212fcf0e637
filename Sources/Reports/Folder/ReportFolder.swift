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

    /// A PDF is known by its text and pages: its bytes depend on the machine's fonts.
    init(pdf bytes: [UInt8], name: String) throws {
      self.name = name
      self.bytes = bytes
      let text = try PDFText(of: bytes)
      record = Manifest.Output(path: name, textSHA256: text.sha256, pages: text.pages)
    }
  }

  /// Renders every file; the manifest is the last and holds the hashes of the others.
  ///
  /// - Parameters:
  ///   - evaluation: what was found out.
  ///   - comparisons: what is set beside it.
  ///   - request: the language, the version and the forms that are wanted.
  /// - Throws: `WorkError` when a program that a form needs is absent or fails.
  public static func render(
    _ evaluation: Evaluation, comparisons: EvaluationComparisons = .none, _ request: ReportRequest
  ) throws -> [File] {
    let document = ReportDocument(
      evaluation, language: request.language, version: request.version, comparisons: comparisons)
    var files: [File] = []
    var tools: [Manifest.Tool] = []
    for output in request.outputs {
      let (file, used) = try self.file(output, document, evaluation, comparisons, request)
      files.append(file)
      tools += used
    }
    files += try tables(evaluation, request)
    if let plan = comparisons.plan {
      files += [
        File(
          name: "plan.csv", bytes: PlanLayers.csv(plan, byteOrderMark: request.byteOrderMark)),
        File(name: "plan.json", bytes: PlanJSON.bytes(plan, version: request.version)),
      ]
    }
    files += document.drawings.map { File(name: "\($0.name).svg", bytes: Array($0.svg.utf8)) }
    let manifest = Manifest(evaluation, request, tools: tools, files: files)
    files.append(File(name: manifestName, bytes: try manifest.bytes()))
    return files
  }

  private static func file(
    _ output: ReportOutput, _ document: ReportDocument, _ evaluation: Evaluation,
    _ comparisons: EvaluationComparisons, _ request: ReportRequest
  ) throws -> (file: File, tools: [Manifest.Tool]) {
    let name = output.fileName
    switch output {
    case .html:
      let leaflet = request.isInteractive ? LeafletLibrary.installed : nil
      let page = try ReportHTML.text(document, leaflet: leaflet)
      return (File(name: name, bytes: Array(page.utf8)), leaflet.map { [$0.tool] } ?? [])
    case .md:
      return (File(name: name, bytes: Array(try ReportMarkdown.text(document).utf8)), [])
    case .xlsx:
      let context = ReportContext(
        evaluation, language: request.language, comparisons: comparisons)
      return (File(name: name, bytes: try ReportWorkbook(document, context: context).bytes()), [])
    case .docx:
      let drawn = try DrawnPictures(document)
      let word = ReportWord(document: document, pictures: drawn.pictures)
      return (File(name: name, bytes: word.bytes), drawn.tools)
    case .pdf:
      let pdf = try ReportPDF(printing: try ReportHTML.text(document))
      return (try File(pdf: pdf.bytes, name: name), pdf.tools)
    }
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
  /// The drawings, each a file of its own too.
  var drawings: [(name: String, svg: String)] {
    sections.flatMap(\.blocks).compactMap { block in
      guard case .figure(let name, let svg, _) = block else { return nil }
      return (name, svg)
    }
  }
}
