import PlanningModel

extension PolicyEntry {
  /// The entry as lines of a policy file, in the order and style of the files in this repository.
  ///
  /// - Parameter indent: what stands before the dash of the file's other entries.
  public func yaml(indent: String) -> String {
    var lines = ["- id: \(YAMLText.scalar(draft.id))", "  title: \(YAMLText.scalar(title))"]
    if let english = draft.titleEnglish { lines.append("  title_en: \(YAMLText.scalar(english))") }
    lines.append(
      "  cite: "
        + YAMLText.mapping([
          ("doc", YAMLText.scalar(draft.document)), ("clause", YAMLText.quoted(draft.clause)),
          ("quote", YAMLText.quoted(draft.quote)),
        ]))
    lines.append("  measure: " + YAMLText.mapping(measureKeys))
    if let rule { lines.append("  covered: " + YAMLText.mapping(coveredKeys(rule))) }
    lines.append(
      "  due: "
        + YAMLText.mapping(
          (due.date.map { [("date", $0.description)] } ?? [])
            + [("kind", due.kind.rawValue)]))
    if !draft.leads.isEmpty { lines.append("  lead: \(YAMLText.list(draft.leads))") }
    if !draft.supporters.isEmpty { lines.append("  support: \(YAMLText.list(draft.supporters))") }
    if !answers.isEmpty { lines.append("  ambiguity:") }
    for (question, reading) in answers {
      lines += [
        "    - q: \(YAMLText.scalar(question.question.chinese))",
        "      q_en: \(YAMLText.scalar(question.question.english))",
        "      options: \(YAMLText.list(question.readings.map(\.meaning.chinese)))",
        "      default: \(YAMLText.scalar(reading.meaning.chinese))",
        "      default_en: \(YAMLText.scalar(reading.meaning.english))",
      ]
    }
    return lines.map { indent + $0 + "\n" }.joined()
  }

  private var measureKeys: [(String, String)] {
    var keys = [("type", draft.measure.rawValue)]
    func add(_ key: String, _ value: String?) {
      if let value { keys.append((key, YAMLText.scalar(value))) }
    }
    func addList(_ key: String, _ values: [String]) {
      if !values.isEmpty { keys.append((key, YAMLText.list(values))) }
    }
    add("universe", draft.universe)
    add("cohort", draft.cohort)
    add("numerator", draft.numerator)
    add("denominator", draft.denominator)
    if draft.kinds.count == 1 {
      add("kind", draft.kinds[0])
    } else {
      addList("kind_in", draft.kinds)
    }
    add("object", draft.object)
    addList("names", draft.names)
    if draft.measure == .namedUnits, isOpenList { keys.append(("open_list", "true")) }
    if draft.measure == .sharePopulation { add("max_minutes", draft.minutes) }
    switch draft.measure {
    case .count, .shareUnits, .sharePopulation, .rate:
      keys.append(("value", value.map(YAMLText.scalar) ?? "null"))
    case .namedUnits, .milestone, .report, .issueLedger: break
    }
    if let comparison, comparison != .atLeast { keys.append(("op", "\"\(comparison.rawValue)\"")) }
    add("counting", counting?.rawValue)
    if let state, state != "accepted" || draft.measure != .count { add("state_min", state) }
    addList("states", draft.states)
    add("done_at", draft.states.last)
    add("from_universe", draft.reportsFrom)
    addList("dates", draft.dates)
    if draft.measure == .issueLedger { add("done_when", "all_closed") }
    return keys
  }

  private func coveredKeys(_ rule: CoveredRuleKind) -> [(String, String)] {
    var keys = [("rule", rule.rawValue)]
    if rule == .activity, let activity = draft.activity {
      keys.append(("activity", YAMLText.scalar(activity)))
    }
    if rule == .record { keys.append(("all_of", YAMLText.list(draft.records))) }
    if rule == .withinTime, let minutes = draft.minutes {
      keys.append(("within_time", YAMLText.mapping([("max_minutes", minutes)])))
    }
    return keys
  }
}

/// Values as YAML writes them, each on one line.
enum YAMLText {
  /// Plain where that reads back as the same text, else in quotes; `null`, numbers and dates are
  /// written as they are.
  static func scalar(_ text: String) -> String {
    let special = "[]{}#&*!|>'\"%@`,:"
    let isPlain =
      !text.isEmpty && !otherwise.contains(text.lowercased()) && text == text.trimmed
      && !text.contains(where: { special.contains($0) })
      && !text.contains("\n") && !"-?".contains(text.first ?? "-")
    return isPlain || isNumber(text) ? text : quoted(text)
  }

  /// Words that mean something else when they are not quoted.
  private static let otherwise: Set<String> = ["null", "~", "true", "false", "yes", "no"]

  /// A number, perhaps with a percent sign.
  private static func isNumber(_ text: String) -> Bool { ExactDecimal(text) != nil }

  static func quoted(_ text: String) -> String {
    "\""
      + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: " ").replacing("\t", with: " ") + "\""
  }

  static func list(_ texts: [String]) -> String {
    "[\(texts.map(scalar).joined(separator: ", "))]"
  }

  static func mapping(_ pairs: [(String, String)]) -> String {
    "{\(pairs.map { "\($0.0): \($0.1)" }.joined(separator: ", "))}"
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
