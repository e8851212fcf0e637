import ChineseText
import Foundation
import PlanningModel
import Targets
import Testing

/// The quotes of all five districts, looked up in the published documents.
@Suite struct QuoteTests {
  static let folder = ProcessInfo.processInfo.environment["YIKE_TEST_DOCUMENTS"]
  static let hasDocuments = ConditionTrait.enabled(
    if: folder != nil, "YIKE_TEST_DOCUMENTS names no folder of documents")

  /// The folders of the five workspaces, relative to the repository.
  static let workspaces = [
    "policies", "examples/500151-tongliang/policies", "examples/500112-yubei/policies",
    "examples/500000-chongqing/policies", "examples/500105-jiangbei/policies",
  ]

  /// The policy files of a workspace; nothing outside them is known, so only their words are read.
  static func policies(_ name: String, changing: (String, String)? = nil) throws -> Policies {
    let folder = PolicyFiles.folder.deletingLastPathComponent().appending(path: name)
    var files: [(name: String, text: String)] = []
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    where file.hasSuffix(".yaml") {
      var text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      if let changing { text = text.replacing(changing.0, with: changing.1) }
      files.append((file, text))
    }
    let (policies, faults) = PolicyReader.read(files: files, known: KnownNames())
    try #require(faults.isEmpty, "\(faults)")
    return policies
  }

  static func texts(of policies: Policies) throws -> [String: FoldedText] {
    let folder = URL(filePath: try #require(Self.folder))
    var texts: [String: FoldedText] = [:]
    for document in policies.documents {
      guard let name = document.sourceText else { continue }
      texts[document.id] = try FoldedText(
        String(contentsOf: folder.appending(path: name), encoding: .utf8))
    }
    return texts
  }

  @Test(hasDocuments, arguments: workspaces)
  func everyQuoteStandsInItsDocument(workspace: String) throws {
    let policies = try Self.policies(workspace)
    let texts = try Self.texts(of: policies)
    #expect(try QuoteCheck.run(policies, texts: texts) == [])
    for target in policies.targets { #expect(texts[target.cite.document] != nil, "\(target.id)") }
  }

  /// The rows of the annexes are words of the documents too.
  @Test(hasDocuments, arguments: workspaces)
  func everyTaskOfTheAnnexesStandsInItsDocument(workspace: String) throws {
    let policies = try Self.policies(workspace)
    let texts = try Self.texts(of: policies)
    for file in try FileManager.default.contentsOfDirectory(
      atPath: PolicyFiles.folder.deletingLastPathComponent().appending(path: workspace).path)
    where file.hasSuffix("-annex.yaml") {
      let text = try String(
        contentsOf: PolicyFiles.folder.deletingLastPathComponent().appending(
          path: "\(workspace)/\(file)"), encoding: .utf8)
      let document = try #require(texts.values.first)
      let rows = text.split(separator: "\n").filter { $0.contains("task: ") }
      #expect(rows.count == 46 || rows.count == 37, "\(file): \(rows.count) rows")
      for row in rows {
        let task = try #require(row.firstMatch(of: /task: (?:"([^"]*)"|([^,}]*))/))
        let words = String(task.1 ?? task.2 ?? "")
        #expect(try document.match(words) == .found, "\(words)")
      }
    }
  }

  @Test(
    hasDocuments,
    arguments: [
      ("policies", "社区康复站点8个", "社区康复站点9个", "WL24-40b.cite.quote", "社区康复站点8个"),
      ("policies", "新增家庭养老床位10张", "新增家庭养老床位11张", "WL24-24.cite.restated[0].quote", "10张"),
      (
        "examples/500105-jiangbei/policies", "建立倒损住房台账\"}", "建立倒塌住房台账\"}",
        "JB21-19.cite.quote", "建立倒损住房台账"
      ),
      (
        "examples/500151-tongliang/policies", "分别于6月10日、9月10日", "分别于6月11日、9月10日",
        "TL23-5c1.cite.quote", "6月10日"
      ),
    ])
  func aChangedQuoteIsNamed(
    workspace: String, piece: String, instead: String, key: String, nearest: String
  ) throws {
    let policies = try Self.policies(workspace, changing: (piece, instead))
    let faults = try QuoteCheck.run(policies, texts: try Self.texts(of: policies))
    #expect(faults.map(\.column) == [key])
    let fault = try #require(faults.first)
    #expect(fault.check == "policy.quote_not_found" && fault.severity == .warning)
    #expect(fault.remedy(in: .zh).contains(nearest) && fault.remedy(in: .en).contains(nearest))
    // The line is that of the quote itself.
    let folder = PolicyFiles.folder.deletingLastPathComponent().appending(path: workspace)
    let lines = try String(contentsOf: folder.appending(path: fault.file), encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[try #require(fault.row) - 1].contains(piece))
  }

  @Test func quotesAreLookedUpOnlyWhereATextIsGiven() throws {
    let policies = try Self.policies("policies", changing: ("社区康复站点8个", "社区康复站点9个"))
    #expect(try QuoteCheck.run(policies, texts: [:]) == [])
    let other = ["WL2024": try FoldedText("别的文件")]
    let faults = try QuoteCheck.run(policies, texts: other)
    #expect(faults.count == 33)
    #expect(faults.allSatisfy { $0.row != nil && $0.file.hasSuffix(".yaml") })
  }
}
