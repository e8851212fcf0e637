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
    let stated = test.findings.first?.medianOffsetMetres.map { Int($0.rounded()) }
    let (chinese, english) =
      stated.map { ("中位偏差 \($0) 米", "\($0) m") } ?? ("远离已知地点", "nowhere near")
    let metres = Int(offset.rounded())
    return ImportCheck.datumDoubtful.fault(
      file: table.file, layer: table.layer, column: "lon", value: declared,
      rule: Bilingual(
        "按 \(datum) 读取，各点与已知地点相比\(chinese)；按 \(best.hypothesis) 读取，中位偏差 \(metres) 米",
        "read in \(datum), the places lie \(english) from known ones in the middle; "
          + "read as \(best.hypothesis), \(metres) m"),
      remedy: Bilingual(
        "问明坐标来源（高德为 GCJ-02，百度为 BD-09）并声明",
        "ask where the coordinates come from (高德 is GCJ-02, 百度 is BD-09) and declare it"))
  }
}
