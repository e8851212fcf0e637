public import Planning
public import PlanningModel

/// How far a covered share moves under varied settings, as a table and as CSV.
public enum SensitivityText {
  /// A table for each question.
  public static func rendered(_ all: [Sensitivity], language: Language) -> String {
    all.map { question in
      let set = question.rows.first?.covered
      let label = language(question.label, question.labelEnglish)
      let minutes = question.limit.minutesText
      return TextTable(
        title: language(
          "\(label)，\(minutes)分钟：设定变化的影响", "\(label), \(minutes) min: varied settings"),
        columns: [
          .init(language("设定", "Setting")), .init(language("已覆盖", "Covered"), isNumeric: true),
          .init(language("总数", "Total"), isNumeric: true),
          .init(language("占比", "Share"), isNumeric: true),
          .init(language("与现设定相差", "Change"), isNumeric: true),
        ],
        rows: question.rows.map { row in
          let change = row.covered.flatMap { covered in set.map { covered - $0 } }
          return [
            .init(language(row.label, row.labelEnglish)),
            .init(row.covered.map { String($0) } ?? "—"),
            .init(row.total.map { String($0) } ?? "—"), .init(share(row) ?? "—"),
            .init(change.map { $0 > 0 ? "+\($0)" : String($0) } ?? "—"),
          ]
        }
      ).rendered()
    }.joined(separator: "\n")
  }

  /// `service,limit_seconds,variation,covered,total,share_text`.
  public static func csv(_ all: [Sensitivity], byteOrderMark: Bool = false) -> [UInt8] {
    var csv = CSVText(
      header: ["service", "limit_seconds", "variation", "covered", "total", "share_text"],
      byteOrderMark: byteOrderMark)
    for question in all {
      for row in question.rows {
        csv.append([
          question.service, question.limit.secondsText, row.variation,
          row.covered.map { String($0) }, row.total.map { String($0) }, share(row),
        ])
      }
    }
    return csv.bytes
  }

  private static func share(_ row: Sensitivity.Row) -> String? {
    guard let covered = row.covered, let total = row.total else { return nil }
    return ShareText.percent(covered, of: total)
  }
}
