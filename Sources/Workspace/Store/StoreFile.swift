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
      let words = error.message ?? "SQLite \(error.resultCode.rawValue)"
      throw damaged(Bilingual(words, words))
    } catch let error as StoreRow.Damage {
      throw damaged(
        Bilingual(
          "表 \(error.table) 列 \(error.column)：\(error.message.chinese)",
          "table \(error.table), column \(error.column): \(error.message.english)"))
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
      throw failure(
        .notFound, Bilingual("数据库尚未生成", "there is no store"),
        Bilingual("运行“yike import”", "run “yike import”"))
    }
    guard !isDirectory.boolValue, let handle = try? FileHandle(forReadingFrom: url) else {
      throw failure(
        .unreadable,
        isDirectory.boolValue
          ? Bilingual("这是文件夹", "this is a folder")
          : Bilingual("文件无法打开", "the file cannot be opened"),
        Bilingual("移走或改名，再运行“yike import”", "remove or rename it, then run “yike import”"))
    }
    defer { try? handle.close() }
    let header = [UInt8]((try? handle.read(upToCount: 100)) ?? Data())
    let length = (try? handle.seekToEnd()) ?? 0
    guard header.count == 100, header.starts(with: Array("SQLite format 3\0".utf8)) else {
      throw failure(
        .malformed, Bilingual("文件不是 SQLite 数据库", "the file is no SQLite database"),
        StoreFile.rebuild)
    }
    guard word(header, 68) == GeoPackageContainer.applicationID else {
      throw failure(
        .malformed,
        Bilingual(
          "文件是 SQLite 数据库，但不是 GeoPackage", "the file is a SQLite database, but no GeoPackage"),
        StoreFile.rebuild)
    }
    let pageSize = header[16] == 0 && header[17] == 1 ? 65536 : word(header, 16) >> 16
    guard length >= UInt64(pageSize) * UInt64(word(header, 28)) else {
      throw damaged(Bilingual("文件被截断", "it is cut short"))
    }
  }

  private func checkVersion(_ database: Database) throws {
    guard try database.tableExists("yike_migration"), try database.tableExists("meta"),
      let found = try Int.fetchOne(database, sql: "SELECT MAX(version) FROM yike_migration")
    else {
      throw failure(
        .malformed,
        Bilingual(
          "文件是 GeoPackage，但不是一刻的数据库", "the file is a GeoPackage, but no store of Yike's"),
        Bilingual("移到别处，再运行“yike import”", "move it elsewhere and run “yike import”"))
    }
    guard found == StoreSchema.version else {
      throw failure(
        .unsupported,
        Bilingual(
          "数据库为第 \(found) 版，本程序读取第 \(StoreSchema.version) 版",
          "the store has version \(found), this program reads version \(StoreSchema.version)"),
        found < StoreSchema.version
          ? Bilingual("运行“yike import”重新生成", "run “yike import” to build it again")
          : Bilingual(
            "改用较新的一刻，或用本程序运行“yike import”重新生成",
            "use the newer Yike, or run “yike import” to build it again with this one"))
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

  private static let rebuild = Bilingual(
    "移走该文件，再运行“yike import”", "remove it and run “yike import”")

  private func damaged(_ message: Bilingual) -> WorkError {
    failure(
      .malformed,
      Bilingual("数据库已损坏：\(message.chinese)", "the store is damaged: \(message.english)"),
      StoreFile.rebuild)
  }

  private func failure(_ code: WorkError.Code, _ message: Bilingual, _ remedy: Bilingual)
    -> WorkError
  {
    WorkError(
      code, operation: "read store", subject: url.path, message: message, remedy: remedy)
  }
}
