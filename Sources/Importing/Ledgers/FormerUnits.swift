import PlanningModel

/// Reads former names and codes of units, by the list of changes.
extension RowReader {
  /// The one present unit that a former one became, with a finding that says so: a hint where the
  /// name still held on the row's day, a warning where it did not; nil with a fault where there is
  /// no single one.
  mutating func successor(
    of former: UnitSuccession.Former, _ column: String, _ value: String,
    in context: LedgerContext, on day: CivilDate?
  ) -> UnitID? {
    let names = former.successors.map { context.names[$0]?.name ?? $0.rawValue }
    let chinese = former.until.map { "\($0)起" } ?? ""
    let english = former.until.map { "since \($0) " } ?? ""
    guard names.count == 1, let unit = former.successors.first else {
      note(
        .unitUnmatched, column, value: value,
        names.isEmpty
          ? Bilingual(
            "\(former.name)已撤销，单位变更表没有写明并入何处",
            "\(former.name) was abolished, and the list of changes does not say what it became")
          : Bilingual(
            "\(former.name)\(chinese)已分为\(names.joined(separator: "、"))",
            "\(former.name) is \(english)divided into \(names.joined(separator: ", "))"),
        names.isEmpty
          ? Bilingual("写明现属单位的全称", "write the full name of the present unit")
          : Bilingual(
            "写明是其中哪一个：\(names.joined(separator: "、"))",
            "write which of them: \(names.joined(separator: ", "))"))
      return nil
    }
    let day = day ?? context.asOf
    let isLate = day.map { day in former.until.map { day >= $0 } ?? false } ?? false
    note(
      isLate ? .unitFormerNameLate : .unitFormerName, column, value: value,
      isLate
        ? Bilingual(
          "\(former.name)\(chinese)为\(names[0])，该行日期在此之后；按\(names[0])计入",
          "\(former.name) is \(english)\(names[0]), and the row is of a later day; counted as \(names[0])"
        )
        : Bilingual(
          "\(former.name)\(chinese)为\(names[0])；按\(names[0])计入",
          "\(former.name) is \(english)\(names[0]); counted as \(names[0])"),
      isLate
        ? Bilingual("改写为\(names[0])", "write \(names[0])")
        : Bilingual("如不是该单位，更正单位变更表", "correct the list of changes if another unit is meant"))
    return unit
  }
}
