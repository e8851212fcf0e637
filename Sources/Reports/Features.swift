import Coverage
import Planning
import PlanningModel

/// A township-level unit as a feature.
struct UnitFeature {
  let unit: AdministrativeUnit
  let context: FeatureContext

  var json: OrderedJSON {
    let shape = context.evaluation.layers.unitShapes[unit.id]
    let weakest = Provenance.weakest(
      of: [
        shape == nil ? nil : context.evaluation.layers.unitShapesProvenance,
        unit.populationProvenance,
      ].compactMap { $0 })
    var members: [(String, OrderedJSON)] = [
      ("layer", .text("unit")), ("id", .text(unit.id.rawValue)),
      ("code", .optional(unit.codes[context.evaluation.district.codeSystem])),
      ("name", .text(unit.name)), ("name_en", .optional(unit.nameEnglish)),
      // English names are spelled from the Chinese ones (pinyin), not published.
      ("name_en_provenance", .optional(unit.nameEnglish.map { _ in Provenance.derived.rawValue })),
      ("provenance", .optional(weakest?.rawValue)),
      ("class", .text(unit.unitClass.rawValue)), ("population", .optional(unit.population)),
      ("population_provenance", .optional(unit.populationProvenance?.rawValue)),
      ("seat_provenance", .optional(unit.seatProvenance?.rawValue)),
    ]
    for (key, rows) in zip(context.tableKeys, context.rows) {
      let row = rows[unit.id.rawValue]
      members += [
        ("\(key).covered", .optional(row?.covered)), ("\(key).total", .optional(row?.total)),
        ("\(key).share_text", .optional(row?.shareText)),
        ("\(key).status", .optional(row?.status?.rawValue)),
      ]
    }
    members += context.verdictMembers(unit.id.rawValue)
    return Feature.json(
      id: "unit/\(unit.id)", properties: members,
      geometry: shape.map { GeoJSONGeometry.json($0) } ?? .null)
  }
}

/// A village or community as a feature.
struct VillageFeature {
  let point: DemandPoint
  let context: FeatureContext

  var json: OrderedJSON {
    let weakest = max(point.positionProvenance, point.peopleProvenance)
    var members: [(String, OrderedJSON)] = [
      ("layer", .text("village")), ("id", .text(point.id.rawValue)),
      ("code", .optional(point.code)), ("name", .text(point.name)), ("name_en", .null),
      ("provenance", .text(weakest.rawValue)), ("class", .text(point.unitClass.rawValue)),
      ("unit", .optional(point.unit?.rawValue)),
      ("unit_name", .optional(point.unit.flatMap { context.unitNames[$0] })),
      ("band", .text(point.band.rawValue)),
    ]
    var suppressed = false
    for cohort in context.evaluation.district.cohorts {
      // Beyond the border there is no total to guard, so sensitive counts are left out at all.
      let isHidden =
        context.suppression.hides(point.id.rawValue, cohort.id)
        || (cohort.isSensitive && point.band == .neighbour && point.people[cohort.id] != nil)
      suppressed = suppressed || isHidden
      members.append(
        ("people.\(cohort.id)", isHidden ? .null : .optional(point.people[cohort.id])))
    }
    for (key, rows) in zip(context.tableKeys, context.rows) {
      let row = rows[point.id.rawValue]
      members += [
        ("\(key).covered", .optional(row?.covered)),
        ("\(key).seconds", row?.time.map { .number(Double($0.milliseconds) / 1000) } ?? .null),
        ("\(key).nearest", .optional(row?.nearest?.rawValue)),
        ("\(key).reason", .optional(row?.reason?.rawValue)),
        ("\(key).status", .optional(row?.status?.rawValue)),
      ]
    }
    members.append(("suppressed", .bool(suppressed)))
    members += context.verdictMembers(point.id.rawValue)
    return Feature.json(
      id: "village/\(point.id)", properties: members,
      geometry: GeoJSONGeometry.json(point.position))
  }
}

/// A facility as a feature.
struct FacilityFeature {
  let facility: Facility
  let context: FeatureContext

  var json: OrderedJSON {
    let weakest = max(facility.provenance.record, facility.provenance.position)
    let range = facility.serviceRange?.map {
      OrderedJSON.text(context.unitNames[$0] ?? $0.rawValue)
    }
    let members: [(String, OrderedJSON)] =
      [
        ("layer", .text("facility")), ("id", .text(facility.id.rawValue)), ("code", .null),
        ("name", .text(facility.name)), ("name_en", .null),
        ("provenance", .text(weakest.rawValue)), ("kind", .text(facility.kind.rawValue)),
        ("state", .text(facility.state.rawValue)),
        ("operating", .bool(facility.isOperating(on: context.evaluation.asOf))),
        ("host", .optional(facility.host?.rawValue)),
        ("host_name", .optional(facility.host.flatMap { context.unitNames[$0] })),
        ("range_names", range.map { .array($0) } ?? .null),
        ("designations", .array(facility.designations.map { .text($0) })),
        ("capacity", .optional(facility.capacity)), ("band", .text(facility.band.rawValue)),
        ("position_provenance", .text(facility.provenance.position.rawValue)),
      ] + context.verdictMembers(facility.id.rawValue)
    return Feature.json(
      id: "facility/\(facility.id)", properties: members,
      geometry: GeoJSONGeometry.json(facility.position))
  }
}

/// The frame of a feature.
enum Feature {
  static func json(id: String, properties: [(String, OrderedJSON)], geometry: OrderedJSON)
    -> OrderedJSON
  {
    .object([
      ("type", .text("Feature")), ("id", .text(id)), ("properties", .object(properties)),
      ("geometry", geometry),
    ])
  }
}
