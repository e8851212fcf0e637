import PlanningModel

extension Scenario {
  /// The facilities as the scenario has them.
  ///
  /// A facility that opens under an id that exists, closes or changes without existing, moves
  /// after it has closed, or takes two values in one field is a conflict, never overwritten
  /// silently.
  func applied(to before: [Facility], on date: CivilDate) -> ([Facility], [InputFault]) {
    var faults: [InputFault] = []
    var byID = Dictionary(
      before.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var openings: [FacilityID: PatchOrigin] = [:]
    for opening in facilities.opened {
      let id = opening.facility.id
      if byID.updateValue(opening.facility, forKey: id) != nil {
        let first = openings[id].map { origin in
          Bilingual(
            "\(origin.text) 已新设 id 相同的设施", "\(origin.text) opens a facility with this id already")
        }
        faults.append(
          Self.conflict(
            opening.origin, "open", id,
            first
              ?? Bilingual("台账中已有 id 相同的设施", "the ledger has a facility with this id already"),
            Bilingual("为新设施另取 id", "give the new facility another id")))
      }
      openings[id] = openings[id] ?? opening.origin
    }
    faults += changeFacilities(&byID, on: date)
    faults += closeFacilities(&byID)
    return (byID.values.sorted { $0.id < $1.id }, faults)
  }

  private func closeFacilities(_ byID: inout [FacilityID: Facility]) -> [InputFault] {
    var faults: [InputFault] = []
    var seen: [FacilityID: FacilityPatches.Closing] = [:]
    for closing in facilities.closed {
      guard var facility = byID[closing.facility] else {
        faults.append(Self.unknown(closing.origin, "close", closing.facility))
        continue
      }
      if let other = seen[closing.facility], other.date != closing.date {
        faults.append(
          Self.twice(closing.origin, other.origin, "close", closing.facility, field: "on"))
      }
      seen[closing.facility] = closing
      if let opened = facility.opened, closing.date < opened {
        faults.append(
          Self.conflict(
            closing.origin, "close", closing.facility,
            Bilingual(
              "\(closing.date) 停办，但该设施到 \(opened) 才开办",
              "it closes on \(closing.date), but opens only on \(opened)"),
            Bilingual(
              "改为更晚的停办日期，或不列入", "close it on a later day, or leave it out")))
      }
      facility.closed = closing.date
      byID[closing.facility] = facility
    }
    return faults
  }

  private func changeFacilities(
    _ byID: inout [FacilityID: Facility], on date: CivilDate
  ) -> [InputFault] {
    var faults: [InputFault] = []
    var written: [String: (change: FacilityPatches.Change, value: String)] = [:]
    let closing = Dictionary(
      facilities.closed.map { ($0.facility, $0) }, uniquingKeysWith: { first, _ in first })
    for change in facilities.changed {
      guard let facility = byID[change.facility] else {
        faults.append(Self.unknown(change.origin, change.verb.rawValue, change.facility))
        continue
      }
      if let end = closing[change.facility] {
        faults.append(
          Self.conflict(
            change.origin, change.verb.rawValue, change.facility,
            Bilingual(
              "\(end.origin.text) 要停办（close）同一设施，停办的设施不能再迁移、改建",
              "\(end.origin.text) closes the same facility; what closes is not moved or changed"),
            Bilingual("只留其中一条", "keep one of the two")))
      } else if change.state == nil, isGone(facility, on: date) {
        faults.append(
          Self.conflict(
            change.origin, change.verb.rawValue, change.facility,
            Bilingual("该设施在 \(date) 已关闭", "the facility is closed by \(date)"),
            Bilingual(
              "先用 change 把 state 改为 operating 并更正 closed，或改为 open 一处新设施",
              "reopen it with change (state, closed), or open a new facility")))
      }
      for (field, value) in change.written {
        let key = "\(change.facility) \(field)"
        if let other = written[key], other.value != value {
          faults.append(
            Self.twice(
              change.origin, other.change.origin, change.verb.rawValue, change.facility,
              field: field))
        }
        written[key] = (change, value)
      }
      byID[change.facility] = change.applied(to: facility)
    }
    return faults
  }

  private func isGone(_ facility: Facility, on date: CivilDate) -> Bool {
    facility.state == .closed || facility.closed.map { $0 <= date } ?? false
  }

  private static func conflict(
    _ origin: PatchOrigin, _ key: String, _ id: FacilityID, _ rule: Bilingual,
    _ remedy: Bilingual
  ) -> InputFault {
    InputFault(
      check: "scenario.conflict", severity: .blocking, file: origin.file, row: origin.line,
      column: key, value: id.rawValue, rule: rule, remedy: remedy)
  }

  private static func twice(
    _ origin: PatchOrigin, _ other: PatchOrigin, _ key: String, _ id: FacilityID, field: String
  ) -> InputFault {
    conflict(
      origin, key, id,
      Bilingual(
        "与 \(other.text) 对同一设施的“\(field)”相互矛盾",
        "it contradicts \(other.text) on “\(field)” of the same facility"),
      Bilingual("只留其中一条", "keep one of the two"))
  }

  private static func unknown(_ origin: PatchOrigin, _ key: String, _ id: FacilityID)
    -> InputFault
  {
    InputFault(
      check: "scenario.unknown_facility", severity: .blocking, file: origin.file,
      row: origin.line, column: key, value: id.rawValue,
      rule: Bilingual("没有 id 为“\(id)”的设施", "no facility has the id “\(id)”"),
      remedy: Bilingual("从设施台账中取 id", "take an id from the facilities ledger"))
  }
}
