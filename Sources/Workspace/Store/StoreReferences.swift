import Geometry
import PlanningModel

/// Finds what refers to nothing, by name; SQLite would only say that a constraint failed.
enum StoreReferences {
  /// - Throws: `WorkError` (`malformed`) that lists ids given twice and references to nothing.
  static func check(_ contents: StoreContents) throws {
    var problems: [Bilingual] = []
    let units = Set(contents.units.map(\.id))
    let villages = Set(contents.demandPoints.map(\.id))
    func repeated(_ what: Bilingual, _ ids: [String]) {
      var seen: Set<String> = []
      for id in ids where !seen.insert(id).inserted {
        problems.append(
          Bilingual("\(what.chinese) \(id) 重复", "\(what.english) \(id) is given twice"))
      }
    }
    func unit(_ id: UnitID?, _ what: @autoclosure () -> Bilingual) {
      guard let id, !units.contains(id) else { return }
      let what = what()
      problems.append(
        Bilingual(
          "\(what.chinese)所指的乡镇街道 \(id) 不存在",
          "\(what.english) refers to the unit \(id), which does not exist"))
    }
    repeated(Bilingual("乡镇街道", "unit"), contents.units.map(\.id.rawValue))
    repeated(Bilingual("村（社区）", "village"), contents.demandPoints.map(\.id.rawValue))
    repeated(Bilingual("设施", "facility"), contents.facilities.map(\.id.rawValue))
    for id in contents.unitShapes.keys.sorted() { unit(id, Bilingual("边界", "an outline")) }
    for point in contents.demandPoints {
      unit(point.unit, Bilingual("村（社区）\(point.id) ", "village \(point.id)"))
    }
    for facility in contents.facilities {
      unit(facility.host, Bilingual("设施 \(facility.id) ", "facility \(facility.id)"))
      for id in facility.serviceRange ?? [] {
        unit(
          id,
          Bilingual("设施 \(facility.id) 的服务范围", "the range of facility \(facility.id)"))
      }
      if let village = facility.village, !villages.contains(village) {
        problems.append(
          Bilingual(
            "设施 \(facility.id) 所指的村（社区）\(village) 不存在",
            "facility \(facility.id) refers to the village \(village), which does not exist"))
      }
    }
    for record in contents.activities { unit(record.unit, Bilingual("活动记录", "an activity record")) }
    for entry in contents.ledger {
      unit(entry.unit, Bilingual("数据 \(entry.indicator) ", "the figure \(entry.indicator)"))
    }
    for record in contents.submissions { unit(record.unit, Bilingual("报送记录", "a submission")) }
    for record in contents.milestones { unit(record.unit, Bilingual("阶段记录", "a milestone")) }
    for record in contents.issues {
      unit(record.unit, Bilingual("问题 \(record.id) ", "the issue \(record.id)"))
    }
    let lines = contents.roads.lines.count
    if contents.roads.bands.count != lines || contents.roads.provenance.count != lines {
      problems.append(
        Bilingual(
          "道路的范围或数据性质与道路条数 \(lines) 不符",
          "bands or provenance of roads do not match their number, \(lines)"))
    }
    guard problems.isEmpty else {
      throw WorkError(
        .malformed, operation: "write store", subject: "contents",
        message: Bilingual.joined(problems),
        remedy: Bilingual(
          "更正来源；原数据库未改动", "correct the sources; the earlier store is unchanged"))
    }
  }
}
