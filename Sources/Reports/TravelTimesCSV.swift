import Foundation
public import Planning
import PlanningModel

/// Travel times between points as CSV: `from,to,seconds,metres,status`.
public enum TravelTimesCSV {
  /// Seconds with three decimals, metres with one; empty where there is no path.
  public static func bytes(
    _ rows: [TravelTimesQuestion.Row], byteOrderMark: Bool = false
  ) -> [UInt8] {
    var csv = CSVText(
      header: ["from", "to", "seconds", "metres", "status"], byteOrderMark: byteOrderMark)
    for row in rows {
      let tenths = row.metres.map { Int(($0 * 10).rounded()) }
      csv.append([
        row.from, row.to, row.time?.secondsText, tenths.map { "\($0 / 10).\($0 % 10)" },
        row.status,
      ])
    }
    return csv.bytes
  }
}
