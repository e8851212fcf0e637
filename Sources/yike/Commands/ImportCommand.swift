import ArgumentParser
import Planning
import PlanningModel
import Reports
import Workspace

/// `yike import`.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "读取 yike.yaml 所列全部来源，写入数据库 · read every source into the store",
    discussion: """
      幂等：来源未变则不重写。任何阻断问题都会全部列出，且原数据库保持不变。
      Idempotent. A blocking finding writes nothing; all findings are listed and the store stays as \
      it was.

      例 example:
        yike import --workspace .
      """)

  @OptionGroup var workspace: WorkspaceOptions

  func run() throws {
    let session = try WorkspaceSession(folder: workspace.folder, note: Terminal.note)
    let summary = try session.importSources()
    print(
      ImportText.rendered(summary, language: session.settings.language), terminator: "")
  }
}
