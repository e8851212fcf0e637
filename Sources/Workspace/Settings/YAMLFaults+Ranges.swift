import PlanningModel
import YAMLDocuments

extension YAMLFaults {
  /// A number from `low` to `high`, both included; `fallback` where it is absent or wrong.
  mutating func decimal(
    _ entry: YAMLEntry?, from low: ExactDecimal, to high: ExactDecimal, else fallback: ExactDecimal
  ) -> ExactDecimal {
    guard let entry, let value = decimal(entry) else { return fallback }
    guard low <= value, value <= high else {
      outOfRange(entry, value: value.description, low: low, high: high)
      return fallback
    }
    return value
  }

  /// Metres per second as whole millimetres per second, from 0.1 to 3.
  mutating func pace(_ entry: YAMLEntry) -> Int? {
    guard let value = decimal(entry) else { return nil }
    let scaled = value.numerator.multipliedReportingOverflow(by: 1000)
    guard !scaled.overflow, scaled.partialValue % value.denominator == 0,
      (100...3000).contains(scaled.partialValue / value.denominator)
    else {
      add(
        "settings.out_of_range", at: entry, value: value.description,
        rule: Bilingual(
          "步速应在每秒 0.1 至 3 米之间，最多三位小数",
          "a walking pace is between 0.1 and 3 metres per second, in whole millimetres"),
        remedy: Bilingual(
          "以米每秒为单位填写，如 0.9", "write the pace in metres per second, for example 0.9"))
      return nil
    }
    return scaled.partialValue / value.denominator
  }

  /// A key that files use as an identifier: letters, digits and `_` of ASCII.
  mutating func checkIdentifier(_ key: String, line: Int, in entry: YAMLEntry) {
    let isPlain = key.utf8.allSatisfy {
      (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 95
    }
    guard key.isEmpty || !isPlain else { return }
    add(
      "settings.identifier", at: entry, line: line, key: "\(entry.path).\(key)", value: key,
      rule: Bilingual(
        "标识只能用英文字母、数字和 _", "identifiers are ASCII letters, digits and _"),
      remedy: Bilingual(
        "另取标识，名称写在“label”中", "choose a plain identifier and put the name into “label”"))
  }

  /// Records a fault for a name that is not among those declared.
  mutating func checkKnown(
    _ name: String, among known: [String], at entry: YAMLEntry, as what: Bilingual
  ) {
    guard !known.contains(name) else { return }
    add(
      "settings.undeclared", at: entry, value: name,
      rule: Bilingual(
        "\(what.chinese)“\(name)”未声明", "\(what.english) “\(name)” is not declared"),
      remedy: Bilingual(
        "先声明，或从以下选择：" + known.joined(separator: ", "),
        "declare it, or choose one of: " + known.joined(separator: ", ")))
  }

  private mutating func outOfRange(
    _ entry: YAMLEntry, value: String, low: ExactDecimal, high: ExactDecimal
  ) {
    add(
      "settings.out_of_range", at: entry, value: value,
      rule: Bilingual("值不在 \(low) 至 \(high) 之间", "the value is not between \(low) and \(high)"),
      remedy: Bilingual("写 \(low) 至 \(high) 之间的数", "write a number from \(low) to \(high)"))
  }
}
