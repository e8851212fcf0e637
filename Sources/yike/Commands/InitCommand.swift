import ArgumentParser
import Foundation
import PlanningModel
import Workspace

/// `yike init DIR`.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "新建一个工作区：带注释的 yike.yaml 和空白台账 · lay out a new workspace",
    discussion: """
      已有的文件不会被覆盖。
      Nothing that exists is overwritten.

      例 example:
        yike init my-district
      """)

  @Argument(help: ArgumentHelp("新文件夹 · the new folder", valueName: "folder"))
  var folder: String

  func run() throws {
    for name in try WorkspaceTemplate.write(to: URL(filePath: folder)) { print(name) }
  }
}
