public import Foundation
import GRDB
import PlanningModel

/// The store: one GeoPackage that holds what was imported (docs/formats/store.md).
public enum GeoPackageStore {
  /// Writes contents as a new file and puts it in place of the one at `url`.
  ///
  /// Equal contents give equal bytes. The file is laid out beside its place, synced and renamed,
  /// so a failed or killed write leaves the earlier store as it was.
  ///
  /// - Throws: `WorkError`: `malformed` when contents refer to what they do not hold,
  ///   `unwritable` when the file cannot be written or another program's database lies there.
  public static func write(_ contents: StoreContents, to url: URL) throws {
    try StoreReferences.check(contents)
    guard !StoreFile(url).isForeign else {
      throw WorkError(
        .unwritable, operation: "write store", subject: url.path,
        message: Bilingual(
          "该处已有一个不是一刻生成的数据库", "a database that Yike did not write lies there"),
        remedy: Bilingual(
          "移到别处，例如在 geodata/ 中改名",
          "move it elsewhere, for example under another name in geodata/"))
    }
    try ReplacedFile(url).write { path in
      do {
        try fill(path, with: contents)
      } catch let error as DatabaseError {
        let words = error.message ?? "SQLite \(error.resultCode.rawValue)"
        throw WorkError(
          .unwritable, operation: "write store", subject: url.path,
          message: Bilingual("数据库无法写入（\(words)）", words),
          remedy: Bilingual(
            "检查剩余空间；原数据库未改动", "check the free space; the earlier store is unchanged"))
      }
    }
  }

  private static func fill(_ path: String, with contents: StoreContents) throws {
    var configuration = Configuration()
    // The file is nobody's until it is renamed, so a journal on disk would protect nothing.
    configuration.prepareDatabase { database in
      try database.execute(
        sql: """
          PRAGMA page_size = 4096; PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;
          """)
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.writeWithoutTransaction { database in
      try database.execute(
        sql: """
          PRAGMA application_id = \(GeoPackageContainer.applicationID);
          PRAGMA user_version = \(GeoPackageContainer.userVersion);
          """)
      try database.inTransaction {
        try GeoPackageContainer.create(in: database)
        try StoreSchema.create(
          in: database,
          unitGeometry: StoreWriter.geometryType(of: contents.unitShapes.values))
        try StoreWriter(database: database).write(contents)
        return .commit
      }
    }
    try queue.close()
  }

  /// Reads everything a store holds, or everything but what fills it most: roads and elevation.
  ///
  /// - Throws: `WorkError`: `notFound` when there is no store, `malformed` when the file is cut
  ///   short, damaged or no store of Yike's, `unsupported` when another version wrote it.
  public static func read(_ url: URL, withGround: Bool = true) throws -> StoreContents {
    try StoreFile(url).read { database in
      let reader = StoreReader(database: database)
      var contents = try reader.readContents()
      if withGround {
        contents.roads = try reader.readRoads()
        contents.elevation = try reader.readElevation()
      }
      let origin = try reader.readOrigin()
      contents.settingsSHA256 = origin.settingsSHA256
      contents.sources = origin.sources
      return contents
    }
  }

  /// Reads roads and elevation alone.
  ///
  /// - Throws: as ``read(_:withGround:)``.
  public static func readGround(_ url: URL) throws -> StoreGround {
    try StoreFile(url).read { database in
      let reader = StoreReader(database: database)
      return StoreGround(
        origin: try reader.readOrigin(), roads: try reader.readRoads(),
        elevation: try reader.readElevation())
    }
  }

  /// Reads the elevation alone; nil where the store has none.
  ///
  /// - Throws: as ``read(_:withGround:)``.
  public static func readElevation(_ url: URL) throws -> (
    origin: StoreOrigin, elevation: ElevationLayer?
  ) {
    try StoreFile(url).read { database in
      let reader = StoreReader(database: database)
      return (try reader.readOrigin(), try reader.readElevation())
    }
  }

  /// Reads only what the store was built from; quick, whatever its size.
  ///
  /// - Throws: as ``read(_:withGround:)``.
  public static func readSources(_ url: URL) throws -> StoreOrigin {
    try StoreFile(url).read { try StoreReader(database: $0).readOrigin() }
  }
}

/// What a store was built from.
public struct StoreOrigin: Sendable, Hashable {
  /// The hash of the settings that the import read.
  public var settingsSHA256: String
  /// The files, in the order of `sources`.
  public var sources: [SourceRecord]
}
