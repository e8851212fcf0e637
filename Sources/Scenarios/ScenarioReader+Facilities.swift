import PlanningModel
import YAMLDocuments

extension ScenarioReader {
  /// One facility that opens, every field with its own provenance.
  mutating func facility(_ entry: YAMLEntry) -> Facility? {
    faults.allow(
      [
        "id", "name", "kind", "host", "lon", "lat", "state", "opened", "closed", "designations",
        "capacity", "shared_capacity", "floor_area_m2", "service_range", "site", "provenance",
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

  private mutating func position(_ entry: YAMLEntry) -> GeographicPosition? {
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
