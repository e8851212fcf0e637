import Foundation
import Geometry
import Importing
import PlanningModel
import Projections

/// Named points of a CSV or XLSX file: `id`, `lon`, `lat`; other columns are not read.
struct PointTable {
  /// The ids, in the order of the file.
  let ids: [String]
  /// The row of each in the file.
  let rows: [Int]
  /// The coordinates as the file has them, NaN where they are missing or not numbers.
  let positions: [Position]
  /// What the coordinates mean.
  let datum: Datum
  /// The places in WGS 84; nil where a coordinate is missing or not a number.
  let places: [GeographicPosition?]

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - datum: the datum or reference system of the coordinates.
  /// - Throws: `WorkError`, with all faults, for a file without these columns or rows, an empty
  ///   id, or an id that stands twice.
  init(_ path: String, datum: String) throws {
    let (table, _) = try TableFile.choose(try TableFile.read(path), file: path)
    let rows = HeaderedTable(table, rules: ColumnRules(required: ["id", "lon", "lat"]))
    // Further columns are welcome here, so that any table of places will do.
    var faults = rows.faults.filter { $0.severity == .blocking }
    var ids: [String] = []
    var positions: [Position] = []
    var seen: [String: Int] = [:]
    for row in rows.rows {
      let id = row["id"].text
      if let first = seen[id] {
        faults.append(
          ImportCheck.rowDuplicateID(
            file: path, row: row.number, value: id, first: first))
      }
      if id.isEmpty {
        faults.append(
          ImportCheck.cellMissing.fault(
            file: path, row: row.number, column: "id",
            rule: Bilingual("该行没有 id", "the row has no id"),
            remedy: Bilingual("每行都填写 id", "give every row an id")))
      }
      seen[id] = seen[id] ?? row.number
      ids.append(id)
      positions.append(
        Position(x: Double(row["lon"].text) ?? .nan, y: Double(row["lat"].text) ?? .nan))
    }
    guard faults.isEmpty else {
      throw WorkError(
        .blocked, operation: "read points", subject: path,
        message: Bilingual("\(faults.count) 项阻断问题", "\(faults.count) blocking findings"),
        remedy: Bilingual("按各行提示更正", "correct each line"),
        faults: faults)
    }
    self.ids = ids
    self.rows = rows.rows.map(\.number)
    self.positions = positions
    self.datum = try Datum(datum)
    let conversion = try DatumConversion(self.datum)
    places = try conversion.places(positions).map { place in
      guard let place, abs(place.latitude) <= 90, abs(place.longitude) <= 180 else { return nil }
      return place
    }
  }
}

extension ImportCheck {
  static func rowDuplicateID(file: String, row: Int, value: String, first: Int) -> InputFault {
    InputFault(
      check: "row.duplicate_id", severity: .blocking, file: file, row: row, column: "id",
      value: value,
      rule: Bilingual("该 id 已在第 \(first) 行用过", "this id stands in row \(first) already"),
      remedy: Bilingual("每行用各自的 id", "give every row an id of its own"))
  }
}
