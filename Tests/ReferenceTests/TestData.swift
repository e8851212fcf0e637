import Foundation
import PlanningModel

/// Real data outside the repository, found through `YIKE_TEST_DATA`.
enum TestData {
  /// The folder; nil when the variable is not set.
  static let folder = ProcessInfo.processInfo.environment["YIKE_TEST_DATA"]
    .map { URL(filePath: $0) }

  /// Whether a file of it is there.
  static func has(_ path: String) -> Bool {
    folder.map { FileManager.default.fileExists(atPath: $0.appending(path: path).path) } ?? false
  }

  /// The path of a file.
  static func path(_ path: String) -> String {
    folder?.appending(path: path).path ?? path
  }

  /// A population cell of the Porto Alegre grid.
  struct Cell {
    var id: String
    var position: GeographicPosition
    var population: Int
    var healthcare: Int
  }

  /// The cells of `poa/poa_hexgrid.csv`.
  static func cells() throws -> [Cell] {
    let text = try String(contentsOfFile: path("poa/poa_hexgrid.csv"), encoding: .utf8)
    return text.split(whereSeparator: \.isNewline).dropFirst().compactMap { line in
      let fields = line.split(separator: ",")
      guard fields.count == 7, let longitude = Double(fields[1]), let latitude = Double(fields[2]),
        let population = Int(fields[3]), let healthcare = Int(fields[6])
      else { return nil }
      return Cell(
        id: String(fields[0]),
        position: GeographicPosition(longitude: longitude, latitude: latitude),
        population: population, healthcare: healthcare)
    }
  }
}
