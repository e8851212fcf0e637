import ArgumentParser
import Coverage
import Foundation
import Planning
import PlanningModel
import Reports
import TravelTimes
import Workspace

/// `yike catchments`.
struct CatchmentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catchments",
    abstract: "把各村的人分配到设施 · who goes to which facility, and who is left out",
    discussion: """
      规则 --rule：nearest 最近；administrative 先本乡镇；capacity 不超容量、服务人数最多、总时间最短（精确最优）；huff \
      按吸引力和时间分摊。无容量而能到达的人（displaced）与过远的人（too_far）分开列出；守恒逐次核对并印出。
      nearest; administrative (own township first); capacity (most people served, then the least time, \
      proven optimal); huff. Who could reach a facility and is not served (displaced) stands apart from \
      who is too far. Conservation is checked in every run and printed. docs/methods/catchments.md.

      两种形式 two forms:
        yike catchments --service elder_canteen --cohort pop_60plus --rule capacity --within 30min
        yike catchments --service elder_service --rule administrative --border forbidden \\
          --format geojson -o catchments.geojson
        yike catchments --costs times.csv --demand people.csv --supply places.csv \\
          --rule capacity --within 30min --totals loads.csv -o assigned.csv
      """)

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var evaluation: EvaluationOptions
  @Option(help: "规则 nearest、administrative、capacity、huff · rule")
  var rule: String = CatchmentRule.nearest.rawValue
  @Option(
    help: ArgumentHelp("上限，如 30min；缺省不限 · limit; none by default", valueName: "limit"))
  var within: String?
  @Option(
    help: ArgumentHelp(
      "各设施合计另写成 CSV · the totals of each facility as CSV", valueName: "file"))
  var totals: String?
  @Option(help: ArgumentHelp("huff 吸引力的幂 α · power of the attraction", valueName: "α"))
  var alpha = 1.0
  @Option(help: ArgumentHelp("huff 时间的幂 β · power of the time", valueName: "β"))
  var beta = 2.0
  @OptionGroup(title: "工作区 WORKSPACE") var places: CatchmentPlaceOptions
  @OptionGroup(title: "无工作区 WITHOUT A WORKSPACE") var plain: CatchmentPlainOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    let rule = try chosenRule()
    guard (plain.costs != nil) != (places.service != nil) else {
      throw ValidationError("give either --service, or --costs with --demand and --supply")
    }
    guard alpha.isFinite, alpha >= 0, beta.isFinite, beta >= 0 else {
      throw ValidationError("--alpha and --beta must not be negative")
    }
    if plain.costs != nil {
      guard plain.demand != nil, plain.supply != nil else {
        throw ValidationError("--costs needs --demand D.csv and --supply S.csv")
      }
      guard rule != .administrative else {
        throw ValidationError("--rule administrative needs the townships of a workspace")
      }
      guard output.format ?? .csv == .csv else {
        throw ValidationError("the plain-file form is written as csv")
      }
      _ = try plainLimit()
    } else {
      _ = try limit()
    }
  }

  func run() throws {
    if plain.costs != nil { return try runPlain() }
    let session = try WorkspaceSession(folder: workspace.folder, note: Terminal.note)
    let request = EvaluationRequest(
      scenario: try evaluation.scenario.map { try ScenarioText.read($0) },
      asOf: evaluation.asOf, threads: workspace.threads)
    var asked = try places.request(rule: try chosenRule())
    asked.limit = try limit()
    asked.attractionPower = alpha
    asked.decayPower = beta
    let table = try session.catchments(asked, request)
    let language = output.language ?? session.settings.language
    Terminal.note(CatchmentNotes.lines(table).map(\.text).joined(separator: "\n"))
    if let totals {
      try ResultFile.write(
        Data(CatchmentsCSV.totals(table, byteOrderMark: output.bom)), to: URL(filePath: totals))
    }
    switch output.chosenFormat {
    case .csv: try output.write(CatchmentsCSV.bytes(table, byteOrderMark: output.bom))
    case .json:
      try output.write(try CatchmentsJSON.bytes(table, version: YikeVersion.text))
    case .geojson: try output.write(CatchmentsGeoJSON.bytes(table))
    case .table:
      let tables = CatchmentsTextTable.tables(table, language: language)
      try output.write(
        tables.map { $0.rendered(colours: Terminal.usesColour) }.joined(separator: "\n"))
    }
  }

  private func runPlain() throws {
    var question = CatchmentsQuestion(
      costs: plain.costs ?? "", demand: plain.demand ?? "", supply: plain.supply ?? "",
      unit: plain.costUnit, rule: try chosenRule(), limit: try plainLimit())
    question.attractionPower = alpha
    question.decayPower = beta
    let answer = try question.answer(note: Terminal.note)
    Terminal.note(answer.conservation.text.text)
    if let totals {
      try ResultFile.write(
        Data(PlainCatchmentsCSV.totals(answer, byteOrderMark: output.bom)),
        to: URL(filePath: totals))
    }
    try output.write(PlainCatchmentsCSV.bytes(answer, byteOrderMark: output.bom))
  }

  private func chosenRule() throws -> CatchmentRule {
    guard let chosen = CatchmentRule(rawValue: rule) else {
      let known = CatchmentRule.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--rule “\(rule)” is not known; give one of \(known)")
    }
    return chosen
  }

  private func limit() throws -> TravelTime? {
    guard let within else { return nil }
    guard let limit = TravelTime(within) else {
      throw ValidationError("--within “\(within)” is not a duration; write 900s, 15min or 1h")
    }
    return limit
  }

  private func plainLimit() throws -> ExactDecimal? {
    guard let within else { return nil }
    guard let limit = plain.costUnit.limit(within) else {
      throw ValidationError(
        "--within “\(within)” is no limit of --cost-unit \(plain.costUnit.rawValue); write "
          + "15min with times, a plain number with m and none")
    }
    return limit
  }
}
