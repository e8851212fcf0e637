import PlanningModel
import YAMLDocuments

extension ScenarioReader {
  /// All that happens to roads.
  mutating func roads(_ root: YAMLEntry) -> RoadPatches {
    var patches = RoadPatches()
    guard let roads = root.find("roads") else { return patches }
    faults.allow(["add", "close", "slow"], in: roads)
    patches.added = faults.items(of: roads.find("add")).compactMap { addition($0) }
    patches.changed =
      faults.items(of: roads.find("close")).compactMap { change($0, isClosing: true) }
      + faults.items(of: roads.find("slow")).compactMap { change($0, isClosing: false) }
    return patches
  }

  private mutating func addition(_ entry: YAMLEntry) -> RoadPatches.Addition? {
    faults.allow(["id", "name", "line", "highway", "tags", "provenance", "cost"], in: entry)
    guard let id = faults.text(faults.require("id", in: entry)),
      let line = faults.require("line", in: entry),
      let highway = faults.text(faults.require("highway", in: entry)),
      let provenance = faults.choice(
        faults.require("provenance", in: entry), of: Provenance.self)
    else { return nil }
    let vertices = faults.items(of: line)
    let positions = vertices.compactMap { pair($0) }
    if vertices.count < 2 {
      faults.add(
        "scenario.road", at: line, value: id,
        rule: Bilingual("道路至少有两个点", "a road has two places at least"),
        remedy: Bilingual(
          "写成 [[经度, 纬度], [经度, 纬度]]", "write [[lon, lat], [lon, lat]]"))
    }
    var tags = ["highway": highway]
    if let name = faults.text(entry.find("name")) { tags["name"] = name }
    if let more = entry.find("tags") {
      for pair in faults.pairs(of: more) {
        if let value = faults.text(pair.value) { tags[pair.key] = value }
      }
    }
    return .init(
      id: id, positions: positions, tags: tags, provenance: provenance, cost: cost(entry),
      origin: entry.origin)
  }

  private mutating func change(_ entry: YAMLEntry, isClosing: Bool) -> RoadPatches.Change? {
    faults.allow(["name", "near", "provenance", "cost"] + (isClosing ? [] : ["factor"]), in: entry)
    guard
      let provenance = faults.choice(
        faults.require("provenance", in: entry), of: Provenance.self),
      let road = selector(entry)
    else { return nil }
    var factor: ExactDecimal?
    if !isClosing {
      guard let written = faults.require("factor", in: entry),
        let number = faults.decimal(written)
      else { return nil }
      guard number > ExactDecimal(0) else {
        faults.add(
          "scenario.road", at: written, value: number.description,
          rule: Bilingual("factor 为用时的倍数，须大于 0", "factor multiplies the time and is above 0"),
          remedy: Bilingual("要关闭道路请用 close", "to close a road use close"))
        return nil
      }
      factor = number
    }
    return .init(
      road: road, timeFactor: factor, provenance: provenance, cost: cost(entry),
      origin: entry.origin)
  }

  private mutating func selector(_ entry: YAMLEntry) -> RoadPatches.Selector? {
    switch (entry.find("name"), entry.find("near")) {
    case (let name?, nil): return faults.text(name).map { .named($0) }
    case (nil, let near?): return pair(near).map { .near($0) }
    default:
      faults.add(
        "scenario.road", at: entry,
        rule: Bilingual("用 name 或 near 之一指明道路", "a road is named by name or by near"),
        remedy: Bilingual(
          "写 name: 道路名称，或 near: [经度, 纬度]", "write name: …, or near: [lon, lat]"))
      return nil
    }
  }

  /// `[lon, lat]` in degrees.
  private mutating func pair(_ entry: YAMLEntry) -> GeographicPosition? {
    let numbers = faults.items(of: entry).compactMap { faults.decimal($0)?.doubleValue }
    guard numbers.count == 2, abs(numbers[0]) <= 180, abs(numbers[1]) <= 90 else {
      faults.add(
        "place.outside_world", at: entry,
        rule: Bilingual("此处应为 [经度, 纬度]，单位为度", "[lon, lat] in degrees is expected here"),
        remedy: Bilingual("例：[107.7595, 29.3256]", "for example [107.7595, 29.3256]"))
      return nil
    }
    return GeographicPosition(longitude: numbers[0], latitude: numbers[1])
  }
}
