import PlanningModel
import YAMLDocuments

extension PolicyReading {
  mutating func readQuarterlyTasks(_ entry: YAMLEntry) -> QuarterlyTasksMeasure? {
    guard let place = tableRows(entry) else { return nil }
    var rows: [QuarterlyTask] = []
    for item in faults.items(of: place) {
      faults.allow(["no", "task", "unit", "q", "links", "truncated"], in: item)
      guard let id = rowNumber(item, among: rows.map(\.id)) else { continue }
      let quarters = item.find("q")
      var cells: [String?] = faults.items(of: quarters).map { cell in
        cell.isNull ? nil : faults.text(cell)
      }
      if cells.isEmpty || cells.count > 4 {
        faults.add(
          "policy.quarters", at: quarters ?? item, value: String(cells.count),
          rule: Bilingual("每项任务有一至四个季度", "a task has one to four quarters"),
          remedy: Bilingual("按季度写四项，没有任务的写 null", "write four, null where nothing is asked"))
      }
      cells = Array((cells + [nil, nil, nil, nil]).prefix(4))
      rows.append(
        QuarterlyTask(
          id: id, task: faults.text(item.find("task")) ?? id,
          offices: faults.texts(item.find("unit")), quarters: cells,
          isTruncated: faults.boolean(item.find("truncated")) ?? false,
          links: reference(item.find("links"), to: .target)))
    }
    return QuarterlyTasksMeasure(rows: rows)
  }

  mutating func readTaskTable(_ entry: YAMLEntry, document: String?) -> TaskTableMeasure? {
    guard let place = tableRows(entry) else { return nil }
    if case .scalar = place.content {
      guard let count = faults.integer(place) else { return nil }
      guard (0...10_000).contains(count) else {
        faults.add(
          "policy.table_rows", at: place, value: String(count),
          rule: Bilingual("行数不合理", "this is no number of rows"),
          remedy: Bilingual("写附件的行数", "write how many rows the annex has"))
        return nil
      }
      return TaskTableMeasure(rows: [], count: count)
    }
    let period = documents.first { $0.id == document }.flatMap { document in
      document.period ?? document.year.map { $0...$0 }
    }
    let vocabulary = entry.find("due_vocabulary").map { Set(faults.texts($0)) }
    var rows: [TaskRow] = []
    for item in faults.items(of: place) {
      faults.allow(
        ["no", "section", "subsection", "task", "lead", "support", "offices", "due"], in: item)
      guard let id = rowNumber(item, among: rows.map(\.id)) else { continue }
      let dueText = faults.text(item.find("due"))
      let due = dueText.flatMap { DuePhrase.read($0, period: period) }
      if let dueText, let words = item.find("due"),
        due == nil || vocabulary.map({ !$0.contains(dueText) }) == true
      {
        faults.add(
          "policy.due_words", at: words, value: dueText,
          rule: Bilingual("看不懂这个完成时限", "these words do not say by when"),
          remedy: Bilingual(
            "例如“2022年年底完成”“持续推进”“即时完成,并长期坚持”",
            "write for example 2022年年底完成, 持续推进 or 即时完成,并长期坚持"))
      }
      rows.append(
        TaskRow(
          id: id, section: faults.text(item.find("section")),
          task: faults.text(item.find("task")) ?? id,
          leads: faults.texts(item.find("lead")) + faults.texts(item.find("offices")),
          supporters: faults.texts(item.find("support")), dueText: dueText, due: due))
    }
    return TaskTableMeasure(rows: rows, count: rows.count)
  }

  /// The rows of a table: its own, or those of a `tables` entry that it names.
  private mutating func tableRows(_ entry: YAMLEntry) -> YAMLEntry? {
    guard entry.find("rows") == nil, let table = entry.find("table") else {
      return faults.require("rows", in: entry)
    }
    guard let text = faults.text(table) else { return nil }
    // `task-tables.yaml#CQ21-ANX`: any policy file may hold the table.
    let id = text.split(separator: "#").last.map(String.init) ?? text
    references.append(Reference(section: .table, id: id, entry: table))
    return tables[id]
  }

  private mutating func rowNumber(_ entry: YAMLEntry, among given: [String]) -> String? {
    guard let id = faults.require("no", in: entry).flatMap({ faults.text($0) }) else { return nil }
    if given.contains(id) {
      faults.add(
        "policy.duplicate_row", at: entry.find("no") ?? entry, value: id,
        rule: Bilingual("序号重复", "the number is given twice"),
        remedy: Bilingual("每行用各自的序号", "give each row a number of its own"))
    }
    return id
  }
}
