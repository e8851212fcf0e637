import Coverage
public import Planning
import PlanningModel

/// The coverage tables as JSON, schema `yike-coverage/1`; every key is present, null where it
/// does not apply (docs/formats/coverage-csv.md).
public enum CoverageJSON {
  /// The bytes of the document, small counts of sensitive cohorts hidden.
  ///
  /// - Parameter version: the program's version.
  /// - Throws: what the JSON encoder throws, which no evaluation brings about.
  public static func bytes(_ evaluation: Evaluation, version: String) throws -> [UInt8] {
    try JSONText.bytes(CoverageDocument(evaluation, version: version))
  }
}

private struct CoverageDocument: Encodable {
  let schema = "yike-coverage/1"
  let version: String
  let asOf: String
  @ExplicitNull var scenario: String?
  let codeSystem: String
  let tables: [CoverageTableEntry]

  private enum CodingKeys: String, CodingKey {
    case schema, version
    case asOf = "as_of"
    case scenario
    case codeSystem = "code_system"
    case tables
  }

  init(_ evaluation: Evaluation, version: String) {
    self.version = version
    asOf = evaluation.asOf.description
    scenario = evaluation.scenario
    codeSystem = evaluation.district.codeSystem.rawValue
    let suppression = CoverageSuppression(evaluation)
    tables = evaluation.coverage.map { CoverageTableEntry($0, suppression) }
  }
}

private struct CoverageTableEntry: Encodable {
  let service, label, labelEnglish, mode, direction, cohort: String
  let paceMetresPerSecond, limitSeconds: Double
  let rows: [CoverageRowEntry]

  private enum CodingKeys: String, CodingKey {
    case service, label
    case labelEnglish = "label_en"
    case mode, direction, cohort
    case paceMetresPerSecond = "pace_metres_per_second"
    case limitSeconds = "limit_seconds"
    case rows
  }

  init(_ table: CoverageTable, _ suppression: CoverageSuppression) {
    service = table.service
    label = table.label
    labelEnglish = table.labelEnglish
    mode = table.profile.mode.rawValue
    direction = table.profile.direction.rawValue
    cohort = table.cohort.rawValue
    paceMetresPerSecond = Double(table.profile.paceMillimetresPerSecond) / 1000
    limitSeconds = Double(table.limit.milliseconds) / 1000
    rows = suppression.applied(to: table).rows.map {
      CoverageRowEntry($0, isSuppressed: suppression.hides($0.id, table.cohort))
    }
  }
}

private struct CoverageRowEntry: Encodable {
  let level, id: String
  @ExplicitNull var code: String?
  let name: String
  @ExplicitNull var covered: Int?
  @ExplicitNull var total: Int?
  @ExplicitNull var shareText: String?
  @ExplicitNull var coveredWithNeighbours: Int?
  @ExplicitNull var nearest: String?
  @ExplicitNull var seconds: Double?
  let estimated: Bool
  @ExplicitNull var reason: String?
  let provenance: String
  let suppressed: Bool

  private enum CodingKeys: String, CodingKey {
    case level, id, code, name, covered, total
    case shareText = "share_text"
    case coveredWithNeighbours = "covered_with_neighbours"
    case nearest, seconds, estimated, reason, provenance, suppressed
  }

  init(_ row: CoverageRow, isSuppressed: Bool) {
    level = row.level.rawValue
    id = row.id
    code = row.code
    name = row.name
    covered = row.covered
    total = row.total
    shareText = row.shareText
    coveredWithNeighbours = row.coveredWithNeighbours
    nearest = row.nearest?.rawValue
    seconds = row.time.map { Double($0.milliseconds) / 1000 }
    estimated = row.isEstimated
    reason = row.reason?.rawValue
    provenance = row.provenance.rawValue
    suppressed = isSuppressed
  }
}
