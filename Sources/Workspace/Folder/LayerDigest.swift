public import Foundation

/// The SHA-256 of layers: of a file together with those beside it that are read along.
public enum LayerDigest {
  /// Formats of which it is known what belongs to a layer; others may lead anywhere, as virtual
  /// layers do.
  private static let endings: Set = [
    "bz2", "fgb", "geojson", "gpkg", "gz", "json", "kml", "osm", "pbf", "shp", "tif", "tiff",
  ]

  /// The hash of a layer's files, their endings included; nil where it is not known which files
  /// belong to it, and where one cannot be read.
  public static func sha256(of url: URL) -> String? {
    guard endings.contains(url.pathExtension.lowercased()) else { return nil }
    let name = url.lastPathComponent
    let stem = url.deletingPathExtension().lastPathComponent
    let folder = url.deletingLastPathComponent()
    var text = ""
    for path in SourceFiles.paths(of: name, at: url) {
      guard let hash = try? FileDigest.sha256(of: folder.appending(path: path), name: path)
      else { return nil }
      text += "\(path.dropFirst(stem.count))=\(hash)\n"
    }
    return SHA256Digest.hexadecimal(of: text)
  }
}
