import GRDB

/// A table of the store; `fid` and, for features, `geom` are added to its columns.
struct StoreTable {
  var name: String
  var description: String
  var geometry: String?
  var columns: [String]

  init(_ name: String, _ description: String, geometry: String? = nil, _ columns: [String]) {
    self.name = name
    self.description = description
    self.geometry = geometry
    self.columns = columns
  }
}

/// A step from one version of the schema to the next.
struct StoreMigration {
  var version: Int
  var title: String
  var tables: [StoreTable]
}

/// The tables of the store, as the migrations that lay them out.
///
/// A store is rebuilt from its sources rather than changed in place, so every file is laid out by
/// all migrations in order; the number of the last one tells readers whether they understand it.
enum StoreSchema {
  /// The version that this program writes and reads.
  static let version = 5

  static let migrations = [
    StoreMigration(
      version: 1, title: "units, places, services, roads, ground",
      tables: origins + places + services + lines),
    StoreMigration(
      version: 2, title: "capacities that services of a site share", tables: [sharedCapacity]),
    StoreMigration(
      version: 3, title: "submissions, milestones and issues", tables: records),
    StoreMigration(
      version: 4, title: "urban-rural codes and tags of villages", tables: villageMarks),
    StoreMigration(version: 5, title: "changes of units", tables: [unitChange]),
  ]

  /// Lays out all tables; `unitGeometry` is the narrowest type that holds the units' outlines.
  static func create(in database: Database, unitGeometry: String) throws {
    for migration in migrations {
      for table in migration.tables {
        try GeoPackageContainer.add(
          table, geometry: table.name == "unit" ? unitGeometry : table.geometry, in: database)
      }
      try database.execute(
        sql: "INSERT INTO yike_migration (version, title) VALUES (?, ?)",
        arguments: [migration.version, migration.title])
    }
  }

  private static let origins = [
    StoreTable(
      "yike_migration", "steps of the schema that were applied",
      ["version INTEGER NOT NULL UNIQUE", "title TEXT NOT NULL"]),
    StoreTable(
      "meta", "facts about the store", ["key TEXT NOT NULL UNIQUE", "value TEXT NOT NULL"]),
    StoreTable(
      "source", "files the store was built from",
      [
        "role TEXT NOT NULL", "path TEXT NOT NULL", "sha256 TEXT NOT NULL",
        "provenance TEXT NOT NULL", "publisher TEXT", "band TEXT NOT NULL",
      ]),
    StoreTable(
      "finding", "what the import found",
      [
        "check_id TEXT NOT NULL", "severity TEXT NOT NULL", "file TEXT NOT NULL", "layer TEXT",
        "row_number INTEGER", "column_name TEXT", "value TEXT", "rule TEXT NOT NULL",
        "remedy TEXT NOT NULL",
      ]),
  ]

  private static let places = [
    StoreTable(
      "unit", "township-level units", geometry: "GEOMETRY",
      [
        "code TEXT NOT NULL UNIQUE", "name TEXT NOT NULL", "name_en TEXT",
        "class TEXT NOT NULL", "parent TEXT NOT NULL", "population INTEGER",
        "population_provenance TEXT", "area_km2 TEXT", "source TEXT", "seat_provenance TEXT",
        "shape_provenance TEXT",
      ]),
    StoreTable(
      "unit_code", "codes of units by code system",
      [
        "unit TEXT NOT NULL REFERENCES unit(code)", "system TEXT NOT NULL",
        "code TEXT NOT NULL", "UNIQUE (unit, system)",
      ]),
    StoreTable(
      "seat", "seats of units", geometry: "POINT",
      [
        "unit TEXT NOT NULL UNIQUE REFERENCES unit(code)", "name TEXT NOT NULL",
        "provenance TEXT",
      ]),
    StoreTable(
      "village", "villages and communities", geometry: "POINT",
      [
        "id TEXT NOT NULL UNIQUE", "code TEXT", "name TEXT NOT NULL", "class TEXT NOT NULL",
        "unit TEXT REFERENCES unit(code)", "band TEXT NOT NULL",
        "position_provenance TEXT NOT NULL", "people_provenance TEXT NOT NULL",
      ]),
    StoreTable(
      "village_people", "people of villages by cohort",
      [
        "village TEXT NOT NULL REFERENCES village(id)", "cohort TEXT NOT NULL",
        "count INTEGER NOT NULL CHECK (count >= 0)", "UNIQUE (village, cohort)",
      ]),
  ]

  private static let services = [
    StoreTable(
      "facility", "facilities", geometry: "POINT",
      [
        "id TEXT NOT NULL UNIQUE", "name TEXT NOT NULL", "kind TEXT NOT NULL",
        "host TEXT REFERENCES unit(code)", "village TEXT REFERENCES village(id)",
        "state TEXT NOT NULL", "opened DATE", "closed DATE", "capacity INTEGER",
        "floor_area_m2 TEXT", "range_declared BOOLEAN NOT NULL", "site TEXT",
        "band TEXT NOT NULL", "record_provenance TEXT NOT NULL",
        "host_provenance TEXT NOT NULL", "position_provenance TEXT NOT NULL",
        "range_provenance TEXT NOT NULL",
      ]),
    StoreTable(
      "facility_range", "declared service ranges",
      [
        "facility TEXT NOT NULL REFERENCES facility(id)",
        "unit TEXT NOT NULL REFERENCES unit(code)",
      ]),
    StoreTable(
      "facility_designation", "marks that facilities hold",
      ["facility TEXT NOT NULL REFERENCES facility(id)", "designation TEXT NOT NULL"]),
    StoreTable(
      "activity", "activity records",
      [
        "unit TEXT NOT NULL REFERENCES unit(code)", "activity TEXT NOT NULL",
        "year INTEGER NOT NULL", "sessions INTEGER", "served_people INTEGER", "evidence TEXT",
        "provenance TEXT NOT NULL",
      ]),
    StoreTable(
      "progress", "figures of progress ledgers",
      [
        "indicator TEXT NOT NULL", "value INTEGER NOT NULL", "as_of DATE NOT NULL",
        "unit TEXT REFERENCES unit(code)", "evidence TEXT", "provenance TEXT NOT NULL",
      ]),
  ]

  private static let sharedCapacity = StoreTable(
    "facility_shared_capacity", "capacities that services of a site share",
    ["facility TEXT NOT NULL UNIQUE REFERENCES facility(id)", "capacity INTEGER NOT NULL"])

  private static let records = [
    StoreTable(
      "submission", "reports received, or known to be outstanding",
      [
        "target TEXT NOT NULL", "series TEXT", "unit TEXT REFERENCES unit(code)", "office TEXT",
        "due DATE NOT NULL", "received DATE", "evidence TEXT", "provenance TEXT NOT NULL",
      ]),
    StoreTable(
      "milestone", "states reached, with the papers that prove them",
      [
        "target TEXT NOT NULL", "unit TEXT REFERENCES unit(code)", "row_label TEXT",
        "quarter INTEGER", "state TEXT", "date DATE NOT NULL", "evidence TEXT",
        "provenance TEXT NOT NULL",
      ]),
    StoreTable(
      "issue", "issues found and closed",
      [
        "target TEXT NOT NULL", "id TEXT NOT NULL", "unit TEXT REFERENCES unit(code)",
        "found DATE NOT NULL", "due DATE", "closed DATE", "evidence TEXT",
        "provenance TEXT NOT NULL",
      ]),
  ]

  private static let villageMarks = [
    StoreTable(
      "village_urban_rural", "urban-rural classification codes of villages",
      ["village TEXT NOT NULL UNIQUE REFERENCES village(id)", "code TEXT NOT NULL"]),
    StoreTable(
      "village_tag", "marks of villages that universes ask for",
      ["village TEXT NOT NULL REFERENCES village(id)", "tag TEXT NOT NULL"]),
  ]

  private static let unitChange = StoreTable(
    "unit_change", "splits, mergers, new names and codes of units",
    [
      "date DATE", "change TEXT", "from_system TEXT NOT NULL", "from_code TEXT NOT NULL",
      "from_name TEXT", "to_system TEXT NOT NULL", "to_code TEXT NOT NULL", "to_name TEXT",
      "note TEXT", "provenance TEXT NOT NULL",
    ])

  private static let lines = [
    StoreTable(
      "road", "roads, tracks and paths", geometry: "LINESTRING",
      [
        "line_id INTEGER NOT NULL", "vertex_ids BLOB", "band TEXT NOT NULL",
        "provenance TEXT NOT NULL",
      ]),
    StoreTable(
      "road_tag", "tags of roads and the columns that hold them",
      ["tag TEXT NOT NULL UNIQUE", "column_name TEXT NOT NULL UNIQUE"]),
    StoreTable(
      "river", "rivers and other lines of the background", geometry: "LINESTRING",
      ["name TEXT NOT NULL", "name_en TEXT", "provenance TEXT NOT NULL"]),
    StoreTable(
      "elevation", "heights of the ground in metres, row by row from the north-west",
      [
        "width INTEGER NOT NULL", "height INTEGER NOT NULL", "west DOUBLE NOT NULL",
        "north DOUBLE NOT NULL", "cell_width DOUBLE NOT NULL", "cell_height DOUBLE NOT NULL",
        "reference_system TEXT NOT NULL", "cell_type TEXT NOT NULL", "cells BLOB NOT NULL",
        "provenance TEXT NOT NULL",
      ]),
  ]
}
