import PlanningModel

extension EvaluationContext {
  /// Reports received: each sender, each day.
  func judge(_ report: ReportMeasure, of target: Target, into verdict: inout Verdict) {
    guard let senders = senders(report, into: &verdict) else { return }
    let year = cadenceYear(of: target)
    var columns: [(column: ReceiptsMatrix.Column, isFirst: Bool)] = []
    for (index, series) in report.series.enumerated() {
      columns += series.dates(in: year).map {
        (ReceiptsMatrix.Column(series: series.name, due: $0), index == 0)
      }
    }
    columns.sort {
      ($0.column.due, $0.column.series ?? "") < ($1.column.due, $1.column.series ?? "")
    }
    let records = district.submissions.filter { $0.target == target.id }
    let isComplete = registers.isComplete(target: target.id)
    var matrix = ReceiptsMatrix(
      senders: senders.map { ReceiptsMatrix.Sender(code: $0.code, name: $0.name) },
      columns: columns.map(\.column), rows: [])
    var items: [DueItem] = []
    for sender in senders {
      let own = records.filter { isFrom(sender, $0, report.senders) }
      var row: [ReceiptsMatrix.Receipt] = []
      for (column, isFirst) in columns {
        let found = own.filter { record in
          record.due == column.due
            && (record.series == column.series || (isFirst && record.series == nil))
        }
        let record = found.first { $0.received != nil } ?? found.first
        let (receipt, answer) = receipt(record, column.due, isComplete: isComplete)
        row.append(receipt)
        let name = [sender.name, column.series, column.due.description].compactMap { $0 }
        let english = name.map { policies.terms[$0].english }.joined(separator: " ")
        items.append(
          DueItem(
            finding: UnitFinding(
              code: sender.code, id: name.joined(separator: "/"),
              name: name.joined(separator: " "), nameEnglish: english),
            answer: answer, due: column.due,
            provenance: answer == .yes([]) ? record?.provenance : nil))
      }
      matrix.rows.append(row)
    }
    judge(items, of: target, into: &verdict)
    verdict.detail = .receipts(matrix)
    explainLate(matrix, &verdict)
  }

  private func explainLate(_ matrix: ReceiptsMatrix, _ verdict: inout Verdict) {
    let late = matrix.rows.joined().count { if case .late = $0 { true } else { false } }
    let overdue = matrix.overdue.count
    guard late > 0 || overdue > 0 else { return }
    var notes: [Bilingual] = []
    if overdue > 0 { notes.append(Bilingual("逾期未报\(overdue)份", "\(overdue) are overdue")) }
    if late > 0 { notes.append(Bilingual("迟报\(late)份", "\(late) came late")) }
    verdict.explain(.joined(notes))
  }

  /// How one report stands; as of a day before it came in it is known to be outstanding.
  private func receipt(
    _ record: SubmissionRecord?, _ due: CivilDate, isComplete: Bool
  ) -> (ReceiptsMatrix.Receipt, Answer) {
    if let received = record?.received, received <= asOf {
      return received <= due
        ? (.received(received), .yes([]))
        : (.late(received, days: due.days(until: received)), .yes([]))
    }
    let isKnown = record != nil || isComplete
    let answer = Answer.absent(.noRecord, isComplete: isKnown)
    guard asOf >= due else { return (.pending, answer) }
    return (isKnown ? .overdue(days: due.days(until: asOf)) : .unknown, answer)
  }

  private func senders(_ report: ReportMeasure, into verdict: inout Verdict) -> [UnitMember]? {
    switch report.senders {
    case .universe(let id):
      verdict.universeID = id
      guard let universe = policies.universe(id) else { return nil }
      switch universes.members(of: universe) {
      case .members(let members): return members
      case .unknown(let reason):
        verdict.explain(reason)
        return nil
      }
    case .offices(let names):
      return names.map { UnitMember(id: $0, code: nil, name: $0, unitClass: nil) }
    case .district:
      return [
        UnitMember(id: district.code, code: nil, name: district.name, unitClass: .district)
      ]
    }
  }

  private func isFrom(
    _ sender: UnitMember, _ record: SubmissionRecord, _ senders: ReportSenders
  ) -> Bool {
    switch senders {
    case .universe: return record.unit?.rawValue == sender.id
    case .district: return record.unit == nil || record.unit?.rawValue == sender.id
    case .offices:
      guard let office = record.office else { return false }
      if office == sender.name { return true }
      // An office that was merged hands in under the name of the one that took over.
      guard let succession = policies.successors[sender.name], succession.successor == office
      else { return false }
      return succession.since.map { since in record.received.map { $0 >= since } ?? true } ?? true
    }
  }

  /// The year whose reports are asked for: the plan's, or within a longer period that of the date.
  private func cadenceYear(of target: Target) -> Int {
    let document = policies.document(target.cite.document)
    if let year = document?.year { return year }
    if let period = document?.period {
      return min(max(asOf.year, period.lowerBound), period.upperBound)
    }
    return asOf.year
  }
}
