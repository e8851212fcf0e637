public import Planning
import PlanningModel
import Targets

/// The quarterly form as CSV and JSON (docs/formats/quarter.md): the verdicts at the end of the
/// quarter, and what the quarter adds to them.
public enum QuarterFiles {
  /// The columns of `targets`, then the quarter's.
  ///
  /// - Parameter byteOrderMark: whether a byte-order mark comes first, for Excel.
  public static func csv(_ table: QuarterTable, byteOrderMark: Bool = false) -> [UInt8] {
    var csv = CSVText(
      header: TargetsCSV.columns + ["quarter", "day", "due", "planned", "light", "leads"],
      byteOrderMark: byteOrderMark)
    for verdict in table.evaluation.results.verdicts {
      csv.append(
        TargetsCSV.row(verdict) + [
          "\(table.year)Q\(table.quarter)", table.day.description, verdict.dueDate?.description,
          table.standing(of: verdict.id)?.planned?.description,
          table.light(of: verdict.id).rawValue, verdict.leads.joined(separator: "、"),
        ])
    }
    return csv.bytes
  }

  /// The document `yike-targets/1` with the key `quarter`.
  ///
  /// - Parameter version: the program's version.
  /// - Throws: what the JSON encoder throws, which no table brings about.
  public static func json(_ table: QuarterTable, version: String) throws -> [UInt8] {
    try JSONText.bytes(
      QuarterDocument(
        verdicts: TargetsDocument(table.evaluation, version: version),
        quarter: QuarterEntry(table)))
  }
}

/// The document as it is written: that of `targets`, and one key more.
struct QuarterDocument: Encodable {
  let verdicts: TargetsDocument
  let quarter: QuarterEntry

  private enum CodingKeys: String, CodingKey {
    case quarter
  }

  func encode(to encoder: any Encoder) throws {
    try verdicts.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(quarter, forKey: .quarter)
  }
}

/// What the quarter adds.
struct QuarterEntry: Encodable {
  let year: Int
  let quarter, day: String
  let over: Bool
  let targets: [TargetStandings]

  struct TargetStandings: Encodable {
    let id, light: String
    let leads: [String]
    let quarters: [StandingEntry]
  }

  init(_ table: QuarterTable) {
    year = table.year
    quarter = "Q\(table.quarter)"
    day = table.day.description
    over = table.isOver
    targets = table.evaluation.results.verdicts.map { verdict in
      TargetStandings(
        id: verdict.id, light: table.light(of: verdict.id).rawValue, leads: verdict.leads,
        quarters: (table.standings[verdict.id] ?? []).map(StandingEntry.init))
    }
  }
}

/// One quarter of a target.
struct StandingEntry: Encodable {
  let quarter, day: String
  @ExplicitNull var planned: Int?
  @ExplicitNull var achieved: Int?
  @ExplicitNull var status: String?
  let light: String

  init(_ standing: QuarterStanding) {
    quarter = "Q\(standing.quarter)"
    day = standing.day.description
    planned = standing.planned
    achieved = standing.achieved
    status = standing.status?.rawValue
    light = standing.light.rawValue
  }
}
