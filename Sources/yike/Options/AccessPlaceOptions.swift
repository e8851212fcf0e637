import ArgumentParser
import Planning
import PlanningModel

/// Which people and facilities of a workspace access is measured for.
struct AccessPlaceOptions: ParsableArguments {
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
  @Flag(help: "计入毗邻区县的设施和人 · neighbours' facilities and people count too")
  var neighbours = false
  @Option(
    name: .customLong("supply-of"),
    help: ArgumentHelp(
      "供给量：capacity 容量、count 每处 1 · what a facility supplies", valueName: "what"))
  var supplyName = AccessSupply.capacity.rawValue
  @Flag(help: "未填容量的设施按 0 计；缺省拒绝 · a capacity that is not declared counts 0")
  var undeclaredZero = false

  func validate() throws {
    if AccessSupply(rawValue: supplyName) == nil {
      throw ValidationError("--supply-of “\(supplyName)” is not one of capacity, count")
    }
  }

  /// The question these flags ask.
  func request(_ measure: AccessMeasure) -> AccessRequest {
    var request = AccessRequest(
      service: service ?? "", cohort: CohortID(cohort), measure: measure)
    request.mode = mode
    request.pace = pace
    request.direction = direction
    request.includesNeighbours = neighbours
    request.supply = AccessSupply(rawValue: supplyName) ?? .capacity
    request.countsUndeclaredAsZero = undeclaredZero
    return request
  }
}
