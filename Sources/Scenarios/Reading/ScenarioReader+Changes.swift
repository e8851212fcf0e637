import PlanningModel
import YAMLDocuments

extension YAMLEntry {
  /// Where it stands, for messages of later steps.
  var origin: PatchOrigin { PatchOrigin(file: file, line: line) }
}

extension ScenarioReader {
  /// One facility that moves, grows or changes otherwise; each verb has keys of its own, so that
  /// a reader of the file sees what happens.
  mutating func change(
    _ entry: YAMLEntry, _ verb: FacilityPatches.Verb
  ) -> FacilityPatches.Change? {
    let own =
      switch verb {
      case .move: ["lon", "lat", "host"]
      case .resize: ["capacity", "shared_capacity", "floor_area_m2"]
      case .change: ["state", "opened", "closed", "designations", "service_range"]
      }
    faults.allow(["id", "provenance", "cost"] + own, in: entry)
    let place = verb == .move ? position(entry) : nil
    guard let id = faults.text(faults.require("id", in: entry)),
      let provenance = faults.choice(
        faults.require("provenance", in: entry), of: Provenance.self)
    else { return nil }
    var range: [UnitID]?
    if let declared = entry.find("service_range") {
      range = faults.items(of: declared).compactMap { unit($0) }
    }
    let isGiven = own.contains { entry.find($0) != nil }
    if !isGiven || verb == .move && place == nil {
      faults.add(
        "scenario.empty_change", at: entry, value: id,
        rule: Bilingual("没有写明改成什么", "it does not say what changes"),
        remedy: verb == .move
          ? Bilingual("写 lon 和 lat", "give lon and lat")
          : Bilingual(
            "写下列之一：" + own.joined(separator: ", "),
            "give one of " + own.joined(separator: ", ")))
    }
    return FacilityPatches.Change(
      verb: verb, facility: FacilityID(id), position: place, host: unit(entry.find("host")),
      state: faults.choice(entry.find("state"), of: FacilityState.self),
      opened: faults.date(entry.find("opened")), closed: faults.date(entry.find("closed")),
      designations: entry.find("designations").map { faults.texts($0) },
      capacity: count(entry.find("capacity")),
      sharedCapacity: count(entry.find("shared_capacity")),
      floorAreaSquareMetres: faults.decimal(entry.find("floor_area_m2")), serviceRange: range,
      provenance: provenance, cost: cost(entry), origin: entry.origin)
  }
}
