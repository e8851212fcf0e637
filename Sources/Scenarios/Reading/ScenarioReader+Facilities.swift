import PlanningModel
import YAMLDocuments

extension ScenarioReader {
  /// All that happens to facilities.
  mutating func facilities(_ root: YAMLEntry) -> FacilityPatches {
    var patches = FacilityPatches()
    patches.opened = faults.items(of: root.find("open")).compactMap { opening($0) }
    patches.closed = faults.items(of: root.find("close")).compactMap { closing($0) }
    for verb in [FacilityPatches.Verb.move, .resize, .change] {
      patches.changed += faults.items(of: root.find(verb.rawValue)).compactMap {
        change($0, verb)
      }
    }
    return patches
  }

  private mutating func opening(_ entry: YAMLEntry) -> FacilityPatches.Opening? {
    facility(entry).map {
      .init(facility: $0, cost: cost(entry), origin: entry.origin)
    }
  }

  private mutating func closing(_ entry: YAMLEntry) -> FacilityPatches.Closing? {
    faults.allow(["id", "on", "cost"], in: entry)
    guard let id = faults.text(faults.require("id", in: entry)),
      let date = faults.date(faults.require("on", in: entry))
    else { return nil }
    return .init(
      facility: FacilityID(id), date: date, cost: cost(entry), origin: entry.origin)
  }

  /// A cost that is not negative.
  mutating func cost(_ entry: YAMLEntry) -> ExactDecimal? {
    guard let written = entry.find("cost"), let cost = faults.decimal(written) else { return nil }
    guard cost >= ExactDecimal(0) else {
      faults.add(
        "scenario.cost", at: written, value: cost.description,
        rule: Bilingual("费用不得为负", "a cost cannot be negative"),
        remedy: Bilingual("写 0 或以上的数", "write 0 or more"))
      return nil
    }
    return cost
  }

  /// One facility that opens, every field with its own provenance.
  mutating func facility(_ entry: YAMLEntry) -> Facility? {
    faults.allow(
      [
        "id", "name", "kind", "host", "lon", "lat", "state", "opened", "closed", "designations",
        "capacity", "shared_capacity", "floor_area_m2", "service_range", "site", "provenance",
        "cost",
      ], in: entry)
    guard let id = faults.text(faults.require("id", in: entry)),
      let kind = kind(faults.require("kind", in: entry)),
      let host = unit(faults.require("host", in: entry)),
      let state = faults.choice(faults.require("state", in: entry), of: FacilityState.self),
      let provenance = provenance(faults.require("provenance", in: entry))
    else { return nil }
    var range: [UnitID]?
    if let declared = entry.find("service_range") {
      range = faults.items(of: declared).compactMap { unit($0) }
    }
    return Facility(
      id: FacilityID(id), name: faults.text(entry.find("name")) ?? id, kind: kind, host: host,
      position: position(entry), state: state, opened: faults.date(entry.find("opened")),
      closed: faults.date(entry.find("closed")),
      designations: faults.texts(entry.find("designations")),
      capacity: count(entry.find("capacity")),
      sharedCapacity: count(entry.find("shared_capacity")),
      floorAreaSquareMetres: faults.decimal(entry.find("floor_area_m2")), serviceRange: range,
      site: faults.text(entry.find("site")), provenance: provenance)
  }

  mutating func position(_ entry: YAMLEntry) -> GeographicPosition? {
    guard let east = entry.find("lon"), let north = entry.find("lat") else { return nil }
    guard let longitude = faults.decimal(east)?.doubleValue,
      let latitude = faults.decimal(north)?.doubleValue
    else { return nil }
    guard (-180...180).contains(longitude), (-90...90).contains(latitude) else {
      faults.add(
        "place.outside_world", at: entry, value: "\(longitude), \(latitude)",
        rule: Bilingual(
          "lon 为经度，lat 为纬度，单位为度（WGS 84）",
          "lon is degrees east, lat degrees north (WGS 84)"),
        remedy: Bilingual(
          "核对 lon 与 lat 的顺序和单位", "check the order and the units of lon and lat"))
      return nil
    }
    return GeographicPosition(longitude: longitude, latitude: latitude)
  }

  /// `official`, or a mapping of fields: `{record: official, position: illustrative}`.
  private mutating func provenance(_ entry: YAMLEntry?) -> FacilityProvenance? {
    guard let entry else { return nil }
    if case .scalar = entry.content {
      return faults.choice(entry, of: Provenance.self).map { FacilityProvenance(record: $0) }
    }
    faults.allow(["record", "host", "position", "range"], in: entry)
    guard
      let record = faults.choice(faults.require("record", in: entry), of: Provenance.self)
    else { return nil }
    return FacilityProvenance(
      record: record, host: faults.choice(entry.find("host"), of: Provenance.self),
      position: faults.choice(entry.find("position"), of: Provenance.self),
      range: faults.choice(entry.find("range"), of: Provenance.self))
  }
}
