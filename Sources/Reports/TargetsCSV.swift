public import Planning
import PlanningModel
import Targets

/// The verdicts as CSV, one row a target, and the places they leave out.
public enum TargetsCSV {
  /// The columns; scripts rely on them.
  static let columns = [
    "id", "title", "status", "rule", "universe", "required", "achieved", "unknown", "gap",
    "share_text", "document", "clause", "provenance", "reason",
  ]

  /// The row of a target under them.
  static func row(_ verdict: Verdict) -> [String?] {
    [
      verdict.id, verdict.title, verdict.status.rawValue, verdict.rule,
      verdict.universe?.description, verdict.required?.description,
      verdict.achieved?.description, verdict.unknown?.description, verdict.gap?.description,
      verdict.shareText, verdict.citation.document, verdict.citation.clause,
      verdict.provenance?.rawValue, verdict.reason,
    ]
  }

  /// A row for each target, under the fixed columns.
  ///
  /// - Parameter byteOrderMark: whether a byte-order mark comes first, for Excel.
  public static func bytes(_ evaluation: Evaluation, byteOrderMark: Bool = false) -> [UInt8] {
    var csv = CSVText(
      header: columns, byteOrderMark: byteOrderMark)
    for verdict in evaluation.results.verdicts {
      csv.append(row(verdict))
    }
    return csv.bytes
  }

  /// A row for each unit or place that is missing or undecided.
  ///
  /// - Parameter byteOrderMark: whether a byte-order mark comes first, for Excel.
  public static func missingUnits(_ evaluation: Evaluation, byteOrderMark: Bool = false)
    -> [UInt8]
  {
    var csv = CSVText(
      header: [
        "target", "title", "target_status", "evidence", "code", "id", "name", "reason",
        "provenance",
      ], byteOrderMark: byteOrderMark)
    for verdict in evaluation.results.verdicts {
      for (evidence, findings) in [
        ("missing", verdict.missing), ("undecided", verdict.undecided),
      ] {
        for finding in findings {
          csv.append([
            verdict.id, verdict.title, verdict.status.rawValue, evidence, finding.code,
            finding.id, finding.name, finding.reason?.rawValue, verdict.provenance?.rawValue,
          ])
        }
      }
    }
    return csv.bytes
  }
}
