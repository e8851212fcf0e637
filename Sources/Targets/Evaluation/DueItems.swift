import PlanningModel

/// One thing that a promise asks for by a day: a receipt, a task, a stage.
struct DueItem: AnsweredFinding {
  var finding: UnitFinding
  var answer: Answer
  /// The day it is due; nil for what is due all the time.
  var due: CivilDate?
  var provenance: Provenance?
}

extension EvaluationContext {
  /// Judges a promise that asks for several things, each by its own day.
  ///
  /// One thing that is known to be overdue fails it: `missed` once the last day has come, before
  /// it `behind`. What is not due yet does not count against it.
  func judge(_ items: [DueItem], of target: Target, into verdict: inout Verdict) {
    verdict.listing = .items
    verdict.list(items)
    let yes = verdict.met.count
    let unknown = verdict.undecided.count
    verdict.universe = items.count
    verdict.required = items.count
    verdict.requiredText = String(items.count)
    verdict.achieved = yes
    verdict.unknown = unknown
    verdict.gap = items.count - yes
    verdict.rangeLow = yes
    verdict.rangeHigh = yes + unknown
    verdict.numerator = yes
    verdict.denominator = items.count
    guard !items.isEmpty else {
      verdict.status = .notApplicable
      verdict.explain(Bilingual("没有要求的事项", "nothing is asked for"))
      return
    }
    let due = items.filter { item in item.due.map { asOf >= $0 } ?? true }
    verdict.itemsDue = due.count
    let lastDay = target.due.judgedDate ?? items.compactMap(\.due).max()
    let isRecurring = [.continuous, .recurring].contains(target.due.kind)
    if yes == items.count {
      verdict.status = .met
    } else if due.contains(where: { if case .no = $0.answer { true } else { false } }) {
      let isOver = !isRecurring && lastDay.map { asOf >= $0 } == true
      verdict.status = isOver ? .missed : .behind
    } else if due.contains(where: { if case .unknown = $0.answer { true } else { false } }) {
      verdict.status = .unknown
      verdict.explain(undecidedItems(unknown))
    } else {
      verdict.status = isRecurring && !due.isEmpty ? .met : .onTrack
      verdict.explain(
        due.isEmpty
          ? Bilingual("尚无到期事项", "nothing is due yet")
          : Bilingual("到期的\(due.count)项均已完成", "all \(due.count) that are due are done"))
    }
  }

  /// Why a verdict on items is open.
  func undecidedItems(_ count: Int) -> Bilingual {
    Bilingual(
      "\(count)项没有记录：登记册未声明完整，未登记不等于没有",
      "\(count) items are not on record: no register is declared complete, so absence is not a no")
  }
}
