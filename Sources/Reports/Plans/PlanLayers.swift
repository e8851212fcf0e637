import LocationAllocation
public import Planning
import PlanningModel
import Scenarios

/// The candidates of a plan as CSV, a row each, and as GeoJSON; those not built have no period.
public enum PlanLayers {
  /// The CSV.
  public static func csv(_ outcome: PlanOutcome, byteOrderMark: Bool = false) -> [UInt8] {
    var csv = CSVText(
      header: [
        "site", "name", "kind", "unit", "unit_name", "status", "period", "opened", "cost",
        "currency", "staff", "feeds", "required", "lon", "lat", "provenance",
      ], byteOrderMark: byteOrderMark)
    for site in outcome.sites {
      csv.append([
        site.id, site.name, site.kind.rawValue, site.unit.rawValue, site.unitName,
        status(site, outcome), site.opens.map { outcome.periods[$0].label },
        site.opens.map { outcome.periods[$0].end.description }, site.cost.description,
        outcome.plan.currency, String(site.staff), site.feeds.joined(separator: ";"),
        site.isRequired ? "true" : "false", site.position.map { "\($0.longitude)" },
        site.position.map { "\($0.latitude)" }, site.provenance.rawValue,
      ])
    }
    return csv.bytes
  }

  /// The GeoJSON: a point for each candidate.
  public static func geoJSON(_ outcome: PlanOutcome) -> [UInt8] {
    let features = outcome.sites.map { site -> OrderedJSON in
      .object([
        ("type", .text("Feature")),
        (
          "properties",
          .object([
            ("layer", .text("planned_site")), ("id", .text(site.id)), ("name", .text(site.name)),
            ("kind", .text(site.kind.rawValue)), ("unit", .text(site.unit.rawValue)),
            ("status", .text(status(site, outcome))),
            ("period", .optional(site.opens.map { outcome.periods[$0].label })),
            ("opened", .optional(site.opens.map { outcome.periods[$0].end.description })),
            ("cost", .text(site.cost.description)), ("currency", .text(outcome.plan.currency)),
            ("staff", .integer(site.staff)), ("provenance", .text(site.provenance.rawValue)),
          ])
        ),
        ("geometry", GeoJSONGeometry.json(site.position)),
      ])
    }
    var text = "{\"type\":\"FeatureCollection\",\"features\":["
    for (position, feature) in features.enumerated() {
      text += position > 0 ? ",\n" : "\n"
      feature.write(to: &text)
    }
    return Array((text + "\n]}\n").utf8)
  }

  private static func status(_ site: PlanOutcome.Site, _ outcome: PlanOutcome) -> String {
    guard outcome.status == .optimal else { return "no_plan" }
    return site.opens == nil ? "not_built" : "opens"
  }
}
