import PlanningModel
import YAMLDocuments

extension PolicyReading {
  /// The keys of a target.
  static let targetKeys = [
    "id", "title", "title_en", "cat", "cite", "measure", "covered", "travel", "baseline",
    "due", "milestones", "lead", "support", "relations", "upper", "ambiguity", "privacy",
    "required_units", "source_of_record", "scope", "reuse_hosts", "colocated_with", "note",
    "consistency", "weight",
  ]

  mutating func readTarget(_ entry: YAMLEntry) {
    faults.allow(Self.targetKeys, in: entry)
    let id = faults.require("id", in: entry).flatMap { faults.text($0) }
    let title = faults.require("title", in: entry).flatMap { faults.text($0) }
    let cite = faults.require("cite", in: entry).flatMap { readCite($0) }
    let covered = readCovered(entry.find("covered"))
    let measure = faults.require("measure", in: entry)
      .flatMap {
        readMeasure($0, covered: entry.find("covered"), target: id, document: cite?.document)
      }
    let due = readDue(of: entry, measure)
    checkCovered(covered, measure: measure, in: entry)
    let travel = readTravel(entry.find("travel"))
    let baseline = readBaseline(entry.find("baseline"))
    let plan = readPlan(entry.find("milestones"))
    let relations = readRelations(entry.find("relations"))
    let upper = readUpper(entry.find("upper"))
    let ambiguities = faults.items(of: entry.find("ambiguity")).compactMap { readAmbiguity($0) }
    let privacy = readPrivacy(entry.find("privacy"))
    let required = faults.integer(entry.find("required_units"))
    let texts = ["title_en", "source_of_record", "note", "consistency"].map {
      faults.text(entry.find($0))
    }
    let scope = readScope(entry.find("scope"))
    let reused = readKindList(entry.find("reuse_hosts"))
    _ = readKindList(entry.find("colocated_with"))
    _ = faults.decimal(entry.find("weight"))
    let lists = ["cat", "lead", "support"].map { faults.texts(entry.find($0)) }
    guard let id else { return }
    claim(id, in: .target, at: entry.find("id") ?? entry)
    requiredPlaces[id] = entry.find("required_units")
    if targetPlaces[id] == nil { targetPlaces[id] = entry }
    guard let cite, let due, let measure else { return }
    targets.append(
      Target(
        id: id, title: title ?? id, titleEnglish: texts[0], categories: lists[0], cite: cite,
        measure: measure, covered: covered, travel: travel, baseline: baseline, due: due,
        quarterlyPlan: plan, requiredUnits: required, leads: lists[1], supporters: lists[2],
        relations: relations, upper: upper, ambiguities: ambiguities, privacy: privacy,
        scope: scope, reuseHosts: reused, note: texts[2] ?? texts[3], sourceOfRecord: texts[1],
        file: entry.file, line: entry.line))
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
      document: document, clause: place.clause, quote: place.quote, restated: restated,
      line: place.line)
  }

  private mutating func readPlace(_ entry: YAMLEntry) -> CitedWords.Place? {
    let clause = faults.require("clause", in: entry).flatMap { faults.text($0) }
    let words = faults.require("quote", in: entry)
    guard let clause, let words, let quote = faults.text(words) else { return nil }
    return CitedWords.Place(clause: clause, quote: quote, line: words.line)
  }

  /// The due date; measures that carry their own dates may go without.
  private mutating func readDue(of entry: YAMLEntry, _ measure: Measure?) -> Due? {
    if let place = entry.find("due") { return readDue(place) }
    switch measure {
    case .report(let report):
      let last = report.series.flatMap(\.dates).max()
      return Due(kind: last == nil ? .recurring : .hard, date: last, stages: [:], then: nil)
    case .parameter, .taskTable: return Due(kind: .continuous, date: nil, stages: [:], then: nil)
    case .quarterlyTasks:
      let document = entry.find("cite")?.find("doc").flatMap { faults.text($0) }
      let year = documents.first { $0.id == document }?.year
      return Due(
        kind: .inferred, date: year.flatMap { CivilDate.endOfYear($0) }, stages: [:], then: nil)
    default: return faults.require("due", in: entry).flatMap { readDue($0) }
    }
  }

  private mutating func readScope(_ entry: YAMLEntry?) -> TargetScope? {
    guard let entry else { return nil }
    faults.allow(["code", "name", "adopted_by"], in: entry)
    guard let code = faults.require("code", in: entry).flatMap({ faults.text($0) }) else {
      return nil
    }
    return TargetScope(
      code: code, name: faults.text(entry.find("name")),
      adoptedBy: faults.texts(entry.find("adopted_by")))
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
            rule: Bilingual("阶段以年份为键", "a stage is named by its year"),
            remedy: Bilingual("例如 {2021: 取得阶段成效}", "write for example {2021: 取得阶段成效}"))
          continue
        }
        stages[year] = faults.text(pair.value)
      }
    }
    guard let kind else { return nil }
    if kind == .hard || kind == .inferred, entry.find("date") == nil {
      faults.add(
        "policy.due_without_date", at: entry, value: kind.rawValue,
        rule: Bilingual("这种期限需要日期", "a due date of this kind needs a date"),
        remedy: Bilingual("补上“date: 2024-12-31”", "add “date: 2024-12-31”"))
    }
    if kind == .stage, entry.find("date") == nil, stages.isEmpty {
      faults.add(
        "policy.due_without_date", at: entry, value: kind.rawValue,
        rule: Bilingual("阶段需要日期或年份", "a stage needs a date or its years"),
        remedy: Bilingual("补上“stage: {2025: …}”", "add “stage: {2025: …}”"))
    }
    return Due(kind: kind, date: date, stages: stages, then: faults.text(entry.find("then")))
  }

  /// Records a word that the workspace does not know, with the nearest that it does.
  mutating func unknownWord(
    _ what: String, _ word: String, among words: Set<String>, at entry: YAMLEntry,
    chinese: String
  ) {
    let near = faults.nearest(to: word, among: words.sorted())
    faults.add(
      "policy.unknown_\(what)", at: entry, value: word,
      rule: Bilingual("工作区没有\(chinese)“\(word)”", "the workspace knows no \(what) “\(word)”"),
      remedy: near.map { Bilingual("是否为“\($0)”？", "did you mean “\($0)”?") }
        ?? Bilingual("在 yike.yaml 中声明", "declare it in yike.yaml"))
  }
}
