import Coverage
public import Planning
import PlanningModel
import Targets

/// A comparison as GeoJSON: units and villages with what changes, and the facilities that open,
/// close or move.
public enum ComparisonGeoJSON {
  /// The bytes of the collection, one feature a line.
  public static func bytes(_ comparison: ScenarioComparison) -> [UInt8] {
    let keys = CoverageKeys.keys(of: comparison.services.map(\.table))
    let rows = comparison.services.map { service in
      Dictionary(
        service.rows.map { ($0.row.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
    func members(_ id: String) -> [(String, OrderedJSON)] {
      zip(keys, rows).flatMap { key, rows -> [(String, OrderedJSON)] in
        let change = rows[id]
        return [
          ("\(key).change", .optional(change?.change)),
          ("\(key).seconds_before", .optional(change?.before?.time?.secondsText)),
          ("\(key).seconds_after", .optional(change?.after?.time?.secondsText)),
        ]
      }
        + comparison.targets.filter(\.isChanged).map { target in
          (
            target.after.id,
            .optional(
              target.gained.contains { $0.id == id }
                ? "gained" : target.lost.contains { $0.id == id } ? "lost" : nil)
          )
        }
    }
    let after = comparison.evaluations.after
    let units = after.district.units.map { unit in
      Feature.json(
        id: "unit/\(unit.id)",
        properties: [
          ("layer", .text("unit")), ("id", .text(unit.id.rawValue)),
          ("code", .optional(unit.codes[after.district.codeSystem])), ("name", .text(unit.name)),
          ("name_en", .optional(unit.nameEnglish)),
          ("provenance", .text(after.layers.unitShapesProvenance.rawValue)),
        ] + members(unit.id.rawValue),
        geometry: after.layers.unitShapes[unit.id].map { GeoJSONGeometry.json($0) } ?? .null)
    }
    let villages = after.district.demandPoints.map { point in
      Feature.json(
        id: "village/\(point.id)",
        properties: [
          ("layer", .text("village")), ("id", .text(point.id.rawValue)),
          ("code", .optional(point.code)), ("name", .text(point.name)), ("name_en", .null),
          (
            "provenance",
            .text(max(point.positionProvenance, point.peopleProvenance).rawValue)
          ),
        ] + members(point.id.rawValue),
        geometry: point.position.map { GeoJSONGeometry.json($0) } ?? .null)
    }
    return FeatureCollection.bytes(units + villages + facilities(comparison))
  }

  private static func facilities(_ comparison: ScenarioComparison) -> [OrderedJSON] {
    let before = Dictionary(
      comparison.evaluations.before.district.facilities.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
    let (early, late) = (comparison.before.asOf, comparison.after.asOf)
    return comparison.evaluations.after.district.facilities.compactMap { facility in
      let old = before[facility.id]
      let (was, isNow) = (
        old?.isOperating(on: early) ?? false, facility.isOperating(on: late)
      )
      let change: String? =
        was && !isNow
        ? "closed"
        : !was && isNow ? "opened" : was && old?.position != facility.position ? "moved" : nil
      guard let change else { return nil }
      return Feature.json(
        id: "facility/\(facility.id)",
        properties: [
          ("layer", .text("facility")), ("id", .text(facility.id.rawValue)), ("code", .null),
          ("name", .text(facility.name)), ("name_en", .null),
          ("provenance", .text(facility.provenance.position.rawValue)),
          ("kind", .text(facility.kind.rawValue)), ("change", .text(change)),
        ], geometry: facility.position.map { GeoJSONGeometry.json($0) } ?? .null)
    }
  }
}
