import Foundation
import Geometry
import Importing
import PlanningModel
import Projections
import Workspace

/// Reads the sources that are shapes or grids rather than ledgers.
struct LayerSources {
  let folder: WorkspaceFolder

  /// A layer with its shapes in WGS 84, and a warning where no datum was declared or stated.
  private func layer(_ source: SourceSettings) throws -> (VectorLayer, [InputFault]) {
    var layer = try VectorLayer.read(
      folder.url(of: source.file).path, layer: source.layer, name: source.file)
    var faults = layer.faults
    let declared = source.datum?.rawValue ?? source.referenceSystem
    let datum: Datum
    if let declared {
      datum = try Datum(declared)
    } else if let stated = try layer.statedDatum() {
      datum = stated
    } else {
      datum = .wgs84
      faults.append(
        ImportCheck.datumUndeclared.fault(
          file: source.file, layer: layer.name,
          rule: Bilingual(
            "文件和 yike.yaml 均未写明坐标基准，按 WGS 84 读取",
            "neither the file nor yike.yaml states a datum; it was read as WGS 84"),
          remedy: Bilingual(
            "在 yike.yaml 中为该来源写明 datum 或 crs",
            "declare datum or crs of this source in yike.yaml")))
    }
    layer = try layer.transformed(from: datum, to: .wgs84)
    return (layer, faults)
  }

  /// The unit polygons of a source before they are matched: code or name, shape, row.
  struct RawPolygon {
    var code: String?
    var name: String?
    var shape: Shape
    var place: SourcePlace
    var provenance: Provenance
  }

  /// The polygons of a source.
  func polygons(
    _ source: SourceSettings, system: CodeSystem
  ) throws -> ([RawPolygon], [InputFault]) {
    let (layer, faults) = try layer(source)
    let code = layer.field("code_\(system.rawValue)")
    let name = layer.field("name")
    let stated = layer.field("provenance")
    let polygons = layer.features.compactMap { feature -> RawPolygon? in
      guard let shape = feature.shape else { return nil }
      return RawPolygon(
        code: code.flatMap { feature.values[$0] }, name: name.flatMap { feature.values[$0] },
        shape: shape,
        place: SourcePlace(file: source.file, layer: layer.name, row: feature.row),
        provenance: max(
          source.provenance,
          stated.flatMap { feature.values[$0] }.flatMap(Provenance.init) ?? source.provenance))
    }
    return (polygons, faults)
  }

  /// The roads of a source.
  func roads(
    _ source: SourceSettings, keys: [String]
  ) throws -> (TaggedLines, [InputFault]) {
    let url = folder.url(of: source.file)
    if OSMRoads.extensions.contains(where: { source.file.lowercased().hasSuffix($0) }) {
      let roads = try OSMRoads.read(url.path, keys: keys, name: source.file)
      return (roads.lines, roads.faults(file: source.file))
    }
    let (layer, faults) = try layer(source)
    let (lines, lineFaults) = layer.taggedLines(keys: keys)
    return (lines, faults + lineFaults)
  }

  /// The named lines of a background source.
  func rivers(_ source: SourceSettings) throws -> ([BackgroundLine], [InputFault]) {
    let (layer, faults) = try layer(source)
    let name = layer.field("name")
    let english = layer.field("name_en")
    var lines: [BackgroundLine] = []
    for feature in layer.features {
      let parts: [[Position]] =
        switch feature.shape {
        case .lineString(let line): [line]
        case .multiLineString(let many): many
        default: []
        }
      lines += parts.map {
        BackgroundLine(
          name: name.flatMap { feature.values[$0] } ?? "",
          nameEnglish: english.flatMap { feature.values[$0] }, positions: $0,
          provenance: source.provenance)
      }
    }
    return (lines, faults)
  }

  /// The elevation grid of a source.
  func elevation(_ source: SourceSettings) throws -> ElevationLayer {
    var raster = try RasterFile.read(folder.url(of: source.file).path, name: source.file)
    if let declared = source.datum?.rawValue ?? source.referenceSystem {
      raster.referenceSystem = declared
    }
    // A system that PROJ does not know is told now, not at the first journey.
    _ = try ReferenceSystem(raster.referenceSystem)
    return ElevationLayer(raster: raster, provenance: source.provenance)
  }
}
