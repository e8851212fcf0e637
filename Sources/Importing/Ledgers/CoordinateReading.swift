public import Geometry
public import PlanningModel
public import Projections

/// Reads coordinates of a declared datum into WGS 84 and looks whether they can be right.
public struct CoordinateReading: Sendable {
  private let conversion: DatumConversion
  private let box: Bounds?

  /// Why coordinates were refused.
  public struct Problem: Error, Sendable {
    /// The check that failed.
    public var check: ImportCheck
    /// What is wrong.
    public var rule: Bilingual
    /// What to do about it.
    public var remedy: Bilingual
  }

  /// Prepares the reading; places outside `box` (WGS 84 degrees) are refused, unless it is nil.
  public init(_ datum: Datum = .wgs84, box: Bounds? = nil) throws(ProjectionError) {
    conversion = try DatumConversion(datum)
    self.box = box
  }

  /// Prepares the reading from what a source declares: a datum, an EPSG code, or nothing.
  ///
  /// Nothing is taken as WGS 84 with a warning; an unknown name is a blocking fault and gives no
  /// reading.
  public static func declared(
    _ text: String?, box: Bounds?, file: String, layer: String? = nil
  ) -> (reading: CoordinateReading?, faults: [InputFault]) {
    guard let text, !text.isEmpty else {
      let fault = ImportCheck.datumUndeclared.fault(
        file: file, layer: layer,
        rule: Bilingual(
          "未声明坐标基准，按 WGS 84 读取",
          "the datum of the coordinates is not declared; they were read as WGS 84"),
        remedy: Bilingual(
          "在 yike.yaml 中声明 WGS 84、CGCS2000、GCJ-02、BD-09 或 EPSG 代号",
          "declare WGS 84, CGCS2000, GCJ-02, BD-09 or an EPSG code in yike.yaml"))
      return (try? CoordinateReading(.wgs84, box: box), [fault])
    }
    do {
      return (try CoordinateReading(try Datum(text), box: box), [])
    } catch {
      let fault = ImportCheck.datumUnknown.fault(
        file: file, layer: layer, column: "datum", value: text,
        rule: Bilingual("坐标基准无法识别（\(error.message)）", error.message),
        remedy: Bilingual(
          "声明 WGS 84、CGCS2000、GCJ-02、BD-09 或 EPSG 代号（如 EPSG:4545）",
          "declare WGS 84, CGCS2000, GCJ-02, BD-09 or an EPSG code such as EPSG:4545"))
      return (nil, [fault])
    }
  }

  /// The place in WGS 84, or why the numbers cannot be one; x is east.
  public func read(x: Double, y: Double) -> Result<GeographicPosition, Problem> {
    let datum = conversion.datum
    if x == 0, y == 0 {
      return .failure(
        Problem(
          check: .placeZero,
          rule: Bilingual(
            "坐标为 0, 0，等于没有填写", "the coordinates are 0, 0, which stands for nothing known"),
          remedy: Bilingual("lon、lat 留空，或填写实际坐标", "leave lon and lat empty, or fill them in")))
    }
    let swapped = place(x: y, y: x)
    let isSwapped = box != nil && swapped.map(isInside) == true
    guard let place = place(x: x, y: y), box == nil || isInside(place) else {
      if isSwapped {
        return .failure(
          Problem(
            check: .placeSwappedAxes,
            rule: Bilingual(
              "lon 与 lat 对调后才落在本区县内",
              "the place falls into the district only when lon and lat are swapped"),
            remedy: Bilingual(
              "对调这两列：lon 为经度（约 107），lat 为纬度（约 29）",
              "swap the two columns: lon is east (about 107), lat is north (about 29)")))
      }
      if self.place(x: x, y: y) == nil || (datum.isGeographic && !isDegrees(x, y)) {
        return .failure(
          Problem(
            check: .placeNotDegrees,
            rule: Bilingual(
              "这两个数不可能是 \(datum) 的坐标", "these numbers cannot be coordinates in \(datum)"),
            remedy: datum.isGeographic
              ? Bilingual(
                "如单位为米，声明投影坐标系（如 EPSG:4545）",
                "declare the projected system, for example EPSG:4545, if they are metres")
              : Bilingual(
                "如单位为度，声明 WGS 84、CGCS2000、GCJ-02 或 BD-09",
                "declare WGS 84, CGCS2000, GCJ-02 or BD-09 if they are degrees")))
      }
      return .failure(
        Problem(
          check: .placeOutsideDistrict,
          rule: Bilingual(
            "按 \(datum) 读取，该点落在本区县范围 \(boxText) 之外",
            "read in \(datum), the place falls outside the district's box \(boxText)"),
          remedy: Bilingual(
            "更正坐标，或声明正确的坐标基准或坐标系",
            "correct the coordinates, or declare the right datum or reference system")))
    }
    return .success(place)
  }

  private func isDegrees(_ x: Double, _ y: Double) -> Bool { abs(x) <= 180 && abs(y) <= 90 }

  private func place(x: Double, y: Double) -> GeographicPosition? {
    if conversion.datum.isGeographic, !isDegrees(x, y) { return nil }
    guard let places = try? conversion.places([Position(x: x, y: y)]), let place = places[0],
      place.longitude.isFinite, place.latitude.isFinite
    else { return nil }
    return place
  }

  private func isInside(_ place: GeographicPosition) -> Bool {
    box?.contains(Position(x: place.longitude, y: place.latitude)) ?? true
  }

  private var boxText: String {
    guard let box else { return "" }
    func short(_ degrees: Double) -> String {
      let hundredths = Int((degrees * 100).rounded())
      let fraction = hundredths.magnitude % 100
      return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
    }
    return "\(short(box.west))–\(short(box.east)), \(short(box.south))–\(short(box.north))"
  }
}
