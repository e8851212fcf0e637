import ArgumentParser

/// The command line: flags in, results out; all work is done by the modules below.
@main
struct Yike: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "yike",
    abstract: "一刻：从区县的台账和地图到每一项承诺的结论。")
}
