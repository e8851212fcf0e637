public import Planning
import PlanningModel

/// Times of points read from a surface as CSV: `id,seconds,status`.
public enum SurfacePointsCSV {
  /// Seconds with three decimals; empty where the point was not reached.
  public static func bytes(
    _ rows: [SurfaceQuestion.Row], byteOrderMark: Bool = false
  ) -> [UInt8] {
    var csv = CSVText(header: ["id", "seconds", "status"], byteOrderMark: byteOrderMark)
    for row in rows { csv.append([row.id, row.time?.secondsText, row.status]) }
    return csv.bytes
  }
}
