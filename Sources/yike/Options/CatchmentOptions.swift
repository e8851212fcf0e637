import ArgumentParser
import Coverage
import Planning
import PlanningModel
import TravelTimes

/// Which people and facilities of a workspace are assigned.
struct CatchmentPlaceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("服务类型或类别 · a kind or group of yike.yaml", valueName: "service"))
  var service: String?
  @Option(help: ArgumentHelp("人群 · cohort", valueName: "cohort"))
  var cohort = "total"
  @Option(help: "出行方式 walk、motor、car、bus（须有 road_rules）· mode; bus needs road_rules")
  var mode: TravelMode = .walk
  @Option(help: ArgumentHelp("步速名称 · a pace of yike.yaml", valueName: "name"))
  var pace: String?
  @Option(help: "方向，步行缺省 round-trip · direction")
  var direction: TravelDirection?
  @Option(
    help: ArgumentHelp(
      "administrative 可否跨乡镇：allowed、forbidden、neighbour（仅相邻）· may people cross borders",
      valueName: "rule"))
  var border = BorderRule.allowed.rawValue
  @Flag(help: "计入毗邻区县的设施 · neighbours' facilities serve too")
  var neighbours = false
  @Option(
    help: ArgumentHelp(
      "未填容量的设施：none 或 unlimited；缺省拒绝 · what an undeclared capacity means",
      valueName: "meaning"))
  var undeclared: String?

  func validate() throws {
    if BorderRule(rawValue: border) == nil {
      throw ValidationError("--border “\(border)” is not one of allowed, forbidden, neighbour")
    }
    if let undeclared, UndeclaredCapacity(rawValue: undeclared) == nil {
      throw ValidationError("--undeclared “\(undeclared)” is not one of none, unlimited")
    }
  }

  /// The question these flags ask.
  func request(rule: CatchmentRule) throws -> CatchmentsRequest {
    var request = CatchmentsRequest(
      service: service ?? "", cohort: CohortID(cohort), rule: rule)
    request.mode = mode
    request.pace = pace
    request.direction = direction
    request.border = BorderRule(rawValue: border) ?? .allowed
    request.includesNeighbours = neighbours
    request.undeclared = undeclared.flatMap { UndeclaredCapacity(rawValue: $0) }
    return request
  }
}

/// The plain files of catchments.
struct CatchmentPlainOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "成本表 from,to,seconds 或 demand,supply,cost · costs", valueName: "OD.csv"))
  var costs: String?
  @Option(help: ArgumentHelp("需求 id,demand（整数人）· whole persons", valueName: "D.csv"))
  var demand: String?
  @Option(
    help: ArgumentHelp(
      "供给 id,supply[,pool]；同一 pool 共用容量 · supplies of one pool share it",
      valueName: "S.csv"))
  var supply: String?
  @Option(
    name: .customLong("cost-unit"),
    help: ArgumentHelp("成本单位 s、min、m、none · unit of the costs", valueName: "unit"))
  var costUnitName = CostUnit.seconds.rawValue

  func validate() throws {
    if CostUnit(rawValue: costUnitName) == nil {
      throw ValidationError("--cost-unit “\(costUnitName)” is not one of s, min, m, none")
    }
  }

  /// What the costs count.
  var costUnit: CostUnit { CostUnit(rawValue: costUnitName) ?? .seconds }
}
