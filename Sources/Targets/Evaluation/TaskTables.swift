import PlanningModel

extension EvaluationContext {
  /// Tasks by quarter; what the source has lost stays unknown.
  func judge(_ table: QuarterlyTasksMeasure, of target: Target, into verdict: inout Verdict) {
    let year = year(of: target)
    let issued = policies.document(target.cite.document)?.issued
    let records = milestones(of: target)
    let isComplete = registers.isComplete(target: target.id)
    var items: [DueItem] = []
    var figures: [TaskFigure] = []
    for row in table.rows {
      for quarter in 1...4 {
        let words = row.quarters[quarter - 1]
        let isLost = words == nil && row.isTruncated
        guard words != nil || isLost, let due = CivilDate.endOfQuarter(quarter, of: year) else {
          continue
        }
        let record = records.first { record in
          record.row == row.id && record.quarter == quarter && TaskState.isDone(record.state)
            && isDatedWell(record, due: due, issued: issued)
        }
        let answer: Answer =
          if isLost { .unknown(.noData) } else if record != nil { .yes([]) } else {
            .absent(.noRecord, isComplete: isComplete)
          }
        items.append(
          DueItem(
            finding: UnitFinding(
              code: nil, id: "\(target.id)/\(row.id)/Q\(quarter)",
              name: "\(row.id) \(row.task) Q\(quarter)"),
            answer: answer, due: due, provenance: record?.provenance))
        figures.append(
          TaskFigure(
            row: row.id, quarter: quarter, task: words, leads: row.offices, supporters: [],
            due: due, dueText: nil, isDone: answer.isYes, date: record?.date,
            evidence: record?.evidence, light: light(answer, due: due)))
      }
    }
    judge(items, of: target, into: &verdict)
    verdict.detail = .tasks(figures)
    explainGaps(table, of: target, year: year, issued: issued, into: &verdict)
  }

  /// A task of a quarter that was over when the document came out needs a paper from before it.
  private func isDatedWell(
    _ record: MilestoneRecord, due: CivilDate, issued: CivilDate?
  ) -> Bool {
    guard let issued, due < issued else { return true }
    return record.date < issued
  }

  private func explainGaps(
    _ table: QuarterlyTasksMeasure, of target: Target, year: Int, issued: CivilDate?,
    into verdict: inout Verdict
  ) {
    var notes: [Bilingual] = []
    if let reason = verdict.reason {
      notes.append(Bilingual(reason, verdict.reasonEnglish ?? reason))
    }
    let cut = table.rows.filter(\.isTruncated).map(\.id)
    if !cut.isEmpty {
      let rows = cut.joined(separator: "、")
      notes.append(
        Bilingual(
          "来源文件不完整：第\(rows)项中断，此后各项缺失",
          "the source is incomplete: it breaks off in row \(rows), and later rows are lost"))
    }
    let past = (1...4).filter { quarter in
      guard let issued, let end = CivilDate.endOfQuarter(quarter, of: year) else { return false }
      return end < issued
    }
    if !past.isEmpty {
      let quarters = past.map(String.init).joined(separator: "、")
      notes.append(
        Bilingual(
          "第\(quarters)季度在文件印发前已过，证据须早于印发日期",
          "quarter \(quarters) was over before the document was issued; its evidence must be older")
      )
    }
    if !notes.isEmpty { verdict.explain(.joined(notes)) }
  }

  /// An annex of tasks, each by its own words.
  func judge(_ table: TaskTableMeasure, of target: Target, into verdict: inout Verdict) {
    let records = milestones(of: target)
    let isComplete = registers.isComplete(target: target.id)
    var items: [DueItem] = []
    var figures: [TaskFigure] = []
    for row in table.rows {
      let due = row.due.map(\.judgedDate) ?? target.due.judgedDate
      let record = records.first { $0.row == row.id && TaskState.isDone($0.state) }
      let answer: Answer =
        record == nil ? .absent(.noRecord, isComplete: isComplete) : .yes([])
      items.append(
        DueItem(
          finding: UnitFinding(
            code: nil, id: "\(target.id)/\(row.id)", name: "\(row.id) \(row.task)"),
          answer: answer, due: due, provenance: record?.provenance))
      figures.append(
        TaskFigure(
          row: row.id, quarter: nil, task: row.task, leads: row.leads,
          supporters: row.supporters, due: due, dueText: row.dueText, isDone: answer.isYes,
          date: record?.date, evidence: record?.evidence, light: light(answer, due: due)))
    }
    for number in table.rows.count..<max(table.rows.count, table.count) {
      items.append(
        DueItem(
          finding: UnitFinding(
            code: nil, id: "\(target.id)/\(number + 1)", name: String(number + 1)),
          answer: .unknown(.noData), due: nil, provenance: nil))
    }
    judge(items, of: target, into: &verdict)
    verdict.detail = .tasks(figures)
  }

  private func light(_ answer: Answer, due: CivilDate?) -> TrafficLight {
    switch answer {
    case .yes: .green
    case .no: due.map { asOf >= $0 } == true ? .red : .yellow
    case .unknown: .grey
    }
  }
}

/// The words for a task that is done.
enum TaskState {
  private static let done: Set<String> = ["完成", "已完成", "办结", "已办结", "取得阶段成效", "done"]

  /// Whether a record says so; one without a state is the paper that proves it.
  static func isDone(_ state: String?) -> Bool { state.map(done.contains) ?? true }
}

extension Answer {
  /// Yes, no, or nil for unknown.
  var isYes: Bool? {
    switch self {
    case .yes: true
    case .no: false
    case .unknown: nil
    }
  }
}
