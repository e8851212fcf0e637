import ArgumentParser
import Foundation
import Planning
import PlanningModel
import Reports
import TravelTimes

/// The plain-file form of coverage: a table of costs and a table of demand.
struct CostCoverageOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "费用表 from,to,seconds 或 demand,supply,cost · costs, without a workspace",
      valueName: "OD.csv"))
  var costs: String?
  @Option(help: ArgumentHelp("需求表 id,demand · the demand", valueName: "D.csv"))
  var demand: String?
  @Option(help: "费用单位 s、min、m、none · what costs count")
  var costUnit: CostUnit = .seconds
  @Option(
    help: ArgumentHelp(
      "另存每个需求点的最近供给、费用和状态 · each demand's nearest supply and cost",
      valueName: "file"))
  var byDemand: String?

  mutating func validate() throws {
    guard costs == nil else {
      guard demand != nil else { throw ValidationError("give the demand with --demand D.csv") }
      return
    }
    for (flag, isGiven) in [("--demand", demand != nil), ("--by-demand", byDemand != nil)]
    where isGiven {
      throw ValidationError("\(flag) belongs to the plain-file form; give --costs OD.csv with it")
    }
  }

  /// The limits in the unit of the costs.
  func limits(_ texts: [String]) throws -> [ExactDecimal] {
    try texts.map { text in
      if let limit = costUnit.limit(text) { return limit }
      throw ValidationError(
        "--within “\(text)” is no limit for costs in \(costUnit.rawValue); write "
          + (costUnit == .seconds || costUnit == .minutes ? "900s, 15min or 1h" : "1500 or 0.5"))
    }
  }

  /// Answers the question; the table by demand goes to its file first.
  func answer(_ texts: [String], isBackup: Bool, bom: Bool) throws -> [UInt8] {
    let question = CostCoverageQuestion(
      costs: costs ?? "", demand: demand ?? "", unit: costUnit, limits: try limits(texts))
    let answer = try question.answer(note: Terminal.note)
    if let byDemand {
      try ResultFile.write(
        Data(CostCoverageCSV.byDemand(answer, byteOrderMark: bom)), to: URL(filePath: byDemand))
    }
    return CostCoverageCSV.bytes(answer, isBackup: isBackup, byteOrderMark: bom)
  }
}
