import GRDB
import Geometry
import PlanningModel

/// Takes the contents out of an open store.
struct StoreReader {
  let database: Database

  func readOrigin() throws -> StoreOrigin {
    let hash = try String.fetchOne(
      database, sql: "SELECT value FROM meta WHERE key = 'settings_sha256'")
    let sources = try rows(
      "source", "SELECT role, path, sha256, provenance, publisher, band FROM source ORDER BY fid"
    ) { row in
      SourceRecord(
        role: try row.choice(0), path: try row.text(1), sha256: try row.text(2),
        provenance: try row.choice(3), publisher: try row.optionalText(4),
        band: try row.choice(5))
    }
    return StoreOrigin(settingsSHA256: hash ?? "", sources: sources)
  }

  /// Everything but roads and elevation.
  func readContents() throws -> StoreContents {
    var contents = StoreContents(settingsSHA256: "")
    (contents.units, contents.unitShapes) = try readUnits()
    contents.demandPoints = try readVillages()
    contents.facilities = try readFacilities()
    contents.activities = try readActivities()
    contents.ledger = try readLedger()
    contents.submissions = try readSubmissions()
    contents.milestones = try readMilestones()
    contents.issues = try readIssues()
    contents.unitChanges = try readUnitChanges()
    contents.rivers = try readRivers()
    contents.findings = try readFindings()
    return contents
  }

  /// The rows of a query, each turned into a value.
  func rows<Value>(
    _ table: String, _ sql: String, _ make: (StoreRow) throws -> Value
  ) throws -> [Value] {
    var values: [Value] = []
    let cursor = try Row.fetchCursor(database, sql: sql)
    while let row = try cursor.next() {
      values.append(try make(StoreRow(row: row, table: table)))
    }
    return values
  }

  private func readFindings() throws -> [InputFault] {
    try rows(
      "finding",
      """
      SELECT check_id, severity, file, layer, row_number, column_name, value, rule, remedy
      FROM finding ORDER BY fid
      """
    ) { row in
      InputFault(
        check: try row.text(0), severity: try row.choice(1), file: try row.text(2),
        layer: try row.optionalText(3), row: try row.optionalInteger(4),
        column: try row.optionalText(5), value: try row.optionalText(6),
        rule: Bilingual(splitting: try row.text(7)),
        remedy: Bilingual(splitting: try row.text(8)))
    }
  }

  func readElevation() throws -> ElevationLayer? {
    try rows(
      "elevation",
      """
      SELECT width, height, west, north, cell_width, cell_height, reference_system, cell_type,
        cells, provenance
      FROM elevation ORDER BY fid LIMIT 1
      """
    ) { row in
      let (width, height) = (try row.integer(0), try row.integer(1))
      let type: ElevationBlob.CellType = try row.choice(7)
      let (count, overflow) = width.multipliedReportingOverflow(by: height)
      guard width > 0, height > 0, !overflow,
        let cells = try row.withBytes(8, { ElevationBlob.decode($0, as: type, count: count) })
      else { throw row.damage(8, Bilingual("像元数与尺寸不符", "the cells do not fit the size")) }
      return ElevationLayer(
        raster: Raster(
          width: width, height: height, west: try row.number(2), north: try row.number(3),
          cellWidth: try row.number(4), cellHeight: try row.number(5),
          referenceSystem: try row.text(6), cells: cells), provenance: try row.choice(9))
    }.first
  }
}
