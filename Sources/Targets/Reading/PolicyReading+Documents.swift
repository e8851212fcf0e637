import PlanningModel
import YAMLDocuments

extension PolicyReading {
  /// The keys of a document.
  static let documentKeys = [
    "id", "no", "no_unknown", "title", "title_en", "issuer", "republished_by", "issued",
    "published", "year", "period", "implements", "cites", "superseded_by", "complete",
    "provenance", "source_text", "text", "script", "note",
  ]

  mutating func readDocument(_ entry: YAMLEntry) {
    faults.allow(Self.documentKeys, in: entry)
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
    if let number, let place = entry.find("no"), !DocumentNumber.isWellFormed(number) {
      faults.add(
        "policy.document_number_form", at: place, value: number,
        rule: Bilingual(
          "文号应为“机关代字〔年份〕序号号”", "a document number reads office〔year〕number号"),
        remedy: Bilingual(
          "照原件核对；〔〕丢失、年份与序号连写时写 no_unknown: true，不要猜",
          "check it with the original; where 〔〕 are lost, write no_unknown: true and do not guess"),
        severity: .warning)
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
        isComplete: readComplete(entry.find("complete")),
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

  /// `true`, `false`, or what is missing: `header_missing`.
  private mutating func readComplete(_ entry: YAMLEntry?) -> Bool? {
    guard let entry else { return nil }
    if case .scalar("header_missing", _) = entry.content { return false }
    return faults.boolean(entry)
  }

  /// Offices whose work another took over: `区乡村振兴局: {successor: 区农业农村委, since: …}`.
  mutating func readSuccessors(_ entry: YAMLEntry) {
    for pair in faults.pairs(of: entry) {
      faults.allow(["successor", "since", "note"], in: pair.value)
      guard
        let successor = faults.require("successor", in: pair.value).flatMap({ faults.text($0) })
      else { continue }
      successors[pair.key] = OfficeSuccession(
        successor: successor, since: faults.date(pair.value.find("since")))
    }
  }
}
