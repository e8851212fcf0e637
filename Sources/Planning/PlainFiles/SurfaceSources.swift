import PlanningModel
import Terrain

/// The places that a surface's times are counted to or from.
struct SurfaceSources {
  /// Their table.
  let table: PointTable
  /// What messages call it.
  let file: String

  /// Says which places no search can begin at.
  ///
  /// - Parameter status: what the surface says of each place.
  /// - Throws: `WorkError`, with all of them, when none is left.
  func check(_ status: [SurfaceStatus], _ note: (String) -> Void) throws {
    let faults = status.indices.compactMap { fault(of: $0, status[$0]) }
    guard faults.count < status.count else {
      throw WorkError(
        .blocked, operation: "compute surface", subject: file,
        message: status.isEmpty
          ? Bilingual("表中没有数据行", "the table has no row")
          : Bilingual(
            "\(status.count) 个点都不可用", "none of its \(status.count) places can be used"),
        remedy: status.isEmpty
          ? Bilingual("至少填写一个点", "give at least one place")
          : Bilingual("按各行提示更正", "correct each line"),
        faults: faults)
    }
    for fault in faults { note("\(fault)") }
  }

  private func fault(of index: Int, _ status: SurfaceStatus) -> InputFault? {
    let hasCoordinates = table.places[index] != nil
    let (rule, remedy): (Bilingual, Bilingual)
    switch status {
    case .reached, .notReached: return nil
    case .invalid where !hasCoordinates:
      rule = Bilingual(
        "lon、lat 缺失，或不是 \(table.datum) 的坐标",
        "lon and lat are missing or are no coordinates in \(table.datum)")
      remedy = Bilingual(
        "填写坐标，或用 --crs 声明点表的坐标系",
        "fill them in, or give the tables' reference system with --crs")
    case .outside, .invalid:
      rule = Bilingual("该点在高程范围之外", "the place lies outside the elevation")
      remedy = Bilingual(
        "换用范围更大的高程，或更正坐标",
        "give an elevation that reaches as far, or correct the place")
    case .noElevation:
      rule = Bilingual("该点处没有高程", "the elevation has no height at the place")
      remedy = Bilingual(
        "补全高程，或将点移到旁边", "fill the hole in the elevation, or move the place beside it")
    case .impassable:
      rule = Bilingual(
        "该点在障碍上，或在没有速度的地表上",
        "the place lies on a barrier, or on land cover without a speed")
      remedy = Bilingual(
        "将点移到障碍旁，或为该类地表填写速度",
        "move it beside the barrier, or give the class a speed")
    }
    let word = SurfaceQuestion.word(status, hasCoordinates: hasCoordinates)
    return InputFault(
      check: "surface.source", severity: .warning, file: file, row: table.rows[index],
      column: "id", value: table.ids[index],
      rule: Bilingual("\(word)：\(rule.chinese)", "\(word): \(rule.english)"), remedy: remedy)
  }
}
