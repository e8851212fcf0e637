import PlanningModel

extension EvaluationContext {
  /// Cumulative figures that fall: what was done does not become less.
  func ledgerChecks(_ target: Target) -> [CrossCheck] {
    guard case .count(let count) = target.measure, case .indicators(let indicators) = count.subject,
      count.counting != .netStock
    else { return [] }
    let year = year(of: target)
    return indicators.flatMap { indicator -> [CrossCheck] in
      let entries = district.ledger.filter {
        $0.indicator == indicator && $0.asOf <= asOf && $0.asOf.year == year
      }
      let byUnit = Dictionary(grouping: entries) { $0.unit?.rawValue ?? "" }
      return byUnit.keys.sorted().compactMap { unit in
        let own = (byUnit[unit] ?? []).sorted { $0.asOf < $1.asOf }
        guard
          let fall = zip(own, own.dropFirst()).first(where: {
            $0.value > $1.value && $0.asOf < $1.asOf
          })
        else { return nil }
        let place = universes.named(unit.isEmpty ? [] : [unit]).first?.name ?? district.name
        let (before, after) = fall
        let figure = policies.terms[indicator]
        return CrossCheck(
          id: target.id, kind: "cumulative_falls",
          text: "\(target.id)：\(place)的累计数“\(figure.chinese)”由\(before.value)（\(before.asOf)）"
            + "降为\(after.value)（\(after.asOf)），请核对",
          textEnglish:
            "\(target.id): the cumulative figure “\(figure.english)” of \(place) falls from "
            + "\(before.value) (\(before.asOf)) to \(after.value) (\(after.asOf)); check it")
      }
    }
  }

  /// How many of the counted facilities share a building with what the document names.
  func sharedBuildings(_ target: Target) -> CrossCheck? {
    guard case .count(let count) = target.measure, !count.colocatedWith.isEmpty else { return nil }
    let counted = Set(countedFacilities(count, of: target))
    let sites = Set(facilities(of: count.colocatedWith).compactMap(\.site))
    let shared = district.facilities.count { facility in
      counted.contains(facility.id) && facility.site.map(sites.contains) == true
    }
    return CrossCheck(
      id: target.id, kind: "colocated",
      text: "\(target.id)：计入的\(counted.count)个中有\(shared)个与文件所说的设施同址",
      textEnglish: "\(target.id): \(shared) of the \(counted.count) that are counted share a "
        + "building with what the document names")
  }

  /// States on record that the target does not know; they are passed over.
  func strayStates(_ target: Target) -> CrossCheck? {
    let milestone: MilestoneMeasure
    switch target.measure {
    case .milestone(let own) where own.stages.isEmpty: milestone = own
    case .milestonePerUnit(let own): milestone = own.milestone
    default: return nil
    }
    let stray = Set(
      milestones(of: target).compactMap(\.state).filter { milestone.step(of: $0) == nil }
    ).sorted()
    guard !stray.isEmpty else { return nil }
    return CrossCheck(
      id: target.id, kind: "unknown_state",
      text: "\(target.id)：记录中的状态“\(stray.joined(separator: "”、“"))”不在目标的状态之中，未计入",
      textEnglish:
        "\(target.id): the states on record “\(stray.joined(separator: "”, “"))” are not "
        + "among those of the target and are passed over")
  }

  /// What a reader should know of the documents that promises stand in.
  func documentChecks() -> [CrossCheck] {
    policies.documents.flatMap { document -> [CrossCheck] in
      guard policies.targets.contains(where: { $0.cite.document == document.id }) else { return [] }
      var checks: [CrossCheck] = []
      if document.isComplete == false {
        let note = document.note.map { "：\($0)" } ?? ""
        checks.append(
          CrossCheck(
            id: document.id, kind: "source_incomplete",
            text: "《\(document.title)》来源文件不完整\(note)",
            textEnglish: "the source of “\(document.titleEnglish ?? document.title)” is incomplete")
        )
      }
      if let end = document.lastDay, asOf > end {
        checks.append(
          CrossCheck(
            id: document.id, kind: "period_over",
            text: "《\(document.title)》规划期已于\(end)结束，各项按期末评估",
            textEnglish: "the period of “\(document.titleEnglish ?? document.title)” ended on "
              + "\(end); its verdicts are final ones"))
      }
      return checks
    }
  }
}
