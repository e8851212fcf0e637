import PlanningModel
import YAMLDocuments

extension PolicyReading {
  mutating func readDocument(_ entry: YAMLEntry) {
    faults.allow(
      [
        "id", "no", "no_unknown", "title", "title_en", "issuer", "republished_by", "issued",
        "published", "year", "period", "implements", "cites", "superseded_by", "complete",
        "provenance", "source_text", "text", "note",
      ], in: entry)
    guard let idEntry = faults.require("id", in: entry), let id = faults.text(idEntry) else {
      return
    }
    claim(id, in: .document, at: idEntry)
    let number = faults.text(entry.find("no"))
    let isNumberUnknown = faults.boolean(entry.find("no_unknown")) ?? false
    if (number == nil) != isNumberUnknown {
      faults.add(
        "policy.document_number", at: entry.find("no") ?? entry,
        rule: number == nil
          ? Bilingual("文件没有文号（no）", "the document has no number (no)")
          : Bilingual("既写了文号，又写文号不详", "the number is given and said to be unknown"),
        remedy: Bilingual(
          "“no: 文号”与“no_unknown: true”写其中一个",
          "write “no: 文号”, or “no_unknown: true”, not both"))
    }
    let title = faults.require("title", in: entry).flatMap { faults.text($0) } ?? id
    documents.append(
      PolicyDocument(
        id: id, number: number, title: title, titleEnglish: faults.text(entry.find("title_en")),
        issuers: faults.texts(entry.find("issuer")),
        republishedBy: faults.text(entry.find("republished_by")),
        issued: faults.date(entry.find("issued")),
        published: faults.date(entry.find("published")), year: faults.integer(entry.find("year")),
        period: readPeriod(entry.find("period")),
        implements: faults.texts(entry.find("implements")),
        cites: faults.texts(entry.find("cites")),
        supersededBy: faults.text(entry.find("superseded_by")),
        isComplete: faults.boolean(entry.find("complete")),
        provenance: faults.choice(entry.find("provenance"), of: Provenance.self) ?? .official,
        sourceText: faults.text(entry.find("source_text")),
        text: readTextFile(entry.find("text")), note: faults.text(entry.find("note"))))
  }

  /// A path inside the workspace, so that it can be handed on as it is.
  private mutating func readTextFile(_ entry: YAMLEntry?) -> PolicyDocument.TextFile? {
    guard let entry, let path = faults.text(entry) else { return nil }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard !path.hasPrefix("~"), !path.contains("\\"), !path.contains(":"),
      parts.allSatisfy({ !$0.isEmpty && $0 != ".." })
    else {
      faults.add(
        "policy.text_path", at: entry, value: path,
        rule: Bilingual("文本须在工作区之内", "the text must lie inside the workspace"),
        remedy: Bilingual(
          "写相对于 yike.yaml 的路径，如 policies/a.txt",
          "write a path relative to yike.yaml, for example policies/a.txt"))
      return nil
    }
    return PolicyDocument.TextFile(path: path, file: entry.file, line: entry.line)
  }

  private mutating func readPeriod(_ entry: YAMLEntry?) -> ClosedRange<Int>? {
    guard let entry else { return nil }
    let years = faults.items(of: entry).compactMap { faults.integer($0) }
    guard years.count == 2, years[0] <= years[1] else {
      faults.add(
        "policy.period", at: entry,
        rule: Bilingual("期间应为起止两个年份", "a period is a first and a last year"),
        remedy: Bilingual("例如 [2023, 2025]", "write for example [2023, 2025]"))
      return nil
    }
    return years[0]...years[1]
  }

  mutating func readUniverse(_ id: String, _ entry: YAMLEntry) {
    faults.allow(
      [
        "level", "within", "former_code", "of", "where", "list", "n", "by_class", "names",
        "defined", "note", "note_en",
      ], in: entry)
    claim(id, in: .universe, at: entry)
    var parent: Universe?
    if let of = entry.find("of"), let name = reference(of, to: .universe) {
      parent = universes.first { $0.id == name }
      if parent == nil, places["universe:\(name)"] != nil {
        faults.add(
          "policy.universe_order", at: of, value: name,
          rule: Bilingual(
            "所取自的口径“\(name)”未能读取", "the universe “\(name)” it is taken from could not be read"),
          remedy: Bilingual("先更正那一个", "correct that one first"))
      }
    }
    if let parent, parent.list != nil {
      faults.add(
        "policy.universe_list", at: entry, value: parent.id,
        rule: Bilingual(
          "按名单列出的口径“\(parent.id)”不能再按类别取一部分",
          "a part of the listed universe “\(parent.id)” cannot be taken by class"),
        remedy: Bilingual("在此列出成员", "list its members here"))
    }
    let within =
      faults.text(entry.find("within")) ?? parent?.within
      ?? (faults.require("within", in: entry).flatMap { faults.text($0) } ?? "")
    let level =
      faults.choice(entry.find("level"), of: UniverseLevel.self) ?? parent?.level ?? .township
    if entry.find("level") == nil, parent == nil, entry.find("of") == nil {
      _ = faults.require("level", in: entry)
    }
    universes.append(
      Universe(
        id: id, level: level, within: within,
        classes: readClasses(entry.find("where"), parent: parent?.classes),
        list: entry.find("list").map { faults.texts($0) },
        declaredCount: faults.integer(entry.find("n")),
        declaredCountByClass: readCounts(entry.find("by_class")),
        expectedNames: entry.find("names").map { faults.texts($0) },
        isDefined: faults.boolean(entry.find("defined")) ?? parent?.isDefined ?? true,
        note: faults.text(entry.find("note")), noteEnglish: faults.text(entry.find("note_en")),
        file: entry.file, line: entry.line))
  }

  private mutating func readClasses(
    _ entry: YAMLEntry?, parent: [UnitClass]?
  ) -> [UnitClass]? {
    guard let entry else { return parent }
    faults.allow(["class", "class_in"], in: entry)
    let named = faults.items(of: entry.find("class")) + faults.items(of: entry.find("class_in"))
    let classes = named.compactMap { faults.choice($0, of: UnitClass.self) }
    guard let parent else { return classes }
    return classes.filter { wanted in parent.contains { wanted.matches($0) } }
  }

  private mutating func readCounts(_ entry: YAMLEntry?) -> [UnitClass: Int] {
    guard let entry else { return [:] }
    var counts: [UnitClass: Int] = [:]
    let words = UnitClass.allCases.map(\.rawValue)
    faults.allow(words, in: entry)
    for pair in faults.pairs(of: entry) {
      guard let word = UnitClass(rawValue: pair.key) else { continue }
      counts[word] = faults.integer(pair.value)
    }
    return counts
  }
}
