import ArgumentParser
import Planning
import PlanningModel
import TravelTimes

/// The plain files of a location problem.
struct SitingFileOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "成本表 demand,candidate,cost 或 from,to,seconds · costs", valueName: "OD.csv"))
  var costs: String?
  @Option(help: ArgumentHelp("需求 id,demand[,unit] · demand", valueName: "D.csv"))
  var demand: String?
  @Option(
    help: ArgumentHelp(
      "候选点 id[,fixed,capacity,cost,unit,building,service] · candidates", valueName: "C.csv"))
  var candidates: String?
  @Option(
    help: ArgumentHelp(
      "候选点之间的成本 candidate,candidate,cost · costs between candidates", valueName: "file"))
  var between: String?
  @Option(
    help: ArgumentHelp("成本单位 s、min、m、none · unit of the costs", valueName: "unit"))
  var costUnit: CostUnit = .seconds
}

/// A location problem and its parameters.
struct SitingProblemOptions: ParsableArguments {
  @Option(help: ArgumentHelp("问题 · \(SitingProblemOptions.kinds)", valueName: "problem"))
  var problem: SitingKind?
  @Option(name: .customShort("p"), help: "设施数，含已有 · how many sites, fixed ones included")
  var siteCount: Int?
  @Option(
    help: ArgumentHelp("上限，如 15min；m 和 none 写数 · the limit, included", valueName: "limit"))
  var within: String?
  @Option(
    help: ArgumentHelp("占比，如 0.9 · share of the demand or units", valueName: "share"))
  var share: ExactDecimal?
  @Option(help: ArgumentHelp("费用上限 · largest sum of costs", valueName: "B"))
  var budget: ExactDecimal?
  @Option(
    help: ArgumentHelp(
      "单位内覆盖到此占比即计入，0 为有一点即可 · from which share of its demand a unit counts",
      valueName: "share"))
  var unitCountsFrom: ExactDecimal?
  @Option(
    help: ArgumentHelp("必须计入的单位，逗号分隔 · units that have to count", valueName: "ids"))
  var forceUnits: String?

  @Option(
    help: ArgumentHelp(
      "每个单位至少覆盖到此占比 · share of its demand that every unit has to have covered",
      valueName: "share"))
  var unitMinimum: ExactDecimal?
  @Option(
    help: ArgumentHelp(
      "hierarchical 的层级，由低到高，即 service 列 · levels, the lowest first",
      valueName: "names"))
  var levels: String?
  @Flag(help: "有容量时，一个需求点不拆分 · with capacities a demand point is not divided")
  var whole = false

  static var kinds: String { SitingKind.allCases.map(\.rawValue).joined(separator: "|") }

  func validate() throws {
    guard let problem else { return }
    let name = problem.rawValue
    func needs(_ isNeeded: Bool, _ isGiven: Bool, _ flag: String) throws {
      if isNeeded, !isGiven { throw ValidationError("--problem \(name) needs \(flag)") }
      if !isNeeded, isGiven { throw ValidationError("--problem \(name) takes no \(flag)") }
    }
    try needs(problem.needsCount, siteCount != nil, "-p N")
    if !problem.mayHaveLimit { try needs(problem.needsLimit, within != nil, "--within") }
    try needs(problem.needsShare, share != nil, "--share")
    try needs(problem.needsBudget, budget != nil, "--budget")
    if let siteCount, siteCount < 0 { throw ValidationError("-p \(siteCount) is negative") }
    if let budget, budget < ExactDecimal(0) { throw ValidationError("--budget is negative") }
    try needs(problem == .hierarchical, levels != nil, "--levels")
    if whole, !problem.hasCapacities {
      throw ValidationError("--whole belongs to the capacitated problems")
    }
    if unitMinimum != nil, !problem.mayHaveUnitMinimum {
      throw ValidationError("--unit-minimum belongs to mclp, budget and capacitated-mclp")
    }
    for (flag, value) in [
      ("--share", share), ("--unit-counts-from", unitCountsFrom), ("--unit-minimum", unitMinimum),
    ] {
      guard let value else { continue }
      guard value >= ExactDecimal(0), value <= ExactDecimal(1) else {
        throw ValidationError("\(flag) \(value) is not between 0 and 1")
      }
    }
    if problem != .unitShare, unitCountsFrom != nil || forceUnits != nil {
      throw ValidationError("--unit-counts-from and --force-units belong to unit-share")
    }
  }

  /// The names of the levels, the lowest first.
  var levelNames: [String] { (levels ?? "").split(separator: ",").map(String.init) }

  /// The limit in the unit of the costs; nil when there is none, or one for each level or service.
  func limit(_ unit: CostUnit) throws -> ExactDecimal? {
    guard let within, !hasSeveralLimits else { return nil }
    return try limit(within, unit)
  }

  /// The limits of levels (`15min,60min` in their order) or services (`health=15min,care=30min`).
  func limits(_ unit: CostUnit) throws -> [String: ExactDecimal] {
    guard let within, hasSeveralLimits else { return [:] }
    let parts = within.split(separator: ",").map(String.init)
    var names = levelNames
    var texts = parts
    if problem == .joint {
      let pairs = parts.map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
      guard pairs.allSatisfy({ $0.count == 2 }) else {
        throw ValidationError("--within “\(within)”: write service=limit,service=limit")
      }
      names = pairs.map { $0[0] }
      texts = pairs.map { $0[1] }
    }
    guard names.count == texts.count, !names.isEmpty, Set(names).count == names.count else {
      throw ValidationError("--within “\(within)” needs one limit for each of --levels")
    }
    return Dictionary(
      uniqueKeysWithValues: try zip(names, texts).map { ($0, try limit($1, unit)) })
  }

  private var hasSeveralLimits: Bool {
    problem == .hierarchical || (problem == .joint && within?.contains("=") == true)
  }

  private func limit(_ text: String, _ unit: CostUnit) throws -> ExactDecimal {
    if let limit = unit.limit(text) { return limit }
    throw ValidationError(
      "--within “\(text)” is no limit for costs in \(unit.rawValue); write "
        + (unit == .seconds || unit == .minutes ? "900s, 15min or 1h" : "1500 or 0.5"))
  }
}
