import GRDB
import Geometry

/// The tables that make a SQLite file a GeoPackage (OGC 12-128r18, 1.1 and 2.1).
enum GeoPackageContainer {
  /// “GPKG”, at byte 68 of the file.
  static let applicationID = 0x4750_4B47
  /// Version 1.3.0.
  static let userVersion = 10300
  /// `last_change` of every table: a fixed day, so that equal contents are equal bytes.
  static let lastChange = "1970-01-01T00:00:00.000Z"

  /// Lays out the tables that every GeoPackage has.
  static func create(in database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE gpkg_spatial_ref_sys (
          srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
          organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
        CREATE TABLE gpkg_contents (
          table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
          description TEXT DEFAULT '',
          last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
          min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
          CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id)
            REFERENCES gpkg_spatial_ref_sys(srs_id));
        CREATE TABLE gpkg_geometry_columns (
          table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
          srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
          CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
          CONSTRAINT uk_gc_table_name UNIQUE (table_name),
          CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
          CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
        INSERT INTO gpkg_spatial_ref_sys VALUES
          ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', NULL),
          ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', NULL);
        """)
    try database.execute(
      sql: "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, 'EPSG', ?, ?, ?)",
      arguments: ["WGS 84", 4326, 4326, wgs84, "longitude and latitude in degrees"])
  }

  /// Makes a table and enters it into the contents; with a geometry type it holds features.
  static func add(_ table: StoreTable, geometry: String?, in database: Database) throws {
    let leading = ["fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL"]
    let geometryColumn = geometry.map { ["geom \($0)"] } ?? []
    let columns = (leading + geometryColumn + table.columns).joined(separator: ", ")
    try database.execute(sql: "CREATE TABLE \"\(table.name)\" (\(columns))")
    try database.execute(
      sql: """
        INSERT INTO gpkg_contents
          (table_name, data_type, identifier, description, last_change, srs_id)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        table.name, geometry == nil ? "attributes" : "features", table.name, table.description,
        lastChange, geometry == nil ? nil : 4326,
      ])
    guard let geometry else { return }
    try database.execute(
      sql: "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, 4326, 0, 0)",
      arguments: [table.name, geometry])
  }

  /// Enters the extent of a table's features.
  static func setExtent(_ bounds: Bounds?, of table: String, in database: Database) throws {
    guard let bounds else { return }
    try database.execute(
      sql: """
        UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?
        """,
      arguments: [bounds.west, bounds.south, bounds.east, bounds.north, table])
  }

  private static let wgs84 = """
    GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,\
    AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,\
    AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],\
    AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]
    """
}
