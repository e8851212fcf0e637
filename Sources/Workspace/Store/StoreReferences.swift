import Geometry
import PlanningModel

/// Finds what refers to nothing, by name; SQLite would only say that a constraint failed.
enum StoreReferences {
  /// - Throws: `WorkError` (`malformed`) that lists ids given twice and references to nothing.
  static func check(_ contents: StoreContents) throws {
    var problems: [String] = []
    let units = Set(contents.units.map(\.id))
    let villages = Set(contents.demandPoints.map(\.id))
    func repeated(_ what: String, _ ids: [String]) {
      var seen: Set<String> = []
      for id in ids where !seen.insert(id).inserted {
        problems.append("\(what) \(id) is given twice")
      }
    }
    func unit(_ id: UnitID?, _ what: @autoclosure () -> String) {
      guard let id, !units.contains(id) else { return }
      problems.append("\(what()) refers to the unit \(id), which does not exist")
    }
    repeated("unit", contents.units.map(\.id.rawValue))
    repeated("village", contents.demandPoints.map(\.id.rawValue))
    repeated("facility", contents.facilities.map(\.id.rawValue))
    for id in contents.unitShapes.keys.sorted() { unit(id, "an outline") }
    for point in contents.demandPoints { unit(point.unit, "village \(point.id)") }
    for facility in contents.facilities {
      unit(facility.host, "facility \(facility.id)")
      for id in facility.serviceRange ?? [] { unit(id, "the range of facility \(facility.id)") }
      if let village = facility.village, !villages.contains(village) {
        problems.append(
          "facility \(facility.id) refers to the village \(village), which does not exist")
      }
    }
    for record in contents.activities { unit(record.unit, "an activity record") }
    for entry in contents.ledger { unit(entry.unit, "the figure \(entry.indicator)") }
    let lines = contents.roads.lines.count
    if contents.roads.bands.count != lines || contents.roads.provenance.count != lines {
      problems.append("bands or provenance of roads do not match their number, \(lines)")
    }
    guard problems.isEmpty else {
      throw WorkError(
        .malformed, operation: "write store", subject: "contents",
        message: problems.joined(separator: "; "),
        remedy: "correct the sources; the earlier store is unchanged")
    }
  }
}
