import Geometry
public import PlanningModel
import Projections

/// Asks whether the coordinates of a ledger fit another datum better than the declared one.
public enum DatumCheck {
  /// Fewer points than this say nothing.
  static let fewestPoints = 5

  /// A finding when another reading of `lon` and `lat` puts the rows clearly nearer to places
  /// that are known in WGS 84, such as villages; nothing is shifted (DESIGN §5.7).
  ///
  /// A datum that is not declared is tested as WGS 84. Rows without numbers are passed over.
  public static func run(
    _ table: HeaderedTable, declared: String?, near anchors: [GeographicPosition]
  ) -> InputFault? {
    let points = table.rows.compactMap { row -> Position? in
      guard let x = Double(row["lon"].text), let y = Double(row["lat"].text), x.isFinite,
        y.isFinite, x != 0 || y != 0
      else { return nil }
      return Position(x: x, y: y)
    }
    guard points.count >= fewestPoints, !anchors.isEmpty,
      let datum = try? declared.map({ try Datum($0) }) ?? .wgs84,
      let test = try? DatumTest(points, declared: datum, near: anchors),
      test.contradictsDeclaration, let best = test.best, let offset = best.medianOffsetMetres
    else { return nil }
    let stated = test.findings.first?.medianOffsetMetres.map { "\(Int($0.rounded())) m" }
    return ImportCheck.datumDoubtful.fault(
      file: table.file, layer: table.layer, column: "lon", value: declared,
      rule: "read in \(datum), the places lie \(stated ?? "nowhere near") from known ones in the "
        + "middle; read as \(best.hypothesis), \(Int(offset.rounded())) m",
      remedy: "ask where the coordinates come from (高德 is GCJ-02, 百度 is BD-09) and declare it")
  }
}
