import Coverage
import Geometry
import PlanningModel
import Workspace

/// What the border of a township means to a pair of village and facility.
struct TownshipBorders {
  /// Outlines nearer than this adjoin, in degrees (about 50 m): drawn borders seldom meet exactly.
  private static let toleranceDegrees = 0.0005

  private let rule: BorderRule
  private let adjoining: [UnitID: Set<UnitID>]

  /// Finds which units adjoin, where the rule asks.
  ///
  /// - Throws: `WorkError` when it asks and a unit has no polygon.
  init(_ rule: BorderRule, _ situation: Situation) throws {
    self.rule = rule
    guard rule == .neighbour else {
      adjoining = [:]
      return
    }
    let shapes = situation.loaded.contents.unitShapes
    let units = situation.district.units.map(\.id)
    let missing = units.filter { shapes[$0] == nil }
    guard missing.isEmpty else {
      throw WorkError(
        .notFound, operation: "find adjoining units",
        subject: missing.map(\.rawValue).joined(separator: ", "),
        message: Bilingual("这些单元没有界线面", "these units have no polygon"),
        remedy: Bilingual(
          "提供 unit_polygons，或改用 --border allowed|forbidden",
          "give their polygons, or take --border allowed|forbidden"))
    }
    var adjoining: [UnitID: Set<UnitID>] = [:]
    for (position, unit) in units.enumerated() {
      guard let shape = shapes[unit]?.shape else { continue }
      for other in units[(position + 1)...] {
        guard let second = shapes[other]?.shape,
          try shape.planarDistance(to: second) <= Self.toleranceDegrees
        else { continue }
        adjoining[unit, default: []].insert(other)
        adjoining[other, default: []].insert(unit)
      }
    }
    self.adjoining = adjoining
  }

  /// Own where the facility stands in the village's township or declares to serve it.
  func rank(_ point: DemandPoint, _ facility: Facility) -> BorderRank {
    guard let unit = point.unit else { return rule == .allowed ? .across : .closed }
    if facility.host == unit || facility.servedUnits.contains(unit) { return .own }
    switch rule {
    case .allowed: return .across
    case .forbidden: return .closed
    case .neighbour:
      guard let host = facility.host else { return .closed }
      return adjoining[unit]?.contains(host) == true ? .across : .closed
    }
  }
}
