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

      --decide 逐个询问台账中无法对应的单位名称，回答记入 decisions.yaml，以后每次导入照此处理（yike check \
      --decisions 列出）。
      --decide asks about each name that is no unit's and keeps the answers in decisions.yaml, which every later import \
      applies (yike check --decisions lists them).

      例 examples:
        yike import --workspace .
        yike import --decide
      """)

  @OptionGroup var workspace: WorkspaceOptions
  @Flag(
    name: .long,
    help: "询问无法对应的单位名称并记入 decisions.yaml · ask about unmatched names and keep the answers")
  var decide = false

  func run() throws {
    if decide {
      let asking = try WorkspaceSession(folder: workspace.folder, note: Terminal.note)
      let decisions = DecisionInterview.decisions(on: try asking.undecidedNames())
      if !decisions.isEmpty { try asking.keep(decisions) }
    }
    let session = try WorkspaceSession(folder: workspace.folder, note: Terminal.note)
    let summary = try session.importSources()
    print(
      ImportText.rendered(summary, language: session.settings.language), terminator: "")
  }
}
