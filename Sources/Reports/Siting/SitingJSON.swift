public import Planning

/// The answer to a location problem as JSON, schema `yike-site/1` (docs/formats/site.md).
public enum SitingJSON {
  /// The bytes of the document, an assignment a line.
  public static func bytes(_ result: SitingResult, version: String) -> [UInt8] {
    var text = "{"
    for (name, value) in head(result, version: version) {
      OrderedJSON.text(name).write(to: &text)
      text += ":"
      value.write(to: &text)
      text += ",\n"
    }
    text += "\"assignments\":["
    var separator = "\n"
    for assignment in result.assignments {
      text += separator
      self.assignment(assignment, result).write(to: &text)
      separator = ",\n"
    }
    text += "]}\n"
    return Array(text.utf8)
  }

  private static func head(
    _ result: SitingResult, version: String
  ) -> [(String, OrderedJSON)] {
    [
      ("schema", .text("yike-site/1")), ("version", .text(version)),
      ("problem", .text(result.kind.rawValue)), ("status", .text(result.status.rawValue)),
      ("proof", .text(result.proof.rawValue)), ("objective", number(result.objective)),
      ("bound", number(result.bound)), ("gap", result.gap.map { .number($0) } ?? .null),
      ("selected", ids(result.selected, result)),
      ("covered_demand", number(result.coveredDemand)),
      ("total_demand", number(result.totalDemand)), ("largest_cost", number(result.largestCost)),
      ("marginal", .array(result.marginal.map { marginal($0, result) })),
      ("alternatives", .array(result.alternatives.map { ids($0, result) })),
      ("ties_complete", .bool(result.areTiesComplete)),
      ("uncoverable", .array(result.uncoverable.map { .text(result.demandIDs[$0]) })),
    ]
  }

  private static func number(_ amount: ExactAmount?) -> OrderedJSON {
    amount.map { .number($0.doubleValue) } ?? .null
  }

  private static func ids(_ sites: [Int], _ result: SitingResult) -> OrderedJSON {
    .array(sites.map { .text(result.candidateIDs[$0]) })
  }

  private static func marginal(
    _ entry: SitingResult.Marginal, _ result: SitingResult
  ) -> OrderedJSON {
    .object([
      ("candidate", .text(result.candidateIDs[entry.candidate])), ("value", number(entry.value)),
    ])
  }

  private static func assignment(
    _ entry: SitingResult.Assignment, _ result: SitingResult
  ) -> OrderedJSON {
    .object([
      ("demand", .text(result.demandIDs[entry.demand])),
      ("candidate", .optional(entry.candidate.map { result.candidateIDs[$0] })),
      ("cost", number(entry.cost)), ("assigned", number(entry.amount)),
      ("status", .text(entry.service.rawValue)),
    ])
  }
}
