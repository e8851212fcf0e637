import ArgumentParser
import PlanningModel

/// The command line: flags in, results out; the work is done by the modules below.
@main
struct Yike: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "yike",
    abstract: "一刻：从区县的台账和地图，到每一项承诺的结论。",
    discussion: """
      From a district's ledgers and maps to a verdict on every promise its policy documents make.

      退出码 exit codes: 0 done; 1 the work failed; 2 a target is missed, behind or infeasible and \
      --fail-on-gap was given; 64 wrong usage.

      例 examples:
        yike import
        yike run scenarios/2024-plan.yaml
        yike coverage --target WL24-22a --by township
        yike report --scenario scenarios/2024-plan.yaml
      """,
    version: YikeVersion.text,
    subcommands: [
      InitCommand.self, ImportCommand.self, CheckCommand.self, CoverageCommand.self,
      CatchmentsCommand.self, AccessCommand.self, TargetsCommand.self, RunCommand.self,
      CompareCommand.self, SiteCommand.self, PlanCommand.self, VerifyCertificateCommand.self,
      ExplainCommand.self, PolicyCommand.self, ReportCommand.self, VerifyCommand.self,
      TravelTimesCommand.self, IsochronesCommand.self,
    ])
}
