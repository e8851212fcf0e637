public import Geometry
import PlanningModel

/// A raster of land cover classes with the speed of each.
public struct LandCover: Sendable {
  /// The classes, as whole numbers; NaN where nothing is known.
  public var raster: Raster
  /// The speed of each class.
  public var speeds: LandCoverSpeeds
  /// What messages call the raster.
  public var file: String
  /// Brings positions of the surface's reference system into the raster's.
  public var project: ElevationModel.Projecting

  /// Makes a land cover; without `project` both rasters share one reference system.
  public init(
    raster: Raster, speeds: LandCoverSpeeds, file: String,
    project: @escaping ElevationModel.Projecting = { $0 }
  ) {
    self.raster = raster
    self.speeds = speeds
    self.file = file
    self.project = project
  }

  /// The class at the centre of each cell of a surface; nil where there is none.
  ///
  /// A cell takes the class of the land cover cell that contains its centre, by the rule of
  /// ``CostSurfaceGrid/cell(at:)``: the nearest one, never a mixture.
  func classes(over grid: CostSurfaceGrid) throws -> [Int?] {
    let own = try CostSurfaceGrid(of: raster, unit: grid.unit)
    var classes: [Int?] = []
    classes.reserveCapacity(grid.count)
    for row in 0..<grid.height {
      let centres = (0..<grid.width).map { grid.centre(of: row * grid.width + $0) }
      for centre in try project(centres) {
        classes.append(own.cell(at: centre).flatMap { Int(exactly: raster.cells[$0]) })
      }
    }
    return classes
  }

  /// What became of the cells without a speed: one hint for each class, with the count.
  func faults(cellsWithoutSpeed: [Int: Int], cellsWithoutClass: Int) -> [InputFault] {
    var faults = cellsWithoutSpeed.sorted { $0.key < $1.key }.map { coverClass, cells in
      InputFault(
        check: "landcover.class_without_speed", severity: .warning, file: file,
        column: "class", value: String(coverClass),
        rule: Bilingual(
          "该地表类别没有速度，其 \(cells) 个像元不可通行",
          "the class has no speed, so its \(cells) cells are impassable"),
        remedy: Bilingual(
          "在速度表中为它添加一行；填 0 表示不可通行，不再提示",
          "add a row for it to the table of speeds; 0 says impassable without a warning"))
    }
    if cellsWithoutClass > 0 {
      faults.append(
        InputFault(
          check: "landcover.no_class", severity: .warning, file: file,
          rule: Bilingual(
            "高程范围内有 \(cellsWithoutClass) 个像元没有地表类别，不可通行",
            "\(cellsWithoutClass) cells of the elevation have no land cover class and are "
              + "impassable"),
          remedy: Bilingual(
            "使用与高程范围一致的地表覆盖数据",
            "give a land cover that reaches as far as the elevation")))
    }
    return faults
  }
}
