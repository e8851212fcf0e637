import PlanningModel
public import Projections

extension VectorLayer {
  /// The layer with its shapes led from one datum to another.
  ///
  /// Positions that have no image become NaN; what reads the layer lists them.
  ///
  /// - Throws: `ProjectionError` when a system cannot be opened.
  public func transformed(from source: Datum, to target: Datum) throws -> VectorLayer {
    guard source != target else { return self }
    let (inward, outward) = (try DatumConversion(source), try DatumConversion(target))
    var layer = self
    for index in layer.features.indices {
      guard let shape = layer.features[index].shape else { continue }
      layer.features[index].shape = try outward.fromWGS84(inward.toWGS84(shape))
    }
    switch target {
    case .wgs84: layer.referenceSystem = "EPSG:4326"
    case .cgcs2000: layer.referenceSystem = "EPSG:4490"
    case .system(let system): layer.referenceSystem = system.definition
    // No registry has a code for the datums of internet maps.
    case .gcj02, .bd09: layer.referenceSystem = nil
    }
    return layer
  }

  /// The datum that the file itself states; nil when it states none.
  ///
  /// - Throws: ``WorkError`` `unsupported` when PROJ does not know the system.
  public func statedDatum() throws -> Datum? {
    guard let referenceSystem else { return nil }
    do {
      return try Datum(referenceSystem)
    } catch let error {
      throw WorkError(
        .unsupported, operation: "read layer", subject: file,
        message: Bilingual(
          "图层的坐标系无法识别（\(error.message)）",
          "its reference system is not known (\(error.message))"),
        remedy: Bilingual(
          "按 WGS 84（EPSG:4326）导出图层，或声明其坐标基准",
          "export the layer in WGS 84 (EPSG:4326) or declare its datum"))
    }
  }
}
