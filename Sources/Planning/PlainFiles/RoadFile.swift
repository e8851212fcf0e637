import Geometry
import Importing
import PlanningModel
import Projections
import RoadNetwork

/// Roads of one file: OSM PBF or XML, or any line layer that GDAL reads.
enum RoadFile {
  /// The lines in WGS 84, and what is wrong with the file without stopping the work.
  ///
  /// - Throws: `WorkError` for a file that cannot be read, or without a single road.
  static func read(_ path: String, layer: String? = nil) throws -> (TaggedLines, [InputFault]) {
    let keys = RoadRules.tagKeys
    let result: (TaggedLines, [InputFault])
    if OSMRoads.extensions.contains(where: { path.lowercased().hasSuffix($0) }) {
      if let layer {
        throw WorkError(
          .unsupported, operation: "read roads", subject: path,
          message: Bilingual(
            "OSM 文件没有图层，却指定了“\(layer)”", "an OSM file has no layers, but “\(layer)” was named"),
          remedy: Bilingual("去掉 --roads-layer", "leave --roads-layer out"))
      }
      let roads = try OSMRoads.read(path, keys: keys)
      result = (roads.lines, roads.faults(file: path))
    } else {
      let read = try VectorLayer.read(path, layer: layer, option: "--roads-layer")
      guard let datum = try read.statedDatum() else {
        throw WorkError(
          .malformed, operation: "read roads", subject: path,
          message: Bilingual("图层没有坐标系", "the layer states no reference system"),
          remedy: Bilingual(
            "连同坐标系导出，如 WGS 84 的 GeoJSON 或 GeoPackage",
            "export it with one, for example as GeoJSON or GeoPackage in WGS 84"))
      }
      let (lines, faults) = try read.transformed(from: datum, to: .wgs84)
        .taggedLines(keys: keys)
      result = (lines, read.faults + faults)
    }
    let blocking = result.1.filter { $0.severity == .blocking }
    guard blocking.isEmpty else {
      throw WorkError(
        .blocked, operation: "read roads", subject: path,
        message: Bilingual("\(blocking.count) 项阻断问题", "\(blocking.count) blocking findings"),
        remedy: Bilingual("按各行提示更正", "correct each line"),
        faults: blocking)
    }
    return result
  }
}
