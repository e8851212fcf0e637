import ArgumentParser
import Coverage
import Foundation
import Planning
import PlanningModel
import Reports
import TravelTimes
import Workspace

/// `yike compare A B`.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "两个情景的得失：谁受益、谁受损、哪项结论改变 · who gains, who loses, which verdict flips",
    discussion: """
      A、B 各为情景文件，或 baseline（现状）。 A and B are scenario files, or “baseline”.
      A、B 也可以是前后两年的工作区文件夹：两种口径的占比、百分点、覆盖人数变化的分解。 Or the workspace folders of two years, \
      each judged at its own date: shares on both bases, percentage points, the change of covered people taken apart.

      例 examples:
        yike compare baseline scenarios/2024-plan.yaml
        yike compare baseline scenarios/2024-plan.yaml --service mh_rehab --cohort total --within 30min --mode motor
        yike compare baseline scenarios/2024-plan.yaml --robustness
        yike compare scenarios/2024-plan.yaml scenarios/bridge.yaml --format geojson -o change.geojson
        yike compare ../2023 . --unit-changes unit_changes.csv
      """)

  @OptionGroup var workspace: WorkspaceOptions
  @Argument(help: ArgumentHelp("与之比较的情景 · what is compared with", valueName: "A"))
  var before: String
  @Argument(help: ArgumentHelp("所比较的情景 · what is compared", valueName: "B"))
  var after: String
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("评估日期，两边相同 · the date to judge both at", valueName: "date"))
  var asOf: CivilDate?
  @Option(
    name: .long,
    help: ArgumentHelp(
      "另加的服务类型或类型组 · kinds or groups of service to look at besides", valueName: "type"))
  var service: String?
  @Option(name: .long, help: ArgumentHelp("人群 · the cohort", valueName: "cohort"))
  var cohort = "total"
  @Option(name: .long, help: ArgumentHelp("时限，可多个 · limits", valueName: "15min,30min"))
  var within: String?
  @Option(name: .long, help: "出行方式 · mode of travel")
  var mode: TravelMode = .walk
  @Option(
    name: .long,
    help: ArgumentHelp(
      """
      两年之间的行政单元变更表，缺省为 B 的 geodata/unit_changes.csv · changes of units between two years; else \
      geodata/unit_changes.csv of B
      """, valueName: "file"))
  var unitChanges: String?
  @Flag(
    name: .long,
    help: """
      结论和得失是否稳健：逐项改变步速、时限、坡度、接路和人口分布，与出行有关的也验 · whether changes hold when pace, \
      limit, slope, snapping and split of people vary, those that rest on travel too
      """)
  var robustness = false
  @OptionGroup var output: OutputOptions
  @Flag(
    name: .long,
    help: "B 有未达标、滞后或不可行的目标时退出码为 2 · exit code 2 when a target of B is not kept")
  var failOnGap = false

  func validate() throws {
    guard (service == nil) == (within == nil) else {
      throw ValidationError("--service and --within belong together")
    }
    _ = try limits()
    let years = [before, after].filter(Self.isFolder)
    switch years.count {
    case 0:
      if unitChanges != nil {
        throw ValidationError("--unit-changes belongs to the workspace folders of two years")
      }
    case 1:
      throw ValidationError("\(years[0]) is a folder; give the workspace folders of both years")
    default:
      if asOf != nil || service != nil || failOnGap || robustness {
        throw ValidationError(
          "--as-of, --service, --robustness and --fail-on-gap do not go with two years")
      }
      if output.chosenFormat == .geojson {
        throw ValidationError("two years are written as table, json or csv")
      }
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
      && isDirectory.boolValue
  }

  private func limits() throws -> [TravelTime] {
    try within?.split(separator: ",").map { text in
      guard let limit = TravelTime(text) else {
        throw ValidationError(
          "--within “\(text)” is not a duration; write 900s, 15min or 1h")
      }
      return limit
    } ?? []
  }

  func run() throws {
    guard !Self.isFolder(after) else { return try writeYears() }
    let session = try WorkspaceSession(folder: workspace.folder, note: Terminal.note)
    let question = try service.map { names in
      CoverageQuestion.services(
        names.split(separator: ",").map(String.init), cohort: CohortID(cohort),
        limits: try limits(), mode: mode, pace: nil, direction: nil)
    }
    let comparison = try session.compare(
      request(before), request(after), question: question,
      isVaried: robustness)
    let language = output.language ?? session.settings.language
    switch output.chosenFormat {
    case .json: try output.write(ComparisonJSON.bytes(comparison, version: YikeVersion.text))
    case .csv: try output.write(ComparisonCSV.bytes(comparison, byteOrderMark: output.bom))
    case .geojson: try output.write(ComparisonGeoJSON.bytes(comparison))
    case .table:
      try output.write(
        ComparisonText.rendered(
          comparison, language: language, colours: Terminal.usesColour))
    }
    if failOnGap, comparison.hasGap { throw ExitCode(2) }
  }

  private func request(_ name: String) throws -> EvaluationRequest {
    EvaluationRequest(
      scenario: name == "baseline" ? nil : try ScenarioText.read(name), asOf: asOf,
      threads: workspace.threads)
  }

  private func writeYears() throws {
    let sessions = try [before, after].map { path in
      try WorkspaceSession(
        folder: URL(filePath: path, directoryHint: .isDirectory), note: Terminal.note)
    }
    let table = try sessions[0].compareYears(
      with: sessions[1], unitChanges: unitChanges, threads: workspace.threads)
    switch output.chosenFormat {
    case .json: try output.write(try YearsFiles.json(table, version: YikeVersion.text))
    case .csv: try output.write(YearsFiles.csv(table, byteOrderMark: output.bom))
    case .table, .geojson:
      try output.write(
        YearsText.rendered(
          table, language: output.language ?? sessions[1].settings.language,
          colours: Terminal.usesColour))
    }
  }
}
