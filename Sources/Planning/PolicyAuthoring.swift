import ChineseText
public import Foundation
public import PlanningModel
public import Targets
import Workspace

/// Adds entries to the policy files of a workspace.
///
/// The folder is enough: nothing is imported, so that a planner can begin with the document. What
/// the ledgers would tell (names of units, counts) is checked by the next `check`.
public struct PolicyAuthoring {
  private let folder: WorkspaceFolder
  private let files: [(name: String, text: String)]
  /// Documents, universes and entries as they stand.
  public let policies: Policies

  /// An entry that was made, and where it goes.
  public struct Outcome {
    /// The file, relative to the workspace.
    public var file: String
    /// The entry's lines.
    public var entry: String
    /// The whole new text of the file.
    public var text: String
    /// Warnings on the entry.
    public var warnings: [InputFault]
  }

  /// Reads the policy files of a workspace.
  ///
  /// - Throws: `WorkError` with all faults of `yike.yaml` or of the policy files: entries are not
  ///   added to files that are broken already.
  public init(workspace: URL) throws {
    folder = try WorkspaceFolder(at: workspace)
    files = try PolicySource.files(of: folder)
    let (policies, faults) = PolicyReader.read(files: files, known: Self.known(folder))
    self.policies = policies
    try Self.refuse(faults, subject: "policies")
  }

  /// Makes the entry, and looks at it as the next reading of the files will.
  ///
  /// - Parameters:
  ///   - draft: what the planner gives.
  ///   - choices: how the ambiguous words are read.
  ///   - file: the file it goes into; nil for the one that holds the document's other entries, or
  ///     a new one named after the document.
  /// - Returns: the entry and the file's new text; nothing is written.
  /// - Throws: ``OpenQuestions`` for words without a choice; `WorkError` for a document that does
  ///   not exist and, with all faults, for an entry that cannot be read or a quote that the
  ///   document's text does not hold.
  public func entry(
    _ draft: EntryDraft, choices: [WordChoice], file: String?
  ) throws -> Outcome {
    guard let document = policies.document(draft.document) else { throw noDocument(draft.document) }
    let entry = try PolicyEntry(
      draft, choices: choices, year: document.year ?? document.period?.upperBound)
    let name = file ?? self.file(for: document)
    let current = files.first { $0.name == name }
    let text: PolicyText =
      try current.map { try PolicyText($0.text, name: name) }
      ?? PolicyText(newFile: name, about: document.citedAs)
    let new = text.adding(entry)
    let all = files.filter { $0.name != name } + [(name, new)]
    let (read, faults) = PolicyReader.read(files: all, known: Self.known(folder))
    let texts = try DocumentTexts(of: read, in: folder)
    let quotes = try QuoteCheck.run(read, texts: texts.byDocument)
      .filter { $0.column?.hasPrefix("\(draft.id).") == true }
    try Self.refuse(faults + texts.faults, subject: name)
    guard quotes.isEmpty else { throw Self.blocked(quotes, subject: name) }
    return Outcome(
      file: name, entry: entry.yaml(indent: "  "), text: new,
      warnings: faults.filter { fault in
        fault.file == name
          && read.target(draft.id).map { fault.row ?? 0 >= $0.line } == true
      })
  }

  /// Writes an outcome's file, whole or not at all.
  public func write(_ outcome: Outcome) throws {
    let url = folder.url(of: outcome.file)
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(outcome.text.utf8).write(to: url, options: .atomic)
    } catch {
      throw WorkError(
        .unwritable, operation: "add policy entry", subject: outcome.file,
        message: Bilingual("文件无法写入", "the file cannot be written"),
        remedy: Bilingual("检查文件夹权限", "check the folder's permissions"))
    }
  }

  /// The file that holds the entries of a document, else a new one named after it.
  private func file(for document: PolicyDocument) -> String {
    policies.targets.last { $0.cite.document == document.id }?.file
      ?? "policies/\(document.id.lowercased()).yaml"
  }

  /// What is known without reading any ledger.
  private static func known(_ folder: WorkspaceFolder) -> KnownNames {
    let settings = folder.settings
    return KnownNames(
      kinds: Set(settings.serviceTypes.map(\.id.rawValue)),
      cohorts: Set(settings.cohorts.map(\.id.rawValue)),
      paces: Set(settings.travel.paces.map(\.name)), district: settings.district.code,
      aliases: settings.aliases)
  }

  private static func refuse(_ faults: [InputFault], subject: String) throws {
    let blocking = faults.filter { $0.severity == .blocking }
    if !blocking.isEmpty { throw blocked(blocking, subject: subject) }
  }

  private static func blocked(_ faults: [InputFault], subject: String) -> WorkError {
    WorkError(
      .blocked, operation: "add policy entry", subject: subject,
      message: Bilingual(
        "\(faults.count) 项问题，未写入任何内容", "\(faults.count) findings; nothing was written"),
      remedy: Bilingual("按所列各行更正", "correct the lines named"), faults: faults)
  }

  private func noDocument(_ id: String) -> WorkError {
    let known = policies.documents.map(\.id).joined(separator: ", ")
    return WorkError(
      .notFound, operation: "add policy entry", subject: id,
      message: Bilingual("没有 id 为“\(id)”的文件", "no document has the id “\(id)”"),
      remedy: known.isEmpty
        ? Bilingual(
          "先在 policies/documents.yaml 中写上文件",
          "describe the document in policies/documents.yaml first")
        : Bilingual("已有：\(known)", "those described are \(known)"))
  }
}
