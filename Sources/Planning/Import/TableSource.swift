import Foundation
import Geometry
import Importing
import PlanningModel
import Projections
import Workspace

/// Opens the file of a ledger, whatever its format, as rows under named columns.
struct TableSource {
  let source: SourceSettings
  let url: URL

  private static let tableExtensions: Set<String> = ["csv", "txt", "tsv", "xlsx", "xls", "et"]

  /// The ledger's rows; columns are renamed as the settings say.
  ///
  /// A workbook may have a sheet for each unit: where no sheet is named in the settings and at
  /// least two visible ones carry the name of a unit, these are the ledger, one table each.
  ///
  /// A point layer (GeoJSON, GeoPackage, Shapefile) gives its attributes and, as `lon` and
  /// `lat`, its positions, in the coordinates that stand in the file.
  func open(_ rules: ColumnRules, units: UnitNames) throws -> [HeaderedTable] {
    var rules = rules
    rules.repeated += source.fillDown.filter { rules.units.contains($0) }
    if Self.tableExtensions.contains(url.pathExtension.lowercased()) {
      let tables = try TableFile.read(url.path, name: source.file)
      if source.layer == nil, let column = rules.units.first {
        let (sheets, faults) = TableFile.unitSheets(tables, file: source.file) {
          units.find(name: $0) != nil
        }
        if let name = sheets.first {
          return sheets.map { table in
            var table = table
            if table.sheet == name.sheet { table.faults += faults }
            table.rows = fromHeader(table.rows)
            return HeaderedTable(
              table, rules: rules, renames: source.columns,
              unit: (column, table.sheet ?? ""))
          }
        }
      }
      var (table, faults) = try TableFile.choose(
        tables, sheet: source.layer, file: source.file)
      table.rows = fromHeader(table.rows)
      table.faults += faults
      return [HeaderedTable(table, rules: rules, renames: source.columns)]
    }
    let layer = try VectorLayer.read(url.path, layer: source.layer, name: source.file)
    var columns = layer.fields.map { source.columns[$0] ?? $0 }
    // The position of the feature is the place; columns of the same name would contradict it.
    let kept = columns.indices.filter { !["lon", "lat"].contains(columns[$0]) }
    columns = kept.map { columns[$0] } + ["lon", "lat"]
    let rows = layer.features.map { feature in
      var values = kept.map { feature.values[$0] ?? "" }
      if case .point(let position) = feature.shape {
        values += ["\(position.x)", "\(position.y)"]
      } else {
        values += ["", ""]
      }
      return (number: feature.row, values: values)
    }
    return [
      HeaderedTable(
        file: source.file, layer: layer.name, columns: columns, rows: rows, rules: rules)
    ]
  }

  /// The datum declared in the settings, or stated by the file itself.
  func declaredDatum() throws -> String? {
    if let declared = source.datum?.rawValue ?? source.referenceSystem { return declared }
    if Self.tableExtensions.contains(url.pathExtension.lowercased()) { return nil }
    return try VectorLayer.read(url.path, layer: source.layer, name: source.file)
      .referenceSystem
  }

  /// Rows from the header on, where the settings say which it is.
  private func fromHeader(_ rows: [TableRow]) -> [TableRow] {
    guard let first = source.headerRow else { return rows }
    return rows.filter { $0.number >= first }
  }
}
