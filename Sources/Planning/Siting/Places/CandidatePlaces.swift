import PlanningModel

/// Where new sites may stand.
public enum CandidatePlaces: Sendable, Hashable {
  /// At the seat of each unit.
  case units
  /// At each village.
  case villages
  /// At the crossings of a grid within the units, so many metres apart.
  case grid(metres: Int)
  /// At the facilities of a kind or group of kinds, for example idle schools.
  case facilities(String)
  /// At the places of a file: `id,lon,lat[,name]`, or a layer of points.
  case file(String)

  /// Reads `units`, `villages`, `grid:2km`, `grid:500m`, a file's name, else a kind or group.
  public init?(_ text: String) {
    switch text {
    case "": return nil
    case "units": self = .units
    case "villages": self = .villages
    case _ where text.hasPrefix("grid:"):
      let size = text.dropFirst("grid:".count)
      let isKilometres = size.hasSuffix("km")
      guard isKilometres || size.hasSuffix("m"),
        let number = ExactDecimal(size.dropLast(isKilometres ? 2 : 1)),
        case let metres = (number.doubleValue * (isKilometres ? 1000 : 1)).rounded(),
        metres >= 50, metres <= 1e6
      else { return nil }
      self = .grid(metres: Int(metres))
    case _ where text.contains(".") || text.contains("/"): self = .file(text)
    default: self = .facilities(text)
    }
  }
}
