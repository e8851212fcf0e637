import Coverage
public import Planning
import PlanningModel

/// Access on a workspace as JSON, schema `yike-access/1`; every key is present, null where it
/// does not apply (docs/formats/access.md).
public enum AccessJSON {
  /// The bytes of the document, a village and a facility a line.
  public static func bytes(_ table: AccessTable, version: String) -> [UInt8] {
    var text = "{"
    for (name, value) in head(table, version: version) {
      OrderedJSON.text(name).write(to: &text)
      text += ":"
      value.write(to: &text)
      text += ",\n"
    }
    list("facilities", table.supplies.map { facility($0) }, to: &text)
    text += ",\n"
    list("villages", table.rows.map { village($0, table) }, to: &text)
    text += "}\n"
    return Array(text.utf8)
  }

  private static func head(_ table: AccessTable, version: String) -> [(String, OrderedJSON)] {
    let request = table.request
    let limit = Double(request.limit.milliseconds) / 1000
    return [
      ("schema", .text("yike-access/1")), ("version", .text(version)),
      ("as_of", .text(table.asOf.description)), ("scenario", .optional(table.scenario)),
      ("service", .text(request.service)), ("label", .text(table.label)),
      ("label_en", .text(table.labelEnglish)), ("cohort", .text(request.cohort.rawValue)),
      ("method", .text(request.measure.method.rawValue)), ("limit_seconds", .number(limit)),
      ("mode", .text(table.profile.mode.rawValue)),
      ("direction", .text(table.profile.direction.rawValue)),
      (
        "pace_metres_per_second",
        .number(Double(table.profile.paceMillimetresPerSecond) / 1000)
      ),
      ("supply_of", .text(request.supply.rawValue)),
      ("with_neighbours", .bool(request.includesNeighbours)),
      ("suppressed", .bool(table.isSensitive)),
      (
        "balance",
        table.balance.map { balance in
          .object([
            ("demand_side", .number(balance.demandSide)),
            ("supply_side", .number(balance.supplySide)),
            ("undefined_ratios", .integer(balance.undefinedCount)),
            ("holds", .bool(balance.holds)),
          ])
        } ?? .null
      ),
      ("equity", table.equity.map { .object(EquityFile.members($0)) } ?? .null),
    ]
  }

  private static func list(_ name: String, _ entries: [OrderedJSON], to text: inout String) {
    OrderedJSON.text(name).write(to: &text)
    text += ":["
    var separator = "\n"
    for entry in entries {
      text += separator
      entry.write(to: &text)
      separator = ",\n"
    }
    text += "]"
  }

  private static func facility(_ entry: AccessTable.Supply) -> OrderedJSON {
    .object([
      ("id", .text(entry.facility.id.rawValue)), ("name", .text(entry.facility.name)),
      ("host", .optional(entry.facility.host?.rawValue)),
      ("band", .text(entry.facility.band.rawValue)), ("supply", .number(entry.amount)),
      ("ratio", entry.ratio.map { .number($0) } ?? .null),
      ("status", .optional(entry.status?.rawValue)),
      ("provenance", .text(entry.facility.provenance.record.rawValue)),
    ])
  }

  private static func village(_ row: AccessTable.Row, _ table: AccessTable) -> OrderedJSON {
    .object([
      ("id", .text(row.point.id.rawValue)), ("code", .optional(row.point.code)),
      ("name", .text(row.point.name)), ("unit", .optional(row.point.unit?.rawValue)),
      ("band", .text(row.point.band.rawValue)),
      ("people", .optional(table.shown(row.people))),
      ("access", row.access.map { .number($0) } ?? .null),
      ("status", .text(row.status.rawValue)), ("reason", .optional(row.reason?.rawValue)),
      ("provenance", .text(row.provenance.rawValue)),
    ])
  }
}
