import ArgumentParser

/// `yike policy …`.
struct PolicyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy",
    abstract: "政策文件的条目 · entries of policy files",
    subcommands: [PolicyAddCommand.self])
}
