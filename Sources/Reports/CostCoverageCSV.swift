import Coverage
public import Planning
import PlanningModel
import TravelTimes

/// Coverage from a cost table as CSV: a row for each limit, or a row for each demand.
public enum CostCoverageCSV {
  /// `limit_seconds,covered_demand,total_demand,covered_points,points`; the first column is
  /// `limit` where costs are metres or plain numbers.
  ///
  /// - Parameter isBackup: whether the columns of two or more supplies within the limit follow.
  public static func bytes(
    _ answer: CostCoverageQuestion.Answer, isBackup: Bool, byteOrderMark: Bool = false
  ) -> [UInt8] {
    let table = answer.coverage.costs
    var header = [
      table.unit.isTime ? "limit_seconds" : "limit", "covered_demand", "total_demand",
      "covered_points", "points",
    ]
    if isBackup { header += ["covered_twice_demand", "covered_twice_points"] }
    var csv = CSVText(header: header, byteOrderMark: byteOrderMark)
    let total = answer.amounts.values.reduce(0, +)
    for figures in answer.figures {
      var fields: [String?] = [
        text(ofLimit: figures.limit, table), answer.amounts.text(figures.covered),
        answer.amounts.text(total), String(figures.coveredPoints), String(answer.ids.count),
      ]
      if isBackup {
        fields += [
          answer.amounts.text(figures.coveredTwice), String(figures.coveredTwicePoints),
        ]
      }
      csv.append(fields)
    }
    return csv.bytes
  }

  /// `id,demand,nearest,seconds,status,reason,second,second_seconds`, a row for each demand by
  /// id; `cost` and `second_cost` where costs are metres or plain numbers.
  ///
  /// The status is `ok` within the largest limit, `too_far` beyond it, else `unreachable`.
  public static func byDemand(
    _ answer: CostCoverageQuestion.Answer, byteOrderMark: Bool = false
  ) -> [UInt8] {
    let table = answer.coverage.costs
    let cost = table.unit.isTime ? "seconds" : "cost"
    var csv = CSVText(
      header: ["id", "demand", "nearest", cost, "status", "reason", "second", "second_\(cost)"],
      byteOrderMark: byteOrderMark)
    let most = table.largestCost(within: answer.widest)
    for (row, id) in answer.ids.enumerated() {
      let nearest = answer.coverage.nearest[row]
      let second = answer.coverage.second[row]
      let status = nearest.map { $0.cost <= most ? "ok" : "too_far" } ?? "unreachable"
      csv.append([
        id, answer.amounts.text(answer.amounts.values[row]),
        nearest.map { table.supplyIDs[$0.supply] }, nearest.map { text($0.cost, table) }, status,
        nearest == nil ? answer.reasons[id] ?? "no_pair" : nil,
        second.map { table.supplyIDs[$0.supply] }, second.map { text($0.cost, table) },
      ])
    }
    return csv.bytes
  }

  private static func text(_ cost: Int64, _ table: CostTable) -> String {
    table.unit.isTime ? table.secondsText(ofCost: cost) : table.text(ofCost: cost, decimalPlaces: 0)
  }

  private static func text(ofLimit limit: ExactDecimal, _ table: CostTable) -> String {
    guard table.unit.isTime else { return limit.description }
    let factor = table.unit == .minutes ? 60_000 : 1_000
    let milliseconds = limit.numerator * factor / limit.denominator
    return TravelTime(milliseconds: UInt32(clamping: milliseconds)).secondsText
  }
}

extension CostUnit {
  /// Whether costs are times, which files show in seconds.
  fileprivate var isTime: Bool { self == .seconds || self == .minutes }
}
