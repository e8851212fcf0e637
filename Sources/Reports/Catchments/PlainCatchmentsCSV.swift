import Coverage
public import Planning
import TravelTimes

/// The plain form of catchments as CSV (docs/formats/catchments.md).
public enum PlainCatchmentsCSV {
  /// The rows `demand,supply,assigned,status`, sorted by demand, then supply.
  ///
  /// One for each part of a demand point, and one without supply for who is left out; nobody
  /// vanishes.
  public static func bytes(
    _ answer: CatchmentsQuestion.Answer, byteOrderMark: Bool = false
  ) -> [UInt8] {
    var csv = CSVText(
      header: ["demand", "supply", "assigned", "status"], byteOrderMark: byteOrderMark)
    let table = answer.input.table
    var next = answer.catchments.parts.startIndex
    for (demand, id) in table.demandIDs.enumerated() {
      var isWritten = false
      func append(_ supply: String?, _ persons: Int, _ status: String) {
        csv.append([id, supply, String(persons), status])
        isWritten = true
      }
      while next < answer.catchments.parts.endIndex,
        answer.catchments.parts[next].demand == demand
      {
        let part = answer.catchments.parts[next]
        append(table.supplyIDs[part.supply], part.persons, "ok")
        next += 1
      }
      let displaced = answer.catchments.displaced[demand]
      let tooFar = answer.catchments.tooFar[demand]
      if displaced > 0 { append(nil, displaced, "displaced") }
      if tooFar > 0 { append(nil, tooFar, "too_far") }
      if !isWritten { append(nil, 0, answer.catchments.isWithin[demand] ? "ok" : "too_far") }
    }
    return csv.bytes
  }

  /// The rows `supply,assigned,capacity,points,pool`, also where nobody goes.
  public static func totals(
    _ answer: CatchmentsQuestion.Answer, byteOrderMark: Bool = false
  ) -> [UInt8] {
    var csv = CSVText(
      header: ["supply", "assigned", "capacity", "points", "pool"], byteOrderMark: byteOrderMark)
    let ids = answer.input.table.supplyIDs
    let loads = answer.catchments.loads(supplyCount: ids.count)
    var points = Array(repeating: 0, count: ids.count)
    for part in answer.catchments.parts { points[part.supply] += 1 }
    for (supply, id) in ids.enumerated() {
      let pool = answer.capacities?.poolOfSupply[supply].flatMap { answer.capacities?.pools[$0] }
      let capacity = pool?.persons ?? answer.capacities?.own[supply]
      csv.append([
        id, String(loads[supply]), capacity.map { String($0) }, String(points[supply]), pool?.id,
      ])
    }
    return csv.bytes
  }
}
