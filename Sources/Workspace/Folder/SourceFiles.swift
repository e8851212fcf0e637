import Foundation

/// The files on disk that one source consists of.
enum SourceFiles {
  /// What else GDAL and SQLite read when they open a file of a kind.
  private static let companions = [
    "shp": ["shx", "dbf", "prj", "cpg"], "gpkg": ["gpkg-wal"],
    "tif": ["tfw", "tifw", "wld", "tab", "prj", "tif.aux.xml", "tif.msk"],
    "tiff": ["tfw", "tiffw", "wld", "tab", "prj", "tiff.aux.xml", "tiff.msk"],
  ]

  /// The file itself, then those beside it that belong to it and exist, sorted; a shapefile's
  /// parts are found whatever the case of their endings.
  static func paths(of file: String, at url: URL) -> [String] {
    let ending = url.pathExtension.lowercased()
    guard let wanted = companions[ending] else { return [file] }
    let stem = url.deletingPathExtension().lastPathComponent
    let folder = url.deletingLastPathComponent().path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let beside = names.filter { name in
      name.hasPrefix(stem + ".") && wanted.contains(name.dropFirst(stem.count + 1).lowercased())
    }
    let prefix = file.dropLast(url.lastPathComponent.count)
    return [file]
      + beside.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .map { prefix + $0 }
  }
}
