import CGDAL
import Geometry
import PlanningModel

extension VectorLayer {
  /// Reads a layer of a GeoJSON, GeoPackage, Shapefile, FlatGeobuf, KML, GPX, MapInfo or DXF
  /// file.
  ///
  /// Nothing is written beside the file. Texts of a Shapefile that does not tell its encoding
  /// are read as UTF-8 when all of them are, else as GB18030.
  ///
  /// - Parameters:
  ///   - path: where the file is.
  ///   - layer: the layer's name; nil for the only one.
  ///   - name: what messages call the file; nil for its path.
  /// - Throws: ``WorkError``: `unreadable` for a missing file or part of one, or a directory;
  ///   `malformed` for a file that is cut off or of another format; `notFound` for an unknown
  ///   layer; `unsupported` when a layer must be named.
  public static func read(
    _ path: String, layer: String? = nil, name: String? = nil
  ) throws -> VectorLayer {
    try GDALSession.run { log in
      let source = try VectorLayerSource(path: path, name: name ?? path, log: log)
      return try source.read(layer)
    }
  }

  /// The names of a file's layers, in its order.
  ///
  /// - Throws: ``WorkError`` like ``read(_:layer:name:)``.
  public static func names(in path: String, name: String? = nil) throws -> [String] {
    try GDALSession.run { log in
      let source = try VectorLayerSource(path: path, name: name ?? path, log: log)
      return source.layerNames
    }
  }
}

/// An open file of layers; it lives inside one ``GDALSession``.
struct VectorLayerSource: ~Copyable {
  private let file: VectorLayerFile
  private let log: GDALSession.Log
  private let dataset: GDALDatasetH
  private let textEncoding: String?

  init(path: String, name: String, log: GDALSession.Log) throws {
    let file = VectorLayerFile(path: path, name: name)
    try file.checkParts()
    let encoding = VectorLayerEncoding.of(file)
    let options = file.options + (encoding.map { ["ENCODING=\($0)"] } ?? [])
    guard let dataset = file.open(options) else { throw file.refusal(log) }
    self.file = file
    self.log = log
    self.dataset = dataset
    textEncoding = encoding
  }

  deinit { GDALClose(dataset) }

  /// The names of all layers.
  var layerNames: [String] {
    (0..<GDALDatasetGetLayerCount(dataset)).map { index in
      OGR_L_GetName(GDALDatasetGetLayer(dataset, index)).map { String(cString: $0) } ?? ""
    }
  }

  /// Reads one layer whole.
  func read(_ wanted: String?) throws -> VectorLayer {
    let handle = try choose(wanted)
    let definition = OGR_L_GetLayerDefn(handle)
    let attributes = VectorLayerAttributes(definition)
    let fid = OGR_L_GetFIDColumn(handle).map { String(cString: $0) } ?? ""
    var layer = VectorLayer(
      file: file.name, name: OGR_L_GetName(handle).map { String(cString: $0) } ?? "",
      referenceSystem: GDALReferenceSystem.name(OGR_L_GetSpatialRef(handle)),
      textEncoding: textEncoding, fields: attributes.names, features: [])
    // Asking for the system may have left complaints about its definition; they are not faults
    // of the features.
    let failuresBefore = log.failures.count
    OGR_L_ResetReading(handle)
    while let feature = OGR_L_GetNextFeature(handle) {
      defer { OGR_F_Destroy(feature) }
      let row = fid.isEmpty ? layer.features.count + 1 : Int(OGR_F_GetFID(feature))
      let shape: Shape?
      do throws(GeometryError) {
        shape = try VectorLayerShape.of(feature)
      } catch {
        shape = nil
        layer.faults.append(unreadableShape(error, layer.name, row))
      }
      layer.features.append(
        VectorFeature(row: row, values: attributes.values(of: feature), shape: shape))
    }
    guard log.failures.count == failuresBefore else { throw file.refusal(log) }
    layer.faults += log.warnings.map { warning in
      InputFault(
        check: "layer.warning", severity: .hint, file: file.name, layer: layer.name,
        rule: Bilingual("GDAL 提示：\(warning)", "GDAL warns: \(warning)"),
        remedy: Bilingual("在地图软件中查看该图层", "look at the layer in a map program"))
    }
    return layer
  }

  private func choose(_ wanted: String?) throws -> OGRLayerH {
    let names = layerNames
    if let wanted {
      if let index = names.firstIndex(of: wanted),
        let layer = GDALDatasetGetLayer(dataset, Int32(index))
      {
        return layer
      }
      throw WorkError(
        .notFound, operation: "read layer", subject: file.name,
        message: Bilingual("没有名为“\(wanted)”的图层", "there is no layer “\(wanted)”"),
        remedy: nameOne(of: names))
    }
    let spatial = names.indices.filter { index in
      let layer = GDALDatasetGetLayer(dataset, Int32(index))
      return OGR_L_GetGeomType(layer) != wkbNone
    }
    guard let only = spatial.count == 1 ? spatial[0] : names.count == 1 ? 0 : nil,
      let layer = GDALDatasetGetLayer(dataset, Int32(only))
    else {
      throw WorkError(
        .unsupported, operation: "read layer", subject: file.name,
        message: names.isEmpty
          ? Bilingual("文件中没有图层", "the file has no layers")
          : Bilingual("文件中有 \(names.count) 个图层", "the file has \(names.count) layers"),
        remedy: names.isEmpty
          ? Bilingual("重新导出图层", "export the layer again") : nameOne(of: names))
    }
    return layer
  }

  private func nameOne(of names: [String]) -> Bilingual {
    let list = names.prefix(20).joined(separator: ", ") + (names.count > 20 ? " …" : "")
    return Bilingual("写明其中一个：\(list)", "name one of: \(list)")
  }

  private func unreadableShape(_ error: GeometryError, _ layer: String, _ row: Int) -> InputFault {
    InputFault(
      check: "layer.shape_unreadable", severity: .warning, file: file.name, layer: layer, row: row,
      rule: Bilingual("图形无法读取（\(error.message)）", error.message),
      remedy: Bilingual("转换为点、线或面", "convert it to points, lines or polygons"))
  }
}
