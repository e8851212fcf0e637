import PlanningModel
import YAMLDocuments

extension RoadRulesReader {
  /// What the file says of one class; nil for what it does not say.
  private struct Change {
    var isWalkable: Bool?
    /// `.some(nil)` for “no vehicle goes”.
    var speed: Double??
    var isOpenToMotor: Bool?

    func apply(to rule: inout RoadRules.RoadClass) {
      if let isWalkable { rule.isWalkable = isWalkable }
      if let speed { rule.speedKilometresPerHour = speed }
      if let isOpenToMotor { rule.isOpenToMotor = isOpenToMotor }
    }
  }

  private enum Answer: String, CaseIterable {
    case yes, no, `true`, `false`

    var isYes: Bool { self == .yes || self == .true }
  }

  /// Changes classes and adds those that are new; `X_link` follows `X` unless it is listed.
  mutating func readClasses(_ entry: YAMLEntry) {
    let pairs = faults.pairs(of: entry)
    let listed = Set(pairs.map(\.key))
    let defaults = rules.classes.map(\.highway)
    for pair in pairs {
      let change = readChange(pair.value)
      let link = "\(pair.key)_link"
      for index in rules.classes.indices {
        let highway = rules.classes[index].highway
        if highway == pair.key || (highway == link && !listed.contains(link)) {
          change.apply(to: &rules.classes[index])
        }
      }
      guard !defaults.contains(pair.key) else { continue }
      var new = RoadRules.RoadClass(pair.key)
      change.apply(to: &new)
      rules.classes.append(new)
      if let near = faults.nearest(to: pair.key, among: defaults) {
        faults.add(
          "road_rules.new_class", at: entry, line: pair.line, key: "\(entry.path).\(pair.key)",
          value: pair.key,
          rule: Bilingual(
            "新增了缺省中没有的道路等级", "this adds a class that the defaults do not have"),
          remedy: Bilingual("是否为“\(near)”？", "did you mean “\(near)”?"),
          severity: .warning)
      }
    }
    if rules.classes.count > Self.maximumClasses {
      faults.add(
        "road_rules.too_many_classes", at: entry, value: String(rules.classes.count),
        rule: Bilingual(
          "连同缺省，道路等级超过 \(Self.maximumClasses) 种",
          "more than \(Self.maximumClasses) classes, those of the defaults included"),
        remedy: Bilingual("只列出要改的等级", "list only values of highway that differ"))
    }
  }

  private mutating func readChange(_ entry: YAMLEntry) -> Change {
    faults.allow(["walk", "speed_kmh", "motor"], in: entry)
    var change = Change()
    change.isWalkable = faults.choice(entry.find("walk"), of: Answer.self)?.isYes
    change.isOpenToMotor = faults.choice(entry.find("motor"), of: Answer.self)?.isYes
    if let written = entry.find("speed_kmh") {
      if isNone(written) {
        change.speed = .some(nil)
      } else if let speed = speed(written) {
        change.speed = speed
      }
    }
    return change
  }
}
