import Foundation
import PlanningModel
import RoadNetwork
import Terrain
import Workspace

/// Networks built from plain files, kept in a folder that the user named.
struct PlainRoadCache {
  private let cache: RoadNetworkCache
  private let source: RoadSource
  private let rules: RoadRules
  private let walking: WalkingSpeed?
  /// Nil where the files cannot be told from others by their bytes.
  private let key: String?

  init(folder: String, source: RoadSource, _ rules: RoadRules, _ walking: WalkingSpeed?) {
    cache = RoadNetworkCache(folder: folder)
    self.source = source
    self.rules = rules
    self.walking = walking
    key = Self.key(source, rules, walking)
  }

  /// The network of these files, with the findings that building it gave.
  func load(note: (String) -> Void) -> BuiltRoads? {
    guard let key, let entry = cache.load(key: key, rules: rules) else { return nil }
    for words in entry.notes { note(source.roads + words) }
    return BuiltRoads(entry)
  }

  /// Keeps a network; what hinders that is only noted.
  func store(_ built: BuiltRoads, _ faults: [InputFault], note: (String) -> Void) {
    // A file that changed while it was read must not stand for its earlier bytes.
    guard let key, Self.key(source, rules, walking) == key else {
      note(
        Bilingual(
          "未缓存路网：不是按内容可辨认的单个文件",
          "the network is not cached: its files cannot be told by their content"
        ).text)
      return
    }
    do {
      // A fault begins with its file, which may have another name next time.
      let words = faults.map { String("\($0)".dropFirst($0.file.count)) }
      try cache.store(built.entry(notes: words), key: key)
    } catch {
      note("\(error)")
    }
  }

  private static func key(_ source: RoadSource, _ rules: RoadRules, _ walking: WalkingSpeed?)
    -> String?
  {
    var key = RoadCacheKey(
      rules: rules, joinEndsMetres: source.joinEndsMetres, walking: walking)
    if let layer = source.layer {
      key.add("layer", sha256: SHA256Digest.hexadecimal(of: layer))
    }
    let files = [("roads", source.roads)] + (source.elevation.map { [("elevation", $0)] } ?? [])
    for (role, file) in files {
      guard let hash = LayerDigest.sha256(of: URL(filePath: file)) else { return nil }
      key.add(role, sha256: hash)
    }
    return key.hexadecimal
  }
}
