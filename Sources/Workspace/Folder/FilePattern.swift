import Foundation

/// A path whose last component may hold `*` for any run of characters.
struct FilePattern {
  private let folder: String
  private let pieces: [Substring]

  init(_ pattern: String) {
    let cut = pattern.lastIndex(of: "/").map { pattern.index(after: $0) } ?? pattern.startIndex
    folder = String(pattern[..<cut])
    pieces = pattern[cut...].split(separator: "*", omittingEmptySubsequences: false)
  }

  /// Whether a file name fits; names that begin with a dot fit only a pattern that does.
  func fits(_ name: String) -> Bool {
    guard let first = pieces.first, let last = pieces.last, name.hasPrefix(first),
      !name.hasPrefix(".") || first.hasPrefix(".")
    else { return false }
    guard pieces.count > 1 else { return name == first }
    var rest = name.dropFirst(first.count)
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard let found = rest.firstRange(of: piece) else { return false }
      rest = rest[found.upperBound...]
    }
    return rest.hasSuffix(last)
  }

  /// The files that fit, as paths like the pattern's; none when there is no such folder.
  func matches(_ place: (String) -> URL) -> [String] {
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: place(folder).path)) ?? []
    return names.filter(fits).map { folder + $0 }
  }
}
