import Coverage
public import Planning
import PlanningModel
import Targets

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
  let service, label, labelEnglish, rule, cohort: String
  @ExplicitNull var mode: String?
  @ExplicitNull var direction: String?
  @ExplicitNull var paceMetresPerSecond: Double?
  @ExplicitNull var limitSeconds: Double?
  let rows: [CoverageRowEntry]

  private enum CodingKeys: String, CodingKey {
    case service, label
    case labelEnglish = "label_en"
    case rule, mode, direction, cohort
    case paceMetresPerSecond = "pace_metres_per_second"
    case limitSeconds = "limit_seconds"
    case rows
  }

  init(_ table: CoverageTable, _ suppression: CoverageSuppression) {
    service = table.service
    label = table.label
    labelEnglish = table.labelEnglish
    rule = table.rule.rawValue
    mode = table.profile?.mode.rawValue
    direction = table.profile?.direction.rawValue
    cohort = table.cohort.rawValue
    paceMetresPerSecond = table.profile.map { Double($0.paceMillimetresPerSecond) / 1000 }
    limitSeconds = table.limit.map { Double($0.milliseconds) / 1000 }
    rows = suppression.applied(to: table).rows.map {
      CoverageRowEntry($0)
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
  @ExplicitNull var coveredRange: [Int]?
  @ExplicitNull var totalRange: [Int]?
  @ExplicitNull var status: String?
  @ExplicitNull var undecided: Int?
  @ExplicitNull var coveredUnits: Int?
  @ExplicitNull var undecidedUnits: Int?
  @ExplicitNull var units: Int?
  @ExplicitNull var beyondSeconds: Double?
  @ExplicitNull var coveredTwice: Int?
  @ExplicitNull var second: String?
  @ExplicitNull var secondSeconds: Double?
  @ExplicitNull var intensity: IntensityEntry?

  private enum CodingKeys: String, CodingKey {
    case level, id, code, name, covered, total
    case shareText = "share_text"
    case coveredWithNeighbours = "covered_with_neighbours"
    case nearest, seconds, estimated, reason, provenance, suppressed
    case coveredRange = "covered_range"
    case totalRange = "total_range"
    case status, undecided
    case coveredUnits = "covered_units"
    case undecidedUnits = "undecided_units"
    case units
    case beyondSeconds = "beyond_seconds"
    case coveredTwice = "covered_twice"
    case second
    case secondSeconds = "second_seconds"
    case intensity
  }

  init(_ row: CoverageRow) {
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
    suppressed = row.isWithheld
    coveredRange = row.coveredRange.map { [$0.lowerBound, $0.upperBound] }
    totalRange = row.totalRange.map { [$0.lowerBound, $0.upperBound] }
    status = row.status?.rawValue
    undecided = row.undecided
    coveredUnits = row.coveredUnits
    undecidedUnits = row.undecidedUnits
    units = row.units
    beyondSeconds = row.beyond.map { Double($0.milliseconds) / 1000 }
    coveredTwice = row.coveredTwice
    second = row.second?.rawValue
    secondSeconds = row.secondTime.map { Double($0.milliseconds) / 1000 }
    intensity = row.intensity.map(IntensityEntry.init)
  }
}

/// Exact amounts as text, so that no double rounds them.
private struct IntensityEntry: Encodable {
  let quantity: String
  @ExplicitNull var base: Int?
  @ExplicitNull var value: String?
  @ExplicitNull var deficit: String?

  init(_ figure: IntensityFigure) {
    quantity = figure.quantity.description
    base = figure.base
    value = figure.text
    deficit = figure.deficit?.description
  }
}
