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
    public var rule: String
    /// What to do about it.
    public var remedy: String
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
        rule: "the datum of the coordinates is not declared; they were read as WGS 84",
        remedy: "declare WGS 84, CGCS2000, GCJ-02, BD-09 or an EPSG code in yike.yaml")
      return (try? CoordinateReading(.wgs84, box: box), [fault])
    }
    do {
      return (try CoordinateReading(try Datum(text), box: box), [])
    } catch {
      let fault = ImportCheck.datumUnknown.fault(
        file: file, layer: layer, column: "datum", value: text, rule: error.message,
        remedy: "declare WGS 84, CGCS2000, GCJ-02, BD-09 or an EPSG code such as EPSG:4545")
      return (nil, [fault])
    }
  }

  /// The place in WGS 84, or why the numbers cannot be one; x is east.
  public func read(x: Double, y: Double) -> Result<GeographicPosition, Problem> {
    let datum = conversion.datum
    if x == 0, y == 0 {
      return .failure(
        Problem(
          check: .placeZero, rule: "the coordinates are 0, 0, which stands for nothing known",
          remedy: "leave lon and lat empty, or fill them in"))
    }
    let swapped = place(x: y, y: x)
    let isSwapped = box != nil && swapped.map(isInside) == true
    guard let place = place(x: x, y: y), box == nil || isInside(place) else {
      if isSwapped {
        return .failure(
          Problem(
            check: .placeSwappedAxes,
            rule: "the place falls into the district only when lon and lat are swapped",
            remedy: "swap the two columns: lon is east (about 107), lat is north (about 29)"))
      }
      if self.place(x: x, y: y) == nil || (datum.isGeographic && !isDegrees(x, y)) {
        return .failure(
          Problem(
            check: .placeNotDegrees, rule: "these numbers cannot be coordinates in \(datum)",
            remedy: datum.isGeographic
              ? "declare the projected system, for example EPSG:4545, if they are metres"
              : "declare WGS 84, CGCS2000, GCJ-02 or BD-09 if they are degrees"))
      }
      return .failure(
        Problem(
          check: .placeOutsideDistrict,
          rule: "read in \(datum), the place falls outside the district's box \(boxText)",
          remedy: "correct the coordinates, or declare the right datum or reference system"))
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
