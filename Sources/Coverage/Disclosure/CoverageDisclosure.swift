public import PlanningModel

extension DisclosureGroups {
  /// Coverage rows of a sensitive cohort as they may leave.
  ///
  /// A withheld place has no counts; an area that cuts through a group has ranges instead of
  /// them. Cells and custom universes have neither, because they are parts of places or may
  /// be drawn around one. Rows that were treated before, or that came without their villages,
  /// stay as they are.
  ///
  /// - Parameters:
  ///   - rows: a whole table: villages, townships, district.
  ///   - district: where the villages' units are looked up.
  public func disclosed(_ rows: [CoverageRow], in district: District) -> [CoverageRow] {
    let villages = rows.filter { $0.level == .village }
    guard !groups.isEmpty, !villages.isEmpty, !rows.contains(where: \.isWithheld) else {
      return rows
    }
    let unitOf = Dictionary(
      district.demandPoints.map { ($0.id.rawValue, $0.unit?.rawValue ?? "") },
      uniquingKeysWith: { first, _ in first })
    let members = Dictionary(grouping: villages) { unitOf[$0.id] ?? "" }
    return rows.map { row in
      switch row.level {
      case .village: disclosed(place: row)
      case .township: disclosed(area: row, over: members[row.id] ?? [])
      case .district: disclosed(area: row, over: villages)
      default: row.withheld()
      }
    }
  }

  private func disclosed(place row: CoverageRow) -> CoverageRow {
    guard !hides(row.id) else { return row.withheld() }
    // A part of a place may be small although the place is not.
    let parts = [row.covered, row.coveredWithNeighbours, row.coveredTwice, row.undecided]
    let isWhole = parts.allSatisfy { $0 == nil || $0 == 0 || $0 == row.total }
    guard !isWhole else { return row }
    var row = row.withheld()
    row.total = total(of: row.id)
    row.totalRange = nil
    return row
  }

  private func disclosed(area row: CoverageRow, over villages: [CoverageRow]) -> CoverageRow {
    var shown = row
    func publish(
      _ part: WritableKeyPath<CoverageRow, Int?>,
      _ range: WritableKeyPath<CoverageRow, ClosedRange<Int>?>?
    ) {
      guard row[keyPath: part] != nil else { return }
      let whole = villages.filter { $0[keyPath: part] == $0.total && $0.total != nil }
      let some = villages.filter { ($0[keyPath: part] ?? 0) > 0 }
      let least = publishable(whole.map(\.id)).lowerBound
      let most = publishable(some.map(\.id)).upperBound
      guard least < most else { return }
      shown[keyPath: part] = nil
      shown.isWithheld = true
      if let range { shown[keyPath: range] = least...most }
    }
    publish(\.total, \.totalRange)
    publish(\.covered, \.coveredRange)
    publish(\.coveredWithNeighbours, nil)
    publish(\.coveredTwice, nil)
    publish(\.undecided, nil)
    return shown
  }

  private func total(of id: String) -> Int? {
    let told = publishable([id])
    return told.lowerBound == told.upperBound ? told.lowerBound : nil
  }
}

extension CoverageRow {
  /// The row without any count of people.
  func withheld() -> CoverageRow {
    var row = self
    row.covered = nil
    row.total = nil
    row.coveredWithNeighbours = nil
    row.coveredTwice = nil
    row.undecided = nil
    row.intensity = nil
    row.isWithheld = true
    return row
  }
}
