import PlanningModel

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Built networks on disk, one file a network, so that the next run maps it instead of building.
///
/// Files are named by a key that the caller derives from everything the network depends on:
/// the lines, the rules, the elevation, the version of the program. What is truncated, damaged,
/// of another format or of another key is as good as absent. Safe to delete at any time, and
/// safe to use by several processes at once.
public struct RoadNetworkCache: Sendable {
  /// Where the files are.
  public let folder: String
  /// So many networks are kept, the last used ones.
  public static let capacity = 8

  /// What is kept of one network.
  public struct Entry: Sendable {
    /// The network.
    public var network: RoadNetwork
    /// What slope does to walking along its edges; nil for flat ground.
    public var slopes: EdgeSlopes?
    /// Metres of road whose slope is not known and counts as flat.
    public var unknownSlopeMetres: Double
    /// Ends of roads that were joined before it was built.
    public var joints: [EndJoining.Joint]
    /// What else its builder wants to know again; any texts.
    public var notes: [String]

    /// Puts an entry together.
    public init(
      network: RoadNetwork, slopes: EdgeSlopes? = nil, unknownSlopeMetres: Double = 0,
      joints: [EndJoining.Joint] = [], notes: [String] = []
    ) {
      self.network = network
      self.slopes = slopes
      self.unknownSlopeMetres = unknownSlopeMetres
      self.joints = joints
      self.notes = notes
    }
  }

  /// Uses a folder, which is made when something is stored.
  public init(folder: String) { self.folder = folder }

  /// The network of a key; nil when there is none that can be used.
  ///
  /// `rules` are those the network was built under; the key covers them.
  public func load(key: String, rules: RoadRules = RoadRules()) -> Entry? {
    guard let path = path(key), let file = MappedFile(path) else { return nil }
    let entry = NetworkFile.entry(in: file.bytes, key: key, rules: rules)
    // Marks it as used; where that is not allowed, nothing is lost.
    if entry != nil { utimensat(AT_FDCWD, path, nil, 0) }
    return entry
  }

  /// Keeps a network under a key, replacing what was there in one step.
  ///
  /// - Throws: `WorkError` with `unsupported` for a key that is not hexadecimal, and with
  ///   `unwritable` when the file cannot be written.
  public func store(_ entry: Entry, key: String) throws {
    guard let path = path(key) else {
      throw WorkError(
        .unsupported, operation: "cache roads", subject: key,
        message: Bilingual("缓存键不是十六进制", "the key is not hexadecimal"),
        remedy: Bilingual("给出内容的散列值", "give a content hash"))
    }
    makeFolder()
    let temporary = "\(path).\(getpid())-\(UInt32.random(in: 0...UInt32.max)).part"
    guard Self.write(NetworkFile.chunks(of: entry, key: key), to: temporary),
      rename(temporary, path) == 0
    else {
      let reason = String(cString: strerror(errno))
      unlink(temporary)
      throw WorkError(
        .unwritable, operation: "cache roads", subject: path,
        message: Bilingual("无法写入：\(reason)", "cannot be written: \(reason)"),
        remedy: Bilingual("检查文件夹是否存在、磁盘是否有空间", "check that the folder exists and has room"))
    }
    CachedFiles(folder: folder).prune(keeping: Self.capacity)
  }

  private func path(_ key: String) -> String? {
    let isHexadecimal =
      !key.isEmpty && key.utf8.count <= 128
      && key.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    return isHexadecimal ? "\(folder)/\(key)\(CachedFiles.ending)" : nil
  }

  private func makeFolder() {
    var path = folder.hasPrefix("/") ? "/" : ""
    for part in folder.split(separator: "/") {
      path += path.isEmpty || path.hasSuffix("/") ? "\(part)" : "/\(part)"
      mkdir(path, 0o755)
    }
  }

  private static func write(_ chunks: [[UInt8]], to path: String) -> Bool {
    guard let file = fopen(path, "wb") else { return false }
    let isWritten = chunks.allSatisfy { chunk in
      chunk.isEmpty || fwrite(chunk, 1, chunk.count, file) == chunk.count
    }
    let isSynced = fflush(file) == 0 && fsync(fileno(file)) == 0
    return fclose(file) == 0 && isWritten && isSynced
  }
}
