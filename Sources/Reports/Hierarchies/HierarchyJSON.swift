public import Planning
import PlanningModel

/// Links of a hierarchy as JSON, schema `yike-hierarchy/1`; every key is present.
public enum HierarchyJSON {
  /// The bytes of the document.
  ///
  /// - Throws: what the JSON encoder throws, which no table brings about.
  public static func bytes(_ table: HierarchyTable, version: String) throws -> [UInt8] {
    try JSONText.bytes(HierarchyDocument(table, version: version))
  }
}

private struct HierarchyDocument: Encodable {
  let schema = "yike-hierarchy/1"
  let version, asOf: String
  @ExplicitNull var scenario: String?
  let mode, direction: String
  let paceMetresPerSecond: Double
  let steps: [StepEntry]

  private enum CodingKeys: String, CodingKey {
    case schema, version
    case asOf = "as_of"
    case scenario, mode, direction
    case paceMetresPerSecond = "pace_metres_per_second"
    case steps
  }

  init(_ table: HierarchyTable, version: String) {
    self.version = version
    asOf = table.asOf.description
    scenario = table.scenario
    mode = table.profile.mode.rawValue
    direction = table.profile.direction.rawValue
    paceMetresPerSecond = Double(table.profile.paceMillimetresPerSecond) / 1000
    steps = table.steps.map { StepEntry($0) }
  }
}

private struct StepEntry: Encodable {
  let level, service, above, aboveService: String
  let limitSeconds: Double
  let linked, total, throughToTop: Int
  @ExplicitNull var shareText: String?
  @ExplicitNull var weakest: LinkEntry?
  let links: [LinkEntry]

  private enum CodingKeys: String, CodingKey {
    case level, service, above
    case aboveService = "above_service"
    case limitSeconds = "limit_seconds"
    case linked, total
    case throughToTop = "through_to_top"
    case shareText = "share_text"
    case weakest, links
  }

  init(_ step: HierarchyTable.Step) {
    level = step.level.name
    service = step.level.service
    above = step.above.name
    aboveService = step.above.service
    limitSeconds = Double(step.limit.milliseconds) / 1000
    linked = step.linkedCount
    total = step.rows.count
    throughToTop = step.rows.count { $0.reachesTop }
    shareText = step.shareText
    weakest = step.weakest.map { LinkEntry(step.rows[$0]) }
    links = step.rows.map { LinkEntry($0) }
  }
}

private struct LinkEntry: Encodable {
  let id, name: String
  @ExplicitNull var parent: String?
  @ExplicitNull var parentName: String?
  @ExplicitNull var seconds: Double?
  let status: String
  let reachesTop: Bool
  @ExplicitNull var reason: String?
  let provenance: String

  private enum CodingKeys: String, CodingKey {
    case id, name, parent
    case parentName = "parent_name"
    case seconds, status
    case reachesTop = "reaches_top"
    case reason, provenance
  }

  init(_ row: HierarchyTable.Row) {
    id = row.child.id
    name = row.child.name
    parent = row.parent?.id
    parentName = row.parent?.name
    seconds = row.time.map { Double($0.milliseconds) / 1000 }
    status = row.parent == nil ? "orphan" : "linked"
    reachesTop = row.reachesTop
    reason = row.reason?.rawValue
    provenance = row.provenance.rawValue
  }
}
