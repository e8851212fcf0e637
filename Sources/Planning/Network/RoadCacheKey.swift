import PlanningModel
import RoadNetwork
import Terrain
import Workspace

/// The name of a built network in a cache: the hash of all that the network depends on.
///
/// Two networks with one key are the same, so whatever changes a network must enter: the program
/// (its version, and the format's number, which grows when building changes), rules and settings
/// here, and the content of the files, which the caller adds.
struct RoadCacheKey {
  private var text: String

  /// Begins with rules and settings; `walking` is nil where no slope is read.
  init(rules: RoadRules, joinEndsMetres: Double, walking: WalkingSpeed?) {
    // Reflection names every property, also those that are added one day.
    text = """
      yike=\(YikeVersion.text)
      format=\(NetworkFile.format)
      rules=\(String(reflecting: rules))
      join_ends=\(joinEndsMetres)
      walking=\(walking.map { String(reflecting: $0) } ?? "flat")

      """
  }

  /// Adds the content of a file.
  mutating func add(_ role: String, sha256: String) { text += "\(role)=\(sha256)\n" }

  /// The key, in lower-case hexadecimal.
  var hexadecimal: String { SHA256Digest.hexadecimal(of: text) }
}
