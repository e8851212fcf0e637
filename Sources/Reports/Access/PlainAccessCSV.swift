import Coverage
public import Planning

/// The plain form of access as CSV (docs/formats/access.md).
public enum PlainAccessCSV {
  /// The rows `id,access,status`, a row for every demand, sorted by id.
  public static func bytes(
    _ answer: AccessQuestion.Answer, byteOrderMark: Bool = false
  ) -> [UInt8] {
    var csv = CSVText(header: ["id", "access", "status"], byteOrderMark: byteOrderMark)
    for (place, id) in answer.demandIDs.enumerated() {
      csv.append([
        id, ShortestDecimal.text(answer.result.access[place]),
        answer.result.status[place].rawValue,
      ])
    }
    return csv.bytes
  }

  /// The rows `id,ratio,status`, a row for every supply, sorted by id; nil for methods without
  /// ratios.
  public static func ratios(
    _ answer: AccessQuestion.Answer, byteOrderMark: Bool = false
  ) -> [UInt8]? {
    guard let ratios = answer.result.ratios, let status = answer.result.ratioStatus else {
      return nil
    }
    var csv = CSVText(header: ["id", "ratio", "status"], byteOrderMark: byteOrderMark)
    for (place, id) in answer.supplyIDs.enumerated() {
      csv.append([id, ShortestDecimal.text(ratios[place]), status[place].rawValue])
    }
    return csv.bytes
  }
}
