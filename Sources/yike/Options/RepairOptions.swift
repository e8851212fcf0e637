import ArgumentParser
import Planning
import PlanningModel
import Targets
import Workspace

/// Which promise is to be repaired, and how.
struct RepairOptions: ParsableArguments {
  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "要补救的目标，逗号分隔，也可写几次；几个目标一并求最少 · the targets to repair, each and together",
      valueName: "TARGET,…"))
  var targets: [String] = []
  @Option(
    help: ArgumentHelp("按此口径计入，缺省为目标自己的 · the rule by which units count", valueName: "rule"))
  var rule: CoveredRuleKind?
  @Option(help: "within_time 口径的出行方式 · mode of travel under within_time")
  var mode: TravelMode = .motor
  @Option(help: ArgumentHelp("within_time 口径计数的人群 · the cohort that counts", valueName: "cohort"))
  var cohort = "total"
  @Option(
    help: ArgumentHelp(
      "单元内多少人在时限内才计入 · share of a unit's people that has to be within reach",
      valueName: "share"))
  var unitShare: ExactDecimal?
  @Option(
    help: ArgumentHelp(
      "必须计入的单元，或点名单元的目标 · units that have to count, or a target that names them",
      valueName: "names"))
  var force: String?
  @Option(
    help: ArgumentHelp(
      """
      新站点可设在：units 乡镇驻地、villages 村、grid:2km 网格、设施类型（如 idle_school 闲置学校）、点文件（CSV id,lon,lat 或 \
      GeoJSON 等） · where new sites may stand: units, villages, a grid, a kind of facility, a file of points
      """, valueName: "places"))
  var places = CandidatePlaces.units
  @Option(help: ArgumentHelp("新站点的服务类型 · what new sites offer", valueName: "kind"))
  var kind: String?
  @Option(
    help: ArgumentHelp("把方案写成情景文件 · write the repair as a scenario", valueName: "file"))
  var scenarioOut: String?
  @Option(
    help: ArgumentHelp("每处新建站点的费用 · what one new site costs", valueName: "amount"))
  var siteCost: ExactDecimal?
  @Option(
    help: ArgumentHelp(
      "各地点的费用，CSV：id,cost（id 为代码或名称）· costs by place", valueName: "file"))
  var siteCosts: String?
  @Option(
    help: ArgumentHelp("费用的单位，如 万元 · what costs are counted in", valueName: "words"))
  var currency: String?

  var isAsked: Bool { !targets.isEmpty }

  /// The ids, each once, in the order given.
  var targetIDs: [String] {
    var seen: Set<String> = []
    return targets.flatMap { $0.split(separator: ",").map(String.init) }
      .filter { seen.insert($0).inserted }
  }
  var forced: [String] { (force ?? "").split(separator: ",").map(String.init) }

  /// What new sites cost: as the flags say, else as `yike.yaml` does.
  func costs(_ stated: SiteCosts) throws -> RepairCosts {
    var costs = RepairCosts()
    guard siteCost != nil || siteCosts != nil else { return costs }
    costs.each = siteCost
    costs.byPlace = try siteCosts.map { try RepairCosts.table($0) } ?? [:]
    costs.currency = currency ?? stated.currency
    return costs
  }

  /// The limit of `within_time`; nil where the target's own holds.
  func limit(_ within: String?) throws -> TravelTime? {
    try within.map { text in
      guard let limit = TravelTime(text) else {
        throw ValidationError(
          "--within “\(text)” is not a duration; write 900s, 15min or 1h")
      }
      return limit
    }
  }

  /// What `within_time` asks of a unit; nil where the target's own holds.
  func time(_ within: String?) throws -> TimeRequirement? {
    guard let limit = try limit(within) else { return nil }
    guard let unitShare else {
      throw ValidationError("--within needs --unit-share, for example 0.5")
    }
    return TimeRequirement(
      limit: limit, mode: mode, cohort: CohortID(cohort), populationShareMinimum: unitShare)
  }
}
