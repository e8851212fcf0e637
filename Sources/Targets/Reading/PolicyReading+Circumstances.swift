import PlanningModel
import YAMLDocuments

extension PolicyReading {
  mutating func readTravel(_ entry: YAMLEntry?) -> TargetTravel? {
    guard let entry else { return nil }
    faults.allow(["mode", "alternatives", "pace", "direction"], in: entry)
    let modes = faults.items(of: entry.find("mode"))
      .compactMap { faults.choice($0, of: TravelMode.self) }
    let others = faults.items(of: entry.find("alternatives"))
      .compactMap { faults.choice($0, of: TravelMode.self) }
    let pace = faults.text(entry.find("pace"))
    if let pace, let paces = known.paces, !paces.contains(pace), let place = entry.find("pace") {
      unknownWord("pace", pace, among: paces, at: place, chinese: "步速")
    }
    return TargetTravel(
      mode: modes.first ?? .walk, alternatives: Array(modes.dropFirst()) + others, pace: pace,
      direction: faults.choice(entry.find("direction"), of: TravelDirection.self))
  }

  mutating func readBaseline(_ entry: YAMLEntry?) -> TargetBaseline? {
    guard let entry else { return nil }
    faults.allow(["year", "value", "source"], in: entry)
    let year = faults.require("year", in: entry).flatMap { faults.integer($0) }
    let value = faults.require("value", in: entry).flatMap { faults.integer($0) }
    guard let year, let value else { return nil }
    return TargetBaseline(year: year, value: value, source: faults.text(entry.find("source")))
  }

  mutating func readPlan(_ entry: YAMLEntry?) -> [ExactDecimal]? {
    guard let entry else { return nil }
    let quarters = ["q1", "q2", "q3", "q4"]
    faults.allow(quarters, in: entry)
    let values = quarters.compactMap { quarter in
      faults.require(quarter, in: entry).flatMap { faults.decimal($0) }
    }
    guard values.count == 4 else { return nil }
    guard zip(values, values.dropFirst()).allSatisfy({ $0 <= $1 }) else {
      faults.add(
        "policy.plan_decreases", at: entry,
        rule: Bilingual("季度计划为累计数", "the plan by quarter is cumulative"),
        remedy: Bilingual(
          "后一季度不得小于前一季度", "let no quarter be smaller than the one before"))
      return nil
    }
    return values
  }

  mutating func readRelations(_ entry: YAMLEntry?) -> Relations {
    guard let entry else { return Relations() }
    faults.allow(["implements", "part_of", "may_overlap", "same_as", "limited_by"], in: entry)
    return Relations(
      implements: referenceList(entry.find("implements"), to: .target),
      partOf: reference(entry.find("part_of"), to: .target),
      mayOverlap: referenceList(entry.find("may_overlap"), to: .target),
      sameAs: referenceList(entry.find("same_as"), to: .target),
      limitedBy: reference(entry.find("limited_by"), to: .target))
  }

  mutating func readUpper(_ entry: YAMLEntry?) -> UpperTarget? {
    guard let entry else { return nil }
    faults.allow(["document", "level", "value", "due", "provenance", "note"], in: entry)
    let document = reference(faults.require("document", in: entry), to: .document)
    let value = faults.require("value", in: entry).flatMap { faults.decimal($0) }
    let due = faults.date(entry.find("due"))
    let provenance = faults.choice(entry.find("provenance"), of: Provenance.self)
    let level = faults.text(entry.find("level"))
    guard let document, let value else { return nil }
    return UpperTarget(
      document: document, level: level, value: value, due: due,
      provenance: provenance ?? .secondary, note: faults.text(entry.find("note")))
  }

  mutating func readAmbiguity(_ entry: YAMLEntry) -> Ambiguity? {
    faults.allow(["q", "q_en", "options", "default", "default_en"], in: entry)
    let question = faults.require("q", in: entry).flatMap { faults.text($0) }
    let reading = faults.require("default", in: entry).flatMap { faults.text($0) }
    guard let question, let reading else { return nil }
    return Ambiguity(
      question: question, questionEnglish: faults.text(entry.find("q_en")),
      options: faults.texts(entry.find("options")), reading: reading,
      readingEnglish: faults.text(entry.find("default_en")))
  }

  mutating func readPrivacy(_ entry: YAMLEntry?) -> Privacy? {
    guard let entry else { return nil }
    faults.allow(["level", "min_cell"], in: entry)
    return Privacy(
      level: faults.choice(entry.find("level"), of: Privacy.Level.self) ?? .sensitive,
      minimumCell: faults.integer(entry.find("min_cell")) ?? 5)
  }
}
