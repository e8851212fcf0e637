import PlanningModel
import YAMLDocuments

extension RoadRulesReader {
  /// Kilometres per hour, above 0 and at most 200.
  mutating func speed(_ entry: YAMLEntry?) -> Double? { number(entry, above: 0, to: 200) }

  /// A number above `low` and at most `high`.
  mutating func number(_ entry: YAMLEntry?, above low: Int, to high: Int) -> Double? {
    number(entry, Bilingual("大于 \(low)、至多 \(high)", "above \(low) and at most \(high)")) {
      $0 > ExactDecimal(low) && $0 <= ExactDecimal(high)
    }
  }

  /// A number from `low` to `high`, both included.
  mutating func number(_ entry: YAMLEntry?, from low: Int, to high: Int) -> Double? {
    number(entry, Bilingual("\(low) 至 \(high)", "from \(low) to \(high)")) {
      $0 >= ExactDecimal(low) && $0 <= ExactDecimal(high)
    }
  }

  private mutating func number(
    _ entry: YAMLEntry?, _ range: Bilingual, _ isIn: (ExactDecimal) -> Bool
  ) -> Double? {
    guard let entry, let value = faults.decimal(entry) else { return nil }
    guard isIn(value) else {
      faults.add(
        "road_rules.out_of_range", at: entry, value: value.description,
        rule: Bilingual("数值应为\(range.chinese)", "the value is not \(range.english)"),
        remedy: Bilingual("填写\(range.chinese)的数", "write a number \(range.english)"))
      return nil
    }
    return value.doubleValue
  }

  /// Whether the word `none` stands there: no vehicle, no bus.
  func isNone(_ entry: YAMLEntry) -> Bool {
    if case .scalar("none", _) = entry.content { true } else { false }
  }

  /// What to write instead of a name that is not known.
  func suggestion(_ name: String, _ known: [String]) -> Bilingual {
    let list = known.joined(separator: ", ")
    guard let near = faults.nearest(to: name, among: known) else {
      return Bilingual("可用：\(list)", "known: \(list)")
    }
    return Bilingual("是否为“\(near)”？可用：\(list)", "did you mean “\(near)”? known: \(list)")
  }
}
