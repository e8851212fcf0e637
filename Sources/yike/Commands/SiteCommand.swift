import ArgumentParser
import Certificates
import Foundation
import Planning
import PlanningModel
import Reports
import Targets
import Workspace

/// `yike site`.
struct SiteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "site",
    abstract: "选址：在哪里建最好，并证明没有更好的 · where to open, with proof that nothing is better",
    discussion: """
      问题、模型、界和证明见 docs/methods/siting.md，输出见 docs/formats/site.md。
      没有方案时 status 为 infeasible，并列出没有候选点能服务的需求点；加 --fail-on-gap 则退出码为 2。
      Problems, bounds and proofs: docs/methods/siting.md. The output: docs/formats/site.md. Without an \
      answer the status is infeasible, and the demand that no candidate can serve is named.

      在工作区内：--for 给出补救目标的最少（或最省）站点，几个目标时各自与一并求解，并列出不新建的办法。
      In a workspace --for gives the fewest or cheapest new sites that keep a promise, or several promises \
      together, and what can be done without building.

      例 examples:
        yike site --for WL24-42c --scenario scenarios/2024-plan.yaml --alternatives 5
        yike site --for WL24-42c --scenario scenarios/2024-plan.yaml --rule within_time --within 30min \
          --mode motor --unit-share 0.5 --force WL24-40c
        yike site --for WL24-42a,WL24-42c --scenario scenarios/2024-plan.yaml --site-cost 20 --currency 万元
        yike site --problem mclp -p 12 --within 15min --service elder_service --cohort pop_60plus --mode walk \
          --places villages
        yike site --problem p-median -p 8 --service meal_service --existing free --places idle_school
        yike site --costs od.csv --demand d.csv --candidates c.csv --problem p-median -p 5
        yike site --costs od.csv --demand d.csv --candidates c.csv --problem mclp -p 4 \\
          --within 15min --certificate proof.txt --format json
        yike site --costs od.csv --demand d.csv --candidates c.csv --problem unit-share \\
          --share 0.6 --within 30min --force-units 甲乡,乙镇 --alternatives 20
        yike verify-certificate proof.txt
      """)

  @OptionGroup(title: "在工作区内 IN A WORKSPACE") var repair: RepairOptions
  @OptionGroup(title: "在工作区内 IN A WORKSPACE") var siting: WorkspaceSitingOptions
  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var evaluation: EvaluationOptions
  @OptionGroup var problem: SitingProblemOptions
  @OptionGroup(title: "无工作区 WITHOUT A WORKSPACE") var files: SitingFileOptions
  @Option(
    help: ArgumentHelp("另找几个同样好的方案 · further choices that are as good", valueName: "K"))
  var alternatives = 0
  @Option(
    help: ArgumentHelp("把证明写入文件 · write the proof to a file", valueName: "file"))
  var certificate: String?
  @Option(
    help: ArgumentHelp(
      "到时停止，给出至此最好的方案和差距 · stop by the clock with the best so far and its gap",
      valueName: "N"))
  var seconds: Double?
  @Flag(name: .long, help: "没有方案时退出码为 2 · exit code 2 when no answer exists")
  var failOnGap = false
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if alternatives < 0 { throw ValidationError("--alternatives \(alternatives) is negative") }
    if repair.isAsked {
      guard problem.problem == nil, files.candidates == nil, files.costs == nil,
        siting.service == nil
      else {
        throw ValidationError("--for takes no --problem, no --service and no plain files")
      }
      _ = try repair.limit(problem.within)
      return
    }
    guard problem.problem != nil else {
      throw ValidationError(
        "give --for TARGET, or --problem with --service (workspace) or with plain files")
    }
    guard siting.service == nil else {
      guard files.candidates == nil, files.costs == nil, files.demand == nil else {
        throw ValidationError("--service takes no plain files")
      }
      return try validateProblem()
    }
    guard files.candidates != nil else {
      throw ValidationError("give the candidates: --candidates C.csv")
    }
    try validateProblem()
    if problem.problem == .pDispersion || problem.problem == .hierarchical {
      guard files.between != nil else {
        throw ValidationError("--problem needs --between FILE")
      }
    }
    if problem.problem != .pDispersion {
      guard files.costs != nil, files.demand != nil else {
        throw ValidationError("give the costs and the demand: --costs OD.csv --demand D.csv")
      }
    }
  }

  private func validateProblem() throws {
    _ = try problem.limit(files.costUnit)
    _ = try problem.limits(files.costUnit)
    if let seconds, !(seconds > 0) { throw ValidationError("--seconds has to be more than 0") }
    guard output.chosenFormat != .geojson else {
      throw ValidationError("site is written as table, json or csv")
    }
  }

  func run() throws {
    if repair.isAsked { return try writeRepairs() }
    guard siting.service != nil else { return try writeAnswer(question(), .zh) }
    let session = try WorkspaceSession(folder: workspace.folder, note: Terminal.note)
    let scenario = try evaluation.scenario.map { try ScenarioText.read($0) }
    var asked = WorkspaceSiting(
      services: siting.services,
      evaluation: EvaluationRequest(
        scenario: scenario, asOf: evaluation.asOf, threads: workspace.threads))
    asked.cohort = CohortID(repair.cohort)
    asked.mode = repair.mode
    asked.places = repair.places
    asked.existing = siting.existing
    asked.required = (siting.require ?? "").split(separator: ",").map(String.init)
    asked.forbidden = (siting.forbid ?? "").split(separator: ",").map(String.init)
    asked.capacity = siting.siteCapacity
    asked.costs = try repair.costs(session.settings.siteCosts)
    let folder = try siting.write(
      session.sitingTables(
        asked, needsBetween: [.pDispersion, .hierarchical].contains(problem.problem)))
    defer { if siting.tables == nil { try? FileManager.default.removeItem(at: folder) } }
    var question = try question()
    question.costs = folder.appending(path: "costs.csv").path(percentEncoded: false)
    question.demand = folder.appending(path: "demand.csv").path(percentEncoded: false)
    question.candidates = folder.appending(path: "candidates.csv").path(percentEncoded: false)
    question.between = folder.appending(path: "between.csv").path(percentEncoded: false)
    try writeAnswer(question, session.settings.language)
  }

  private func writeAnswer(_ question: SitingQuestion, _ language: Language) throws {
    let start = ContinuousClock.now
    let result = try question.answer(note: Terminal.note)
    Terminal.note(SitingTextTable.sentence(result).text)
    let fixed = result.isFixed.count { $0 }
    if result.status == .infeasible, let count = question.siteCount, fixed > count {
      Terminal.note(
        Bilingual(
          "必须保留或必须建的已有 \(fixed) 处，多于 -p \(count)；加大 -p，或用 --existing free",
          "\(fixed) sites have to be open, more than -p \(count); give a larger -p, or --existing free"
        ).text)
    }
    Terminal.note("site: \(start.duration(to: .now))")
    try writeCertificate(result)
    switch output.chosenFormat {
    case .json: try output.write(SitingJSON.bytes(result, version: YikeVersion.text))
    case .csv: try output.write(SitingCSV.bytes(result, byteOrderMark: output.bom))
    case .table, .geojson:
      try output.write(
        SitingTextTable.rendered(
          result, language: output.language ?? language, colours: Terminal.usesColour))
    }
    if failOnGap, result.status == .infeasible { throw ExitCode(2) }
  }

  private func writeRepairs() throws {
    let session = try WorkspaceSession(folder: workspace.folder, note: Terminal.note)
    let costs = try repair.costs(session.settings.siteCosts)
    let scenario = try evaluation.scenario.map { try ScenarioText.read($0) }
    let result = try session.repairs(
      repair.targetIDs.map { target in
        var request = RepairRequest(
          target: target,
          evaluation: EvaluationRequest(
            scenario: scenario, asOf: evaluation.asOf, threads: workspace.threads))
        request.rule = repair.rule
        request.time = try repair.time(problem.within)
        request.forced = repair.forced
        request.places = repair.places
        request.alternatives = alternatives
        request.kind = repair.kind.map { ServiceKind($0) }
        request.costs = costs
        return request
      })
    switch output.chosenFormat {
    case .json: try output.write(RepairJSON.bytes(result, version: YikeVersion.text))
    case .csv, .geojson: throw ValidationError("--for is written as table or json")
    case .table:
      try output.write(
        RepairText.rendered(
          result, language: output.language ?? session.settings.language,
          colours: Terminal.usesColour))
    }
    try writeProofs(result.repairs)
    if let path = repair.scenarioOut {
      let base = evaluation.scenario.map { URL(filePath: $0).lastPathComponent }
      let written = result.joint?.scenario(base: base) ?? result.repairs.first?.scenario(base: base)
      let names = repair.targetIDs.joined(separator: ",")
      let text =
        "# Written by yike site --for \(names): the cheapest sites that keep the promise.\n"
        + (written?.text ?? "")
      try ResultFile.write(Data(text.utf8), to: URL(filePath: path))
    }
    if failOnGap,
      result.repairs.contains(where: \.isInfeasible) || result.joint?.isInfeasible ?? false
    {
      throw ExitCode(2)
    }
  }

  /// One proof goes to the file that was named, several beside it by their targets.
  private func writeProofs(_ repairs: [TargetRepair]) throws {
    guard let certificate else { return }
    let url = URL(filePath: certificate)
    for repair in repairs {
      guard let proof = repair.proof else { continue }
      let bytes = Certificate(statement: repair.statement, proof: proof)
        .bytes { SHA256Digest.hexadecimal(of: $0) }
      let name = url.deletingPathExtension().lastPathComponent + "-\(repair.verdict.id)"
      let own = url.deletingLastPathComponent().appending(path: name)
        .appendingPathExtension(url.pathExtension.isEmpty ? "txt" : url.pathExtension)
      try ResultFile.write(Data(bytes), to: repairs.count == 1 ? url : own)
    }
  }

  private func question() throws -> SitingQuestion {
    var question = SitingQuestion(
      costs: files.costs ?? "", demand: files.demand ?? "", candidates: files.candidates ?? "",
      unit: files.costUnit, kind: problem.problem ?? .unitShare)
    question.between = files.between
    question.siteCount = problem.siteCount
    question.limit = try problem.limit(files.costUnit)
    question.share = problem.share
    question.budget = problem.budget
    if let from = problem.unitCountsFrom { question.unitCountsFrom = from }
    question.forcedUnits = (problem.forceUnits ?? "").split(separator: ",").map(String.init)
    question.unitMinimum = problem.unitMinimum
    question.isWhole = problem.whole
    question.levels = problem.levelNames
    question.limits = try problem.limits(files.costUnit)
    question.alternatives = alternatives
    question.seconds = seconds
    return question
  }

  private func writeCertificate(_ result: SitingResult) throws {
    guard let path = certificate else { return }
    guard let certificate = result.certificate else {
      Terminal.note(
        Bilingual(
          "没有可写的证明：\(path) 未写入", "there is no proof to write: \(path) was not written"
        ).text)
      return
    }
    let bytes = certificate.bytes { SHA256Digest.hexadecimal(of: $0) }
    try ResultFile.write(Data(bytes), to: URL(filePath: path))
  }
}
