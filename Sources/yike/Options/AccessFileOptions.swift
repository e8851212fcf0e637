import ArgumentParser
import TravelTimes

/// The plain files of access.
struct AccessFileOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "成本表 from,to,seconds 或 demand,supply,cost · costs", valueName: "OD.csv"))
  var costs: String?
  @Option(help: ArgumentHelp("需求 id,demand[,…] · demand", valueName: "D.csv"))
  var demand: String?
  @Option(help: ArgumentHelp("供给 id,supply · supply", valueName: "S.csv"))
  var supply: String?
  @Option(
    name: .customLong("cost-unit"),
    help: ArgumentHelp("成本单位 s、min、m、none · unit of the costs", valueName: "unit"))
  var costUnitName: String?
  @Option(
    help: ArgumentHelp(
      "各供给的供需比 id,ratio,status 写入文件 · the ratio of each supply", valueName: "file"))
  var supplyRatios: String?

  func validate() throws {
    if let costUnitName, CostUnit(rawValue: costUnitName) == nil {
      throw ValidationError("--cost-unit “\(costUnitName)” is not one of s, min, m, none")
    }
    guard costs != nil else {
      if demand != nil || supply != nil || costUnitName != nil {
        throw ValidationError("--demand, --supply and --cost-unit belong to --costs OD.csv")
      }
      return
    }
    guard demand != nil else { throw ValidationError("--costs needs --demand D.csv") }
  }

  /// What the costs count.
  var costUnit: CostUnit { costUnitName.flatMap { CostUnit(rawValue: $0) } ?? .seconds }
}
