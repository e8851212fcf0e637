import PlanningModel

/// Which units and villages of two years are the same ground (可比口径).
///
/// Units that split or merged are put together with their parts into one area, so that an area is
/// the same ground in both years: the connected components of "has the same code", "became", and
/// for villages of a unit that changed, "has the same name in the unit it became". What stands in
/// one year only is in no area that has both.
struct ComparableAreas {
  private var parent: [String: String] = [:]
  private let isInBoth: Set<String>

  /// Ties two years together.
  ///
  /// - Parameter changes: changes of units; those in force after the first date and until the
  ///   second count.
  init(
    _ before: District, on first: CivilDate, _ after: District, on second: CivilDate,
    changes: [UnitChange]
  ) {
    let former = UnitNames(before.units)
    let later = UnitNames(after.units)
    var became: [(UnitID, UnitID)] = []
    for change in changes where Self.isBetween(change, first, second, former, later) {
      let from = former.find(code: change.fromCode, in: change.fromSystem)
      let to = later.find(code: change.toCode, in: change.toSystem)
      if let from, let to { became.append((from, to)) }
    }
    let changed = Set(became.map(\.0))
    let arisen = Set(became.map(\.1))
    var union = DisjointSets()
    // Same digits are the same unit within one system only, and unless the list says otherwise.
    if before.codeSystem == after.codeSystem {
      for unit in before.units where !changed.contains(unit.id) && !arisen.contains(unit.id) {
        if later[unit.id] != nil { union.join("1/\(unit.id.rawValue)", "2/\(unit.id.rawValue)") }
      }
      let villages = Set(after.demandPoints.filter { $0.band == .own }.map(\.id))
      for point in before.demandPoints where villages.contains(point.id) {
        if let unit = point.unit, changed.contains(unit) || arisen.contains(unit) { continue }
        union.join("1/\(point.id.rawValue)", "2/\(point.id.rawValue)")
      }
    }
    for (from, to) in became {
      union.join("1/\(from.rawValue)", "2/\(to.rawValue)")
      let villages = Dictionary(
        after.demandPoints.filter { $0.band == .own && $0.unit == to }.map { ($0.name, $0.id) },
        uniquingKeysWith: { first, _ in first })
      for point in before.demandPoints where point.band == .own && point.unit == from {
        guard let village = villages[point.name] else { continue }
        union.join("1/\(point.id.rawValue)", "2/\(village.rawValue)")
      }
    }
    parent = union.roots()
    var years: [String: Set<Character>] = [:]
    for (member, root) in parent { years[root, default: []].insert(member.first ?? " ") }
    isInBoth = Set(years.filter { $0.value.count == 2 }.keys)
  }

  /// Whether a change took effect after the first date and until the second.
  ///
  /// One without a day did where the units show it: the former unit stands in the first year only,
  /// and the later one in the second only.
  static func isBetween(
    _ change: UnitChange, _ first: CivilDate, _ second: CivilDate, _ before: UnitNames,
    _ after: UnitNames
  ) -> Bool {
    if let date = change.date { return date > first && date <= second }
    func stands(_ names: UnitNames) -> (from: Bool, to: Bool) {
      (
        names.find(code: change.fromCode, in: change.fromSystem) != nil,
        names.find(code: change.toCode, in: change.toSystem) != nil
      )
    }
    return stands(before) == (true, false) && stands(after) == (false, true)
  }

  /// The area of a unit or village of the first year; nil when the second has none of its ground.
  func areaBefore(_ id: String) -> String? { area("1/\(id)") }

  /// The area of a unit or village of the second year; nil when the first has none of its ground.
  func areaAfter(_ id: String) -> String? { area("2/\(id)") }

  private func area(_ key: String) -> String? {
    parent[key].flatMap { isInBoth.contains($0) ? $0 : nil }
  }
}

/// Sets that are joined until none has a member of another; the root is the smallest member.
private struct DisjointSets {
  private var parent: [String: String] = [:]

  mutating func join(_ first: String, _ second: String) {
    let one = root(first)
    let other = root(second)
    if one < other { parent[other] = one } else if other < one { parent[one] = other }
  }

  func roots() -> [String: String] {
    parent.keys.reduce(into: [:]) { roots, member in
      var root = member
      while let above = parent[root], above != root { root = above }
      roots[member] = root
    }
  }

  private mutating func root(_ member: String) -> String {
    guard let above = parent[member] else {
      parent[member] = member
      return member
    }
    guard above != member else { return member }
    let root = root(above)
    parent[member] = root
    return root
  }
}
