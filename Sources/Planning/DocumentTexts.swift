import ChineseText
import Foundation
import Importing
import PlanningModel
import Targets
import Workspace

/// The texts of the documents whose entries name one, ready to look quotes up in.
struct DocumentTexts {
  /// By the documents' short names.
  var byDocument: [String: FoldedText] = [:]
  /// Texts that cannot be read; they block, because a check that was asked for did not happen.
  var faults: [InputFault] = []
  /// Their files and hashes.
  var inputs: [InputRecord] = []

  /// Reads the texts; UTF-8, UTF-16 and GB18030 are understood.
  ///
  /// - Throws: `WorkError` where OpenCC's dictionaries are not installed.
  init(of policies: Policies, in folder: WorkspaceFolder) throws {
    for document in policies.documents {
      guard let text = document.text else { continue }
      let url = folder.url(of: text.path)
      do {
        let bytes = try TextFile.utf8(url.path)
        byDocument[document.id] = try FoldedText(String(decoding: bytes, as: UTF8.self))
        inputs.append(
          InputRecord(
            path: text.path, role: "document",
            sha256: try FileDigest.sha256(of: url, name: text.path), provenance: nil,
            publisher: nil))
      } catch let error as WorkError where error.operation != "convert to simplified characters" {
        faults.append(
          InputFault(
            check: "policy.text_unreadable", severity: .blocking, file: text.file, row: text.line,
            column: "\(document.id).text", value: text.path,
            rule: Bilingual(splitting: error.message), remedy: Bilingual(splitting: error.remedy)))
      }
    }
  }
}
