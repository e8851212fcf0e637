public import PlanningModel

/// Takes typed values out of entries and keeps a list of everything that does not fit.
///
/// Every method returns what it could read and nil otherwise; the caller goes on, so that one
/// reading lists all faults of a file.
public struct YAMLFaults: Sendable {
  /// What was found, in the order of the reading.
  public private(set) var faults: [InputFault] = []

  /// No faults yet.
  public init() {}

  /// Records a fault at an entry.
  public mutating func add(
    _ check: String, at entry: YAMLEntry, line: Int? = nil, key: String? = nil,
    value: String? = nil, rule: Bilingual, remedy: Bilingual, severity: Severity = .blocking
  ) {
    faults.append(
      InputFault(
        check: check, severity: severity, file: entry.file, row: line ?? entry.line,
        column: key ?? (entry.path.isEmpty ? nil : entry.path), value: value, rule: rule,
        remedy: remedy))
  }

  /// The pairs of a mapping; a fault and none when it is something else.
  public mutating func pairs(
    of entry: YAMLEntry
  ) -> [(key: String, line: Int, value: YAMLEntry)] {
    guard case .mapping(let pairs) = entry.content else {
      if !entry.isNull { wrong(entry, expected: Bilingual("“键: 值”", "keys with values")) }
      return []
    }
    return pairs
  }

  /// Records a fault for every key that is not among those allowed, with the nearest that is.
  public mutating func allow(_ keys: [String], in entry: YAMLEntry) {
    for pair in pairs(of: entry) where !keys.contains(pair.key) {
      let near = nearest(to: pair.key, among: keys)
      add(
        "yaml.unknown_key", at: entry, line: pair.line,
        key: entry.path.isEmpty ? pair.key : "\(entry.path).\(pair.key)",
        rule: Bilingual("这里没有“\(pair.key)”这个键", "the key “\(pair.key)” is not known here"),
        remedy: known(keys, nearest: near))
    }
  }

  private func known(_ keys: [String], nearest near: String?) -> Bilingual {
    let list = keys.joined(separator: ", ")
    guard let near else { return Bilingual("可用的键：\(list)", "known keys: \(list)") }
    return Bilingual("是否为“\(near)”？可用的键：\(list)", "did you mean “\(near)”? known: \(list)")
  }

  /// The value of a key that must be there.
  public mutating func require(_ key: String, in entry: YAMLEntry) -> YAMLEntry? {
    if let value = entry.find(key) { return value }
    add(
      "yaml.missing_key", at: entry, key: entry.path.isEmpty ? key : "\(entry.path).\(key)",
      rule: Bilingual("缺少键“\(key)”", "the key “\(key)” is missing"),
      remedy: Bilingual("补上“\(key): …”", "add “\(key): …”"))
    return nil
  }

  /// The items of a list; a single scalar counts as a list of one.
  public mutating func items(of entry: YAMLEntry?) -> [YAMLEntry] {
    guard let entry else { return [] }
    switch entry.content {
    case .sequence(let items): return items
    case .scalar: return [entry]
    case .null: return []
    case .mapping:
      wrong(entry, expected: Bilingual("列表", "a list"))
      return []
    }
  }

  /// A text.
  public mutating func text(_ entry: YAMLEntry?) -> String? {
    guard let entry else { return nil }
    guard case .scalar(let text, _) = entry.content else {
      wrong(entry, expected: Bilingual("文字", "a text"))
      return nil
    }
    return text
  }

  /// A list of texts.
  public mutating func texts(_ entry: YAMLEntry?) -> [String] {
    items(of: entry).compactMap { text($0) }
  }

  /// A whole number.
  public mutating func integer(_ entry: YAMLEntry?) -> Int? {
    read(entry, expected: Bilingual("整数", "a whole number")) { Int($0) }
  }

  /// A number or percentage, exactly as written.
  public mutating func decimal(_ entry: YAMLEntry?) -> ExactDecimal? {
    read(entry, expected: Bilingual("小数（如 0.6）", "a decimal number such as 0.6")) {
      ExactDecimal($0)
    }
  }

  /// A date such as 2024-12-31.
  public mutating func date(_ entry: YAMLEntry?) -> CivilDate? {
    read(entry, expected: Bilingual("日期（如 2024-12-31）", "a date such as 2024-12-31")) {
      CivilDate($0)
    }
  }

  /// A duration such as 15min.
  public mutating func duration(_ entry: YAMLEntry?) -> TravelTime? {
    read(
      entry, expected: Bilingual("时长（如 15min、900s 或 1h）", "a duration such as 15min, 900s or 1h")
    ) { TravelTime($0) }
  }

  /// `true` or `false`.
  public mutating func boolean(_ entry: YAMLEntry?) -> Bool? {
    read(entry, expected: Bilingual("true 或 false", "true or false")) {
      ["true": true, "false": false][$0]
    }
  }

  /// One of the raw values of an enumeration.
  public mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ entry: YAMLEntry?, of type: Choice.Type = Choice.self
  ) -> Choice? where Choice.RawValue == String {
    let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    return read(entry, expected: Bilingual("\(known) 之一", "one of \(known)")) {
      Choice(rawValue: $0)
    }
  }

  private mutating func read<Value>(
    _ entry: YAMLEntry?, expected: Bilingual, _ parse: (String) -> Value?
  ) -> Value? {
    guard let entry else { return nil }
    guard case .scalar(let text, _) = entry.content, let value = parse(text) else {
      wrong(entry, expected: expected)
      return nil
    }
    return value
  }

  private mutating func wrong(_ entry: YAMLEntry, expected: Bilingual) {
    add(
      "yaml.wrong_type", at: entry, value: entry.summary,
      rule: Bilingual("此处应为\(expected.chinese)", "\(expected.english) is expected here"),
      remedy: Bilingual("改写为\(expected.chinese)", "write \(expected.english)"))
  }

  /// The known word that is most like `key`, if one is like it at all.
  public func nearest(to key: String, among keys: [String]) -> String? {
    // Of two words equally far, the one with more letters in common: swapped letters count twice
    // as an edit, yet are the commonest slip.
    let letters = Set(key)
    let farthest = max(2, key.count / 3)
    // Nobody reads guesses by the thousand, and a hostile file would make them slow.
    guard faults.count < 200, key.utf8.count < 200 else { return nil }
    let scored = keys.filter { abs($0.count - key.count) <= farthest }.map {
      (
        key: $0, distance: editDistance(Array(key), Array($0)),
        unlike: letters.symmetricDifference($0).count
      )
    }
    let best = scored.min {
      ($0.distance, $0.unlike, $0.key) < ($1.distance, $1.unlike, $1.key)
    }
    guard let best, best.distance <= farthest else { return nil }
    return best.key
  }

  /// Levenshtein's distance; keys are short, so the plain table will do.
  private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let cost = a == b ? diagonal : min(diagonal, row[j], row[j + 1]) + 1
        diagonal = row[j + 1]
        row[j + 1] = cost
      }
    }
    return row[right.count]
  }
}
