import PlanningModel

/// Applies changes of population to the villages of a district, in the order of the file.
struct PeopleApplying {
  private let district: District
  private var points: [DemandPoint]
  private var faults: [InputFault] = []

  init(_ district: District) {
    self.district = district
    points = district.demandPoints
  }

  /// The villages with their new numbers, and the faults that forbid it.
  consuming func applied(_ patches: [PeoplePatch]) -> ([DemandPoint], [InputFault]) {
    for patch in patches {
      switch patch.effect {
      case .growth(let share, let area): grow(patch, share, area)
      case .added(let count, let village): add(patch, count, village)
      case .moved(let count, let from, let to):
        guard let from = place(from, patch), let to = place(to, patch) else { continue }
        change(patch, from, by: -count)
        change(patch, to, by: count)
      }
    }
    return (points, faults)
  }

  private mutating func add(_ patch: PeoplePatch, _ count: Int, _ village: String) {
    guard let index = place(village, patch) else { return }
    change(patch, index, by: count)
  }

  /// Whole numbers by largest remainders: the area's total is rounded once, half up, and ties of
  /// remainders go to the smaller id.
  private mutating func grow(_ patch: PeoplePatch, _ share: ExactDecimal, _ area: String) {
    guard let members = members(of: area, patch) else { return }
    let (numerator, denominator) = (
      share.denominator + share.numerator, share.denominator
    )
    guard numerator >= 0 else {
      return refuse(
        patch, "\(share)", Bilingual("减少不能超过全部人口", "nobody is left to go"),
        Bilingual("写大于或等于 -100% 的增幅", "write a growth of -100 % or more"))
    }
    let counted = members.filter { points[$0].people[patch.cohort] != nil }
    let before = counted.map { points[$0].people[patch.cohort] ?? 0 }
    let scaled = before.map { $0.multipliedReportingOverflow(by: numerator) }
    let total = before.reduce(0, +).multipliedReportingOverflow(by: numerator)
    guard !total.overflow, scaled.allSatisfy({ !$0.overflow }) else {
      return refuse(
        patch, "\(share)", Bilingual("数值过大", "the number is too large"),
        Bilingual("写较短的小数，如 3%", "write a shorter decimal such as 3%"))
    }
    var after = scaled.map { $0.partialValue / denominator }
    let wanted = (2 * total.partialValue + denominator) / (2 * denominator)
    let order = after.indices.sorted { left, right in
      let (first, second) = (
        scaled[left].partialValue % denominator, scaled[right].partialValue % denominator
      )
      return first == second ? left < right : first > second
    }
    for index in order.prefix(wanted - after.reduce(0, +)) { after[index] += 1 }
    for (index, count) in zip(counted, after) { set(patch, index, count) }
  }

  private mutating func change(_ patch: PeoplePatch, _ index: Int, by count: Int) {
    guard let before = points[index].people[patch.cohort] else {
      return refuse(
        patch, points[index].name,
        Bilingual("该村没有这一人群的人数", "nobody counted this cohort there"),
        Bilingual("先在村级台账中填写", "count them in the ledger of villages first"))
    }
    guard before + count >= 0 else {
      return refuse(
        patch, points[index].name,
        Bilingual("只有 \(before) 人", "only \(before) people live there"),
        Bilingual("迁出人数不得超过现有人数", "no more can leave than are there"))
    }
    set(patch, index, before + count)
  }

  private mutating func set(_ patch: PeoplePatch, _ index: Int, _ count: Int) {
    if points[index].people[patch.cohort] == count { return }
    points[index].people[patch.cohort] = count
    points[index].peopleProvenance = max(points[index].peopleProvenance, patch.provenance)
  }

  /// `<乡镇街道>/<村社区>` as written, an id, or a name that one village alone has.
  private mutating func place(_ name: String, _ patch: PeoplePatch) -> Int? {
    let units = Dictionary(
      district.units.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    let found = points.indices.filter { index in
      let point = points[index]
      return point.band == .own
        && (point.id.rawValue == name || point.name == name
          || point.unit.flatMap { units[$0] }.map { "\($0)/\(point.name)" } == name)
    }
    if found.count == 1 { return found[0] }
    refuse(
      patch, name,
      found.isEmpty
        ? Bilingual("没有这个村（社区）", "there is no such village")
        : Bilingual("有 \(found.count) 个同名的村（社区）", "\(found.count) villages have that name"),
      Bilingual("写“乡镇街道/村社区”的全称", "write <township>/<village>"))
    return nil
  }

  private mutating func members(of area: String, _ patch: PeoplePatch) -> [Int]? {
    let own = points.indices.filter { points[$0].band == .own }
    if area == "all" { return own }
    if let unit = district.units.first(where: { $0.name == area || $0.id.rawValue == area }) {
      return own.filter { points[$0].unit == unit.id }
    }
    return place(area, patch).map { [$0] }
  }

  private mutating func refuse(
    _ patch: PeoplePatch, _ value: String, _ rule: Bilingual, _ remedy: Bilingual
  ) {
    faults.append(
      InputFault(
        check: "scenario.people", severity: .blocking, file: patch.origin.file,
        row: patch.origin.line, column: "people", value: value, rule: rule, remedy: remedy))
  }
}
