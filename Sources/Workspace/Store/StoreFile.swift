import Foundation
import GRDB
import PlanningModel

/// A store on disk, opened read-only and never changed.
struct StoreFile {
  private let url: URL

  init(_ url: URL) { self.url = url }

  /// Checks that the file is a store of this version and reads from it.
  func read<Result>(_ body: (Database) throws -> Result) throws -> Result {
    try checkHeader()
    var configuration = Configuration()
    configuration.readonly = true
    do {
      // Immutable: no locks, no journals looked for; the file is replaced, never written to.
      let queue = try DatabaseQueue(path: immutableAddress, configuration: configuration)
      let result = try queue.read { database in
        try checkVersion(database)
        return try body(database)
      }
      try queue.close()
      return result
    } catch let error as DatabaseError {
      throw damaged(error.message ?? "SQLite code \(error.resultCode.rawValue)")
    } catch let error as StoreRow.Damage {
      throw damaged("table \(error.table), column \(error.column): \(error.message)")
    }
  }

  /// Whether a database that Yike did not write lies there: someone's data, not to be replaced.
  var isForeign: Bool {
    guard let handle = try? FileHandle(forReadingFrom: url) else { return false }
    defer { try? handle.close() }
    let magic = Array("SQLite format 3\0".utf8)
    guard let start = try? handle.read(upToCount: magic.count), [UInt8](start) == magic else {
      return false
    }
    var configuration = Configuration()
    configuration.readonly = true
    let isOurs = try? DatabaseQueue(path: immutableAddress, configuration: configuration).read {
      try $0.tableExists("yike_migration")
    }
    // What SQLite cannot even open is nobody's data any more.
    return isOurs == false
  }

  /// Looks at the first 100 bytes: SQLite, GeoPackage, and as long as it says it is.
  private func checkHeader() throws {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isDirectory) else {
      throw failure(.notFound, "there is no store", "run “yike import”")
    }
    guard !isDirectory.boolValue, let handle = try? FileHandle(forReadingFrom: url) else {
      throw failure(
        .unreadable, isDirectory.boolValue ? "this is a folder" : "the file cannot be opened",
        "remove or rename it, then run “yike import”")
    }
    defer { try? handle.close() }
    let header = [UInt8]((try? handle.read(upToCount: 100)) ?? Data())
    let length = (try? handle.seekToEnd()) ?? 0
    guard header.count == 100, header.starts(with: Array("SQLite format 3\0".utf8)) else {
      throw failure(
        .malformed, "the file is no SQLite database", "remove it and run “yike import”")
    }
    guard word(header, 68) == GeoPackageContainer.applicationID else {
      throw failure(
        .malformed, "the file is a SQLite database, but no GeoPackage",
        "remove it and run “yike import”")
    }
    let pageSize = header[16] == 0 && header[17] == 1 ? 65536 : word(header, 16) >> 16
    guard length >= UInt64(pageSize) * UInt64(word(header, 28)) else {
      throw damaged("it is cut short")
    }
  }

  private func checkVersion(_ database: Database) throws {
    guard try database.tableExists("yike_migration"), try database.tableExists("meta"),
      let found = try Int.fetchOne(database, sql: "SELECT MAX(version) FROM yike_migration")
    else {
      throw failure(
        .malformed, "the file is a GeoPackage, but no store of Yike's",
        "move it elsewhere and run “yike import”")
    }
    guard found == StoreSchema.version else {
      throw failure(
        .unsupported,
        "the store has version \(found), this program reads version \(StoreSchema.version)",
        found < StoreSchema.version
          ? "run “yike import” to build it again"
          : "use the newer Yike, or run “yike import” to build it again with this one")
    }
  }

  private var immutableAddress: String {
    // Everything but what a path of a URI may hold is escaped, “?” and “#” above all.
    var allowed = CharacterSet.alphanumerics
    allowed.insert(charactersIn: "/-._~")
    let path = url.standardizedFileURL.path
    return "file:\(path.addingPercentEncoding(withAllowedCharacters: allowed) ?? path)?immutable=1"
  }

  private func word(_ bytes: [UInt8], _ offset: Int) -> Int {
    (0..<4).reduce(0) { $0 << 8 | Int(bytes[offset + $1]) }
  }

  private func damaged(_ message: String) -> WorkError {
    failure(.malformed, "the store is damaged: \(message)", "remove it and run “yike import”")
  }

  private func failure(_ code: WorkError.Code, _ message: String, _ remedy: String) -> WorkError {
    WorkError(
      code, operation: "read store", subject: url.path, message: message, remedy: remedy)
  }
}
