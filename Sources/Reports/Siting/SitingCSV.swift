public import Planning

/// The answer to a location problem as CSV (docs/formats/site.md).
public enum SitingCSV {
  /// The rows `demand,candidate,cost,assigned,status`: who goes where, a row for every demand
  /// point, and one more for each further site that serves a part of it.
  ///
  /// Where the problem has no demand: `candidate`, a row for every chosen site.
  public static func bytes(_ result: SitingResult, byteOrderMark: Bool = false) -> [UInt8] {
    guard !result.demandIDs.isEmpty else { return sites(result, byteOrderMark) }
    var csv = CSVText(
      header: ["demand", "candidate", "cost", "assigned", "status"], byteOrderMark: byteOrderMark)
    for entry in result.assignments {
      csv.append([
        result.demandIDs[entry.demand], entry.candidate.map { result.candidateIDs[$0] },
        ShortestDecimal.text(entry.cost?.doubleValue),
        ShortestDecimal.text(entry.amount.doubleValue), entry.service.rawValue,
      ])
    }
    return csv.bytes
  }

  private static func sites(_ result: SitingResult, _ byteOrderMark: Bool) -> [UInt8] {
    var csv = CSVText(header: ["candidate"], byteOrderMark: byteOrderMark)
    for site in result.selected { csv.append([result.candidateIDs[site]]) }
    return csv.bytes
  }
}
