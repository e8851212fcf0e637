import PlanningModel
import YAMLDocuments

extension PolicyReading {
  mutating func readTarget(_ entry: YAMLEntry) {
    faults.allow(
      [
        "id", "title", "title_en", "cat", "cite", "measure", "covered", "travel", "baseline",
        "due", "milestones", "lead", "support", "relations", "upper", "ambiguity", "privacy",
        "required_units", "source_of_record",
      ], in: entry)
    let id = faults.require("id", in: entry).flatMap { faults.text($0) }
    let title = faults.require("title", in: entry).flatMap { faults.text($0) }
    let cite = faults.require("cite", in: entry).flatMap { readCite($0) }
    let due = faults.require("due", in: entry).flatMap { readDue($0) }
    let covered = readCovered(entry.find("covered"))
    let measure = faults.require("measure", in: entry)
      .flatMap { readMeasure($0, covered: entry.find("covered")) }
    checkCovered(covered, measure: measure, in: entry)
    let travel = readTravel(entry.find("travel"))
    let baseline = readBaseline(entry.find("baseline"))
    let plan = readPlan(entry.find("milestones"))
    let relations = readRelations(entry.find("relations"))
    let upper = readUpper(entry.find("upper"))
    let ambiguities = faults.items(of: entry.find("ambiguity")).compactMap { readAmbiguity($0) }
    let privacy = readPrivacy(entry.find("privacy"))
    let required = faults.integer(entry.find("required_units"))
    let texts = [entry.find("title_en"), entry.find("source_of_record")].map { faults.text($0) }
    let lists = ["cat", "lead", "support"].map { faults.texts(entry.find($0)) }
    guard let id else { return }
    claim(id, in: .target, at: entry.find("id") ?? entry)
    guard let cite, let due, let measure else { return }
    targets.append(
      Target(
        id: id, title: title ?? id, titleEnglish: texts[0], categories: lists[0], cite: cite,
        measure: measure, covered: covered, travel: travel, baseline: baseline, due: due,
        quarterlyPlan: plan, requiredUnits: required, leads: lists[1], supporters: lists[2],
        relations: relations, upper: upper, ambiguities: ambiguities, privacy: privacy,
        sourceOfRecord: texts[1], file: entry.file, line: entry.line))
  }

  private mutating func readCite(_ entry: YAMLEntry) -> CitedWords? {
    faults.allow(["doc", "clause", "quote", "restated"], in: entry)
    let document = reference(faults.require("doc", in: entry), to: .document)
    let place = readPlace(entry)
    let restated = faults.items(of: entry.find("restated")).compactMap { item in
      faults.allow(["clause", "quote"], in: item)
      return readPlace(item)
    }
    guard let document, let place else { return nil }
    return CitedWords(
      document: document, clause: place.clause, quote: place.quote, restated: restated)
  }

  private mutating func readPlace(_ entry: YAMLEntry) -> CitedWords.Place? {
    let clause = faults.require("clause", in: entry).flatMap { faults.text($0) }
    let quote = faults.require("quote", in: entry).flatMap { faults.text($0) }
    guard let clause, let quote else { return nil }
    return CitedWords.Place(clause: clause, quote: quote)
  }

  private mutating func readDue(_ entry: YAMLEntry) -> Due? {
    faults.allow(["date", "kind", "stage", "then"], in: entry)
    let date = faults.date(entry.find("date"))
    let kind = faults.require("kind", in: entry)
      .flatMap { faults.choice($0, of: DueKind.self) }
    var stages: [Int: String] = [:]
    if let stage = entry.find("stage") {
      for pair in faults.pairs(of: stage) {
        guard let year = Int(pair.key), CivilDate.endOfYear(year) != nil else {
          faults.add(
            "policy.stage", at: pair.value, line: pair.line, value: pair.key,
            rule: "a stage is named by its year", remedy: "write for example {2021: 取得阶段成效}")
          continue
        }
        stages[year] = faults.text(pair.value)
      }
    }
    guard let kind else { return nil }
    if kind == .hard || kind == .inferred, entry.find("date") == nil {
      faults.add(
        "policy.due_without_date", at: entry, value: kind.rawValue,
        rule: "a due date of this kind needs a date", remedy: "add “date: 2024-12-31”")
    }
    if kind == .stage, entry.find("date") == nil, stages.isEmpty {
      faults.add(
        "policy.due_without_date", at: entry, value: kind.rawValue,
        rule: "a stage needs a date or its years", remedy: "add “stage: {2025: …}”")
    }
    return Due(kind: kind, date: date, stages: stages, then: faults.text(entry.find("then")))
  }

  private mutating func readTravel(_ entry: YAMLEntry?) -> TargetTravel? {
    guard let entry else { return nil }
    faults.allow(["mode", "alternatives", "pace", "direction"], in: entry)
    let modes = faults.items(of: entry.find("mode"))
      .compactMap { faults.choice($0, of: TravelMode.self) }
    let others = faults.items(of: entry.find("alternatives"))
      .compactMap { faults.choice($0, of: TravelMode.self) }
    let pace = faults.text(entry.find("pace"))
    if let pace, let paces = known.paces, !paces.contains(pace), let place = entry.find("pace") {
      unknownWord("pace", pace, among: paces, at: place)
    }
    return TargetTravel(
      mode: modes.first ?? .walk, alternatives: Array(modes.dropFirst()) + others, pace: pace,
      direction: faults.choice(entry.find("direction"), of: TravelDirection.self))
  }

  private mutating func readBaseline(_ entry: YAMLEntry?) -> TargetBaseline? {
    guard let entry else { return nil }
    faults.allow(["year", "value", "source"], in: entry)
    let year = faults.require("year", in: entry).flatMap { faults.integer($0) }
    let value = faults.require("value", in: entry).flatMap { faults.integer($0) }
    guard let year, let value else { return nil }
    return TargetBaseline(year: year, value: value, source: faults.text(entry.find("source")))
  }

  private mutating func readPlan(_ entry: YAMLEntry?) -> [ExactDecimal]? {
    guard let entry else { return nil }
    let quarters = ["q1", "q2", "q3", "q4"]
    faults.allow(quarters, in: entry)
    let values = quarters.compactMap { quarter in
      faults.require(quarter, in: entry).flatMap { faults.decimal($0) }
    }
    guard values.count == 4 else { return nil }
    guard zip(values, values.dropFirst()).allSatisfy({ $0 <= $1 }) else {
      faults.add(
        "policy.plan_decreases", at: entry, rule: "the plan by quarter is cumulative",
        remedy: "let no quarter be smaller than the one before")
      return nil
    }
    return values
  }

  private mutating func readRelations(_ entry: YAMLEntry?) -> Relations {
    guard let entry else { return Relations() }
    faults.allow(["implements", "part_of", "may_overlap", "same_as", "limited_by"], in: entry)
    return Relations(
      implements: referenceList(entry.find("implements"), to: .target),
      partOf: reference(entry.find("part_of"), to: .target),
      mayOverlap: referenceList(entry.find("may_overlap"), to: .target),
      sameAs: referenceList(entry.find("same_as"), to: .target),
      limitedBy: reference(entry.find("limited_by"), to: .target))
  }

  private mutating func readUpper(_ entry: YAMLEntry?) -> UpperTarget? {
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

  private mutating func readAmbiguity(_ entry: YAMLEntry) -> Ambiguity? {
    faults.allow(["q", "q_en", "options", "default", "default_en"], in: entry)
    let question = faults.require("q", in: entry).flatMap { faults.text($0) }
    let reading = faults.require("default", in: entry).flatMap { faults.text($0) }
    guard let question, let reading else { return nil }
    return Ambiguity(
      question: question, questionEnglish: faults.text(entry.find("q_en")),
      options: faults.texts(entry.find("options")), reading: reading,
      readingEnglish: faults.text(entry.find("default_en")))
  }

  private mutating func readPrivacy(_ entry: YAMLEntry?) -> Privacy? {
    guard let entry else { return nil }
    faults.allow(["level", "min_cell"], in: entry)
    return Privacy(
      level: faults.choice(entry.find("level"), of: Privacy.Level.self) ?? .sensitive,
      minimumCell: faults.integer(entry.find("min_cell")) ?? 5)
  }

  /// Records a word that the workspace does not know, with the nearest that it does.
  mutating func unknownWord(
    _ what: String, _ word: String, among words: Set<String>, at entry: YAMLEntry
  ) {
    let near = faults.nearest(to: word, among: words.sorted())
    faults.add(
      "policy.unknown_\(what)", at: entry, value: word, rule: "the workspace knows no such \(what)",
      remedy: near.map { "did you mean “\($0)”?" } ?? "declare it in yike.yaml")
  }
}
