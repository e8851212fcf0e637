#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The files of a folder of cached networks, so that it does not grow without end.
struct CachedFiles {
  /// What the name of every cached network ends in.
  static let ending = ".roads"

  let folder: String

  /// Removes all but the networks used last, and what writers left that are no more.
  ///
  /// Whoever has a removed file mapped keeps it until done.
  func prune(keeping count: Int) {
    let names = names()
    for name in names where name.hasSuffix(".part") && isAbandoned(name) {
      unlink("\(folder)/\(name)")
    }
    let networks = names.filter { $0.hasSuffix(Self.ending) }
    guard networks.count > count else { return }
    let dated = networks.map { (used: used($0), name: $0) }
    for (_, name) in dated.sorted(by: { $0 > $1 }).dropFirst(count) {
      unlink("\(folder)/\(name)")
    }
  }

  private func names() -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(
        withUnsafeBytes(of: entry.pointee.d_name) {
          String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        })
    }
    return names
  }

  /// Whether the process that a name `<key>.roads.<process>-<number>.part` names has ended.
  private func isAbandoned(_ name: String) -> Bool {
    let middle = name.split(separator: ".").dropLast().last?.split(separator: "-").first
    guard name.contains("\(Self.ending)."), let process = middle.flatMap({ pid_t($0) }),
      process > 0
    else { return false }
    return kill(process, 0) != 0 && errno != EPERM
  }

  /// When a file was used last, in nanoseconds; only the order counts.
  private func used(_ name: String) -> Int {
    var status = stat()
    guard stat("\(folder)/\(name)", &status) == 0 else { return 0 }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
