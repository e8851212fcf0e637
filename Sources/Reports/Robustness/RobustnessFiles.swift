public import Planning
import PlanningModel
import Targets

/// Verdicts under varied settings, as CSV and JSON (docs/formats/robustness.md).
public enum RobustnessFiles {
  /// `id,setting,achieved,universe,share_text,status,holds`, then the flips under the same
  /// columns with the setting `flip:<kind>:<place>` and their effort.
  public static func csv(_ all: [TargetRobustness], byteOrderMark: Bool = false) -> [UInt8] {
    var csv = CSVText(
      header: [
        "id", "setting", "achieved", "universe", "share_text", "status", "holds", "change",
        "effort_per_mille", "provenance",
      ],
      byteOrderMark: byteOrderMark)
    for target in all {
      let holds = target.holds.map { $0 ? "true" : "false" }
      for row in target.rows {
        csv.append([
          target.id, row.setting, row.achieved.map { String($0) },
          row.universe.map { String($0) }, row.shareText, row.status.rawValue, holds, nil, nil,
          nil,
        ])
      }
      for flip in target.flips {
        csv.append([
          target.id, "flip:\(flip.kind.rawValue):\(flip.id)", nil, nil, nil, nil, holds,
          String(flip.isIncrease ? flip.amount : -flip.amount), String(flip.effortPerMille),
          flip.provenance.rawValue,
        ])
      }
    }
    return csv.bytes
  }

  /// The document `yike-robustness/1`.
  public static func json(_ all: [TargetRobustness], version: String) throws -> [UInt8] {
    try JSONText.bytes(
      Document(
        schema: "yike-robustness/1", version: version,
        targets: all.map { target in
          Entry(
            id: target.id, title: target.title, holds: target.holds,
            range: target.extremes.map {
              [$0.low.shareText, $0.high.shareText].compactMap(\.self)
            } ?? [],
            settings: target.rows.map {
              Setting(
                id: $0.setting, achieved: $0.achieved, universe: $0.universe,
                shareText: $0.shareText, status: $0.status.rawValue)
            },
            flips: target.flips.map {
              Flip(
                kind: $0.kind.rawValue, id: $0.id, name: $0.name,
                change: $0.isIncrease ? $0.amount : -$0.amount,
                effortPerMille: $0.effortPerMille, provenance: $0.provenance.rawValue)
            })
        }))
  }

  private struct Document: Encodable {
    var schema: String
    var version: String
    var targets: [Entry]
  }

  private struct Entry: Encodable {
    var id: String
    var title: String
    @ExplicitNull var holds: Bool?
    var range: [String]
    var settings: [Setting]
    var flips: [Flip]
  }

  private struct Setting: Encodable {
    var id: String
    @ExplicitNull var achieved: Int?
    @ExplicitNull var universe: Int?
    @ExplicitNull var shareText: String?
    var status: String

    enum CodingKeys: String, CodingKey {
      case id, achieved, universe, status
      case shareText = "share_text"
    }
  }

  private struct Flip: Encodable {
    var kind: String
    var id: String
    var name: String
    var change: Int
    var effortPerMille: Int
    var provenance: String

    enum CodingKeys: String, CodingKey {
      case kind, id, name, change, provenance
      case effortPerMille = "effort_per_mille"
    }
  }
}
