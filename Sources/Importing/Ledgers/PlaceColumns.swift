import PlanningModel

/// The columns that hold coordinates.
enum PlaceColumns {
  /// Whether a table has any of them.
  static func areIn(_ columns: [String]) -> Bool {
    columns.contains("lon") || columns.contains("lat")
  }

  /// One warning for a table without them, instead of one a row; nil where it has no rows.
  static func missing(from table: HeaderedTable) -> InputFault? {
    guard !areIn(table.columns), !table.rows.isEmpty else { return nil }
    return ImportCheck.placeMissing.fault(
      file: table.file, layer: table.layer, column: "lon",
      rule: Bilingual(
        "没有 lon 和 lat 列，\(table.rows.count) 行都没有坐标",
        "there are no columns lon and lat; none of the \(table.rows.count) rows has coordinates"),
      remedy: Bilingual("补充两列；补充前计为未知", "add both; until then all count as unknown"))
  }
}
