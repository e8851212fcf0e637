import Geometry
import PlanningModel

/// Checks of facilities, one by one and against each other.
enum FacilityChecks {
  /// Facilities of one kind nearer than this are probably the same one.
  static let nearMetres = 50.0
  private static let samePlace = Bilingual(
    "如为同一处，删去其中一个", "remove one of them if they are the same place")

  static func run(_ data: LoadedData) -> [InputFault] {
    data.district.facilities.flatMap { own($0, in: data) } + doubles(data) + sharedAreas(data)
      + sharedCapacities(data)
  }

  private static func own(_ facility: Facility, in data: LoadedData) -> [InputFault] {
    var faults: [InputFault] = []
    func note(
      _ check: ImportCheck, _ column: String, _ value: String?, _ rule: Bilingual,
      _ remedy: Bilingual
    ) {
      faults.append(
        check.fault(at: data.facilityPlaces[facility.id], column, value: value, rule, remedy))
    }
    if facility.capacity == 0 {
      note(
        .facilityNoCapacity, "capacity", "0",
        Bilingual("\(facility.name)的容量为 0", "\(facility.name) has a capacity of 0"),
        Bilingual("不清楚的留空", "leave the cell empty if it is not known"))
    }
    guard facility.state == .operating else { return faults }
    if facility.opened == nil {
      note(
        .facilityNoOpening, "opened", nil,
        Bilingual(
          "\(facility.name)已运营，但没有开办日期", "\(facility.name) operates and has no opening date"),
        Bilingual(
          "填写开始服务的日期；未填写前，任何日期均计入",
          "fill in the first day of service; until then it counts on every date"))
    }
    if let opened = facility.opened, opened > data.asOf {
      note(
        .facilityOpenedLater, "opened", opened.description,
        Bilingual(
          "\(facility.name)状态为运营，但开办日期晚于 \(data.asOf)",
          "\(facility.name) is said to operate and opens after \(data.asOf)"),
        Bilingual(
          "更正日期或状态；开办日期之前不计入",
          "correct the date or the state; it does not count before that day"))
    }
    if let closed = facility.closed, closed <= data.asOf {
      note(
        .facilityClosedOperates, "closed", closed.description,
        Bilingual(
          "\(facility.name)状态为运营，但在 \(data.asOf) 前已停办",
          "\(facility.name) is said to operate and closed by \(data.asOf)"),
        Bilingual(
          "将状态改为关闭（closed），或更正日期；停办后不再计入",
          "set the state to closed, or correct the date; it does not count any more"))
    }
    return faults
  }

  /// The same kind under the same name, or within 50 m.
  private static func doubles(_ data: LoadedData) -> [InputFault] {
    Dictionary(grouping: data.district.facilities, by: \.kind)
      .sorted { $0.key < $1.key }
      .flatMap { sameNames($0.value, data) + near($0.value, data) }
  }

  private static func sameNames(_ facilities: [Facility], _ data: LoadedData) -> [InputFault] {
    var firsts: [String: FacilityID] = [:]
    return facilities.compactMap { facility in
      guard let first = firsts[facility.name] else {
        firsts[facility.name] = facility.id
        return nil
      }
      return ImportCheck.facilityDuplicateName.fault(
        at: data.facilityPlaces[facility.id], "name", value: facility.name,
        Bilingual(
          "\(facility.id) 与 \(first) 类型、名称相同", "\(facility.id) has the kind and name of \(first)"),
        samePlace)
    }
  }

  private static func near(_ facilities: [Facility], _ data: LoadedData) -> [InputFault] {
    let placed = facilities.compactMap { facility in
      facility.position.map { (facility: facility, position: $0) }
    }
    let boxes = placed.map {
      Bounds(
        west: $0.position.longitude, south: $0.position.latitude, east: $0.position.longitude,
        north: $0.position.latitude)
    }
    guard boxes.count > 1 else { return [] }
    let index = SpatialIndex(boxes)
    var faults: [InputFault] = []
    for (second, item) in placed.enumerated() {
      let scale = EllipsoidalMetric.metresPerDegree(atLatitude: item.position.latitude)
      let area = boxes[second].expanded(
        byX: nearMetres / max(scale.east, 1), y: nearMetres / scale.north)
      // One finding for each facility, however many crowd together.
      for first in index.search(area).sorted() where first < second {
        let other = placed[first]
        guard other.facility.name != item.facility.name else { continue }
        let metres = EllipsoidalMetric.lengthMetres(
          longitude1: item.position.longitude, latitude1: item.position.latitude,
          longitude2: other.position.longitude, latitude2: other.position.latitude)
        guard metres <= nearMetres else { continue }
        faults.append(
          ImportCheck.facilityTooNear.fault(
            at: data.facilityPlaces[item.facility.id], "lon", value: item.facility.name,
            Bilingual(
              "\(item.facility.id) 与同类型的 \(other.facility.id) 相距 \(Int(metres.rounded())) 米",
              "\(item.facility.id) stands \(Int(metres.rounded())) m from \(other.facility.id), "
                + "of the same kind"),
            samePlace))
        break
      }
    }
    return faults
  }

  /// Services of one building that disagree about what they share.
  private static func sharedCapacities(_ data: LoadedData) -> [InputFault] {
    var firsts: [String: (facility: FacilityID, capacity: Int)] = [:]
    return data.district.facilities.compactMap { facility in
      guard let site = facility.site, let shared = facility.sharedCapacity else { return nil }
      guard let first = firsts[site] else {
        firsts[site] = (facility.id, shared)
        return nil
      }
      guard first.capacity != shared else { return nil }
      return ImportCheck.facilitySharedCapacity.fault(
        at: data.facilityPlaces[facility.id], "shared_capacity", value: String(shared),
        Bilingual(
          "与同在 \(site) 的 \(first.facility) 共用容量，后者填 \(first.capacity)",
          "it shares a capacity with \(first.facility) on the site \(site), which says "
            + "\(first.capacity)"),
        Bilingual("同一处的共用容量每行写同一数", "give the site's shared number in each of its rows"))
    }
  }

  /// Services of one building that each carry the same floor area.
  private static func sharedAreas(_ data: LoadedData) -> [InputFault] {
    let sited = data.district.facilities.filter {
      $0.site != nil && $0.floorAreaSquareMetres != nil
    }
    var firsts: [String: FacilityID] = [:]
    return sited.compactMap { facility in
      guard let site = facility.site, let area = facility.floorAreaSquareMetres else { return nil }
      let key = "\(site)\u{0}\(area)"
      guard let first = firsts[key] else {
        firsts[key] = facility.id
        return nil
      }
      return ImportCheck.facilitySharedArea.fault(
        at: data.facilityPlaces[facility.id], "floor_area_m2", value: area.description,
        Bilingual(
          "\(facility.id) 与同在 \(site) 的 \(first) 填了相同的建筑面积",
          "\(facility.id) carries the same floor area as \(first) on the site \(site)"),
        Bilingual(
          "按各自使用的部分填写；汇总时同一处只计一次",
          "give each service its own part; sums count a site's area once"))
    }
  }
}
