import Coverage
public import Planning
import PlanningModel

/// Catchments as JSON, schema `yike-catchments/1`; every key is present, null where it does not
/// apply (docs/formats/catchments.md).
public enum CatchmentsJSON {
  /// The bytes of the document.
  ///
  /// - Throws: what the JSON encoder throws, which no table brings about.
  public static func bytes(_ table: CatchmentTable, version: String) throws -> [UInt8] {
    try JSONText.bytes(CatchmentsDocument(table, version: version))
  }
}

private struct CatchmentsDocument: Encodable {
  let schema = "yike-catchments/1"
  let version, asOf: String
  @ExplicitNull var scenario: String?
  let service, label, labelEnglish, cohort, rule, mode, direction: String
  let paceMetresPerSecond: Double
  @ExplicitNull var limitSeconds: Double?
  @ExplicitNull var border: String?
  @ExplicitNull var undeclared: String?
  let withNeighbours, suppressed: Bool
  @ExplicitNull var demand: Int?
  @ExplicitNull var assigned: Int?
  @ExplicitNull var displaced: Int?
  @ExplicitNull var tooFar: Int?
  let uncountedVillages: Int
  let assumedCapacities: [String]
  let facilities: [LoadEntry]
  let villages: [RowEntry]

  private enum CodingKeys: String, CodingKey {
    case schema, version
    case asOf = "as_of"
    case scenario, service, label
    case labelEnglish = "label_en"
    case cohort, rule, mode, direction
    case paceMetresPerSecond = "pace_metres_per_second"
    case limitSeconds = "limit_seconds"
    case border, undeclared
    case withNeighbours = "with_neighbours"
    case suppressed, demand, assigned, displaced
    case tooFar = "too_far"
    case uncountedVillages = "uncounted_villages"
    case assumedCapacities = "assumed_capacities"
    case facilities, villages
  }

  init(_ table: CatchmentTable, version: String) {
    let request = table.request
    self.version = version
    asOf = table.asOf.description
    scenario = table.scenario
    service = request.service
    label = table.label
    labelEnglish = table.labelEnglish
    cohort = request.cohort.rawValue
    rule = request.rule.rawValue
    mode = table.profile.mode.rawValue
    direction = table.profile.direction.rawValue
    paceMetresPerSecond = Double(table.profile.paceMillimetresPerSecond) / 1000
    limitSeconds = request.limit.map { Double($0.milliseconds) / 1000 }
    border = request.rule == .administrative ? request.border.rawValue : nil
    undeclared = table.assumedCapacities.isEmpty ? nil : request.undeclared?.rawValue
    withNeighbours = request.includesNeighbours
    suppressed = table.isSensitive
    demand = table.shownDemand
    assigned = table.shown(table.conservation.assigned)
    displaced = table.shown(table.conservation.displaced)
    tooFar = table.shown(table.conservation.tooFar)
    uncountedVillages = table.uncounted
    assumedCapacities = table.assumedCapacities.map(\.rawValue)
    facilities = table.loads.map { LoadEntry($0, table) }
    villages = table.rows.map { RowEntry($0, table) }
  }
}

private struct LoadEntry: Encodable {
  let id, name: String
  @ExplicitNull var host: String?
  let band: String
  @ExplicitNull var assigned: Int?
  let points: Int
  @ExplicitNull var capacity: Int?
  @ExplicitNull var sharedWith: String?
  @ExplicitNull var shareText: String?
  let provenance: String

  private enum CodingKeys: String, CodingKey {
    case id, name, host, band, assigned, points, capacity
    case sharedWith = "shared_with"
    case shareText = "share_text"
    case provenance
  }

  init(_ load: CatchmentTable.Load, _ table: CatchmentTable) {
    id = load.facility.id.rawValue
    name = load.facility.name
    host = load.facility.host?.rawValue
    band = load.facility.band.rawValue
    assigned = table.shown(load.persons)
    points = load.points
    capacity = load.capacity
    sharedWith = load.sharedWith
    shareText = table.isSensitive ? nil : load.shareText
    provenance = load.facility.provenance.record.rawValue
  }
}

private struct RowEntry: Encodable {
  let id: String
  @ExplicitNull var code: String?
  let name: String
  @ExplicitNull var unit: String?
  @ExplicitNull var facility: String?
  @ExplicitNull var assigned: Int?
  @ExplicitNull var seconds: Double?
  let estimated: Bool
  let status: String
  @ExplicitNull var reason: String?
  let provenance: String

  private enum CodingKeys: String, CodingKey {
    case id, code, name, unit, facility, assigned, seconds, estimated, status, reason, provenance
  }

  init(_ row: CatchmentTable.Row, _ table: CatchmentTable) {
    id = row.point.id.rawValue
    code = row.point.code
    name = row.point.name
    unit = row.point.unit?.rawValue
    facility = row.facility?.id.rawValue
    assigned = table.shown(row.persons)
    seconds = row.time.map { Double($0.milliseconds) / 1000 }
    estimated = row.isEstimated
    status = row.status
    reason = row.reason?.rawValue
    provenance = row.provenance.rawValue
  }
}
