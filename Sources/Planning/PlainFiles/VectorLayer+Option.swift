import Importing
import PlanningModel

extension VectorLayer {
  /// Reads a layer that an option of the command line names; where it must, or names none, the
  /// message says which layers there are and the option.
  static func read(_ path: String, layer: String?, option: String) throws -> VectorLayer {
    do {
      return try read(path, layer: layer)
    } catch var error as WorkError
      where error.code == .notFound || error.code == .unsupported
    {
      let remedy = Bilingual(splitting: error.remedy)
      error.remedy =
        Bilingual(
          "用 \(option) \(remedy.chinese)", "with \(option), \(remedy.english)"
        ).text
      throw error
    }
  }
}
