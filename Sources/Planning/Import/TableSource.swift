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
  /// A point layer (GeoJSON, GeoPackage, Shapefile) gives its attributes and, as `lon` and
  /// `lat`, its positions, in the coordinates that stand in the file.
  func open(_ rules: ColumnRules) throws -> HeaderedTable {
    if Self.tableExtensions.contains(url.pathExtension.lowercased()) {
      let tables = try TableFile.read(url.path, name: source.file)
      var (table, faults) = try TableFile.choose(
        tables, sheet: source.layer, file: source.file)
      table.rows = renamed(table.rows)
      table.faults += faults
      return HeaderedTable(table, rules: rules)
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
    return HeaderedTable(
      file: source.file, layer: layer.name, columns: columns, rows: rows, rules: rules)
  }

  /// The datum declared in the settings, or stated by the file itself.
  func declaredDatum() throws -> String? {
    if let declared = source.datum?.rawValue ?? source.referenceSystem { return declared }
    if Self.tableExtensions.contains(url.pathExtension.lowercased()) { return nil }
    return try VectorLayer.read(url.path, layer: source.layer, name: source.file)
      .referenceSystem
  }

  /// Rows from the header on, with the planner's column names turned into ours.
  private func renamed(_ rows: [TableRow]) -> [TableRow] {
    var rows = rows
    if let headerRow = source.headerRow { rows.removeAll { $0.number < headerRow } }
    guard !source.columns.isEmpty else { return rows }
    let searched = source.headerRow == nil ? 20 : 1
    for index in rows.indices.prefix(searched) {
      rows[index].cells = rows[index].cells.map { cell in
        source.columns[cell.text].map { TableCell($0) } ?? cell
      }
    }
    return rows
  }
}
