import ArgumentParser

/// A quarter of the year as flags write it: `Q1` to `Q4`.
enum QuarterOfYear: Int, ExpressibleByArgument, CaseIterable {
  case first = 1
  case second, third, fourth

  /// Reads `Q3`, also `q3`.
  init?(argument: String) {
    guard let found = Self.allCases.first(where: { $0.description == argument.uppercased() })
    else { return nil }
    self = found
  }

  static var allValueStrings: [String] { allCases.map(\.description) }
}

extension QuarterOfYear: CustomStringConvertible {
  var description: String { "Q\(rawValue)" }
}
