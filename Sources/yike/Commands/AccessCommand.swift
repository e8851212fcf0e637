import ArgumentParser
import Coverage
import Foundation
import Planning
import PlanningModel
import Reports
import TravelTimes
import Workspace

/// `yike access`.
struct AccessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "access",
    abstract: "浮动搜寻法可达性与均等程度 · floating catchment access and how even it is",
    discussion: """
      方法 --method：2sfca 两步移动搜寻；e2sfca 分段加权；kd2sfca 核密度；3sfca 三步；m2sfca 修正；mh3sfca \
      修正 Huff 三步；bfca 平衡；gravity 引力；cumulative 累积机会；nearest-n 最近 n 处的平均成本（分钟）。
      公式与出处见 docs/methods/accessibility.md，均等指标见 docs/methods/equity.md。
      范围内没有供给的为真实的 0，状态 no_supply。理论上守恒的方法每次核对 Σ 需求·可达性 = Σ 供给并印出。
      Formulas and sources are in docs/methods. No supply within reach is a true 0 with the status \
      no_supply. The mass balance is checked and printed in every run.

      例 examples:
        yike access --service elder_canteen --cohort pop_60plus \\
          --method 2sfca --within 30min --mode motor
        yike access --costs times.csv --demand people.csv --supply beds.csv \\
          --method e2sfca --steps 10:1,20:0.68,30:0.22 -o access.csv
        yike access --costs od.csv --cost-unit m --demand d.csv \\
          --supply s.csv --method gravity --kernel power:1.5 --within 3000 \\
          --equity equity.json --group township
      """)

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var evaluation: EvaluationOptions
  @OptionGroup var measure: AccessMeasureOptions
  @OptionGroup(title: "均等程度 EQUITY") var evenness: EquityOptions
  @OptionGroup(title: "工作区 WORKSPACE") var places: AccessPlaceOptions
  @OptionGroup(title: "无工作区 WITHOUT A WORKSPACE") var files: AccessFileOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (files.costs != nil) != (places.service != nil) else {
      throw ValidationError("give either --service, or --costs with --demand and --supply")
    }
    let method = try measure.method()
    if files.supplyRatios != nil, !method.hasRatios {
      throw ValidationError("--method \(method.rawValue) has no ratios for --supply-ratios")
    }
    if files.costs != nil {
      guard files.supply != nil || method == .nearest else {
        throw ValidationError("--costs needs --supply S.csv")
      }
      guard output.format ?? .csv == .csv else {
        throw ValidationError("the plain-file form is written as csv")
      }
      _ = try measure.measure(files.costUnit)
    } else {
      guard evenness.rank == nil else {
        throw ValidationError("--rank names a column of --demand D.csv")
      }
      guard ["township", "class"].contains(evenness.group ?? "class") else {
        throw ValidationError("on a workspace --group is township or class")
      }
      _ = try measure.measure(.seconds)
    }
  }

  func run() throws {
    if files.costs != nil { return try runPlain() }
    let session = try WorkspaceSession(folder: workspace.folder, note: Terminal.note)
    let request = EvaluationRequest(
      scenario: try evaluation.scenario.map { try ScenarioText.read($0) },
      asOf: evaluation.asOf, threads: workspace.threads)
    var asked = places.request(try measure.measure(.seconds))
    asked.equity = try evenness.request()
    let table = try session.access(asked, request, note: Terminal.note)
    for line in AccessNotes.lines(table) { Terminal.note(line.text) }
    try writeEquity(table.equity)
    if let path = files.supplyRatios {
      let bytes = AccessCSV.ratios(table, byteOrderMark: output.bom)
      try ResultFile.write(Data(bytes), to: URL(filePath: path))
    }
    switch output.chosenFormat {
    case .csv: try output.write(AccessCSV.bytes(table, byteOrderMark: output.bom))
    case .json: try output.write(AccessJSON.bytes(table, version: YikeVersion.text))
    case .geojson: try output.write(AccessGeoJSON.bytes(table))
    case .table:
      let language = output.language ?? session.settings.language
      let tables = AccessTextTable.tables(table, language: language)
      try output.write(
        tables.map { $0.rendered(colours: Terminal.usesColour) }.joined(separator: "\n"))
    }
  }

  private func runPlain() throws {
    let question = AccessQuestion(
      costs: files.costs ?? "", demand: files.demand ?? "", supply: files.supply,
      unit: files.costUnit, measure: try measure.measure(files.costUnit),
      equity: try evenness.request())
    let answer = try question.answer(note: Terminal.note)
    if let path = files.supplyRatios,
      let bytes = PlainAccessCSV.ratios(answer, byteOrderMark: output.bom)
    {
      try ResultFile.write(Data(bytes), to: URL(filePath: path))
    }
    try writeEquity(answer.equity)
    try output.write(PlainAccessCSV.bytes(answer, byteOrderMark: output.bom))
  }

  private func writeEquity(_ equity: Equity?) throws {
    guard let equity, let path = evenness.equity else { return }
    let bytes =
      path.lowercased().hasSuffix(".json")
      ? EquityFile.json(equity, version: YikeVersion.text)
      : EquityFile.csv(equity, byteOrderMark: output.bom)
    try ResultFile.write(Data(bytes), to: URL(filePath: path))
  }
}
