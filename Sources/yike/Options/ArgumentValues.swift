public import ArgumentParser
public import Coverage
public import Planning
public import PlanningModel
public import Targets
public import TravelTimes

// Values of the modules below that flags may carry, read as files write them.

extension CivilDate: ExpressibleByArgument {
  /// Reads `2024-12-31`.
  public init?(argument: String) { self.init(argument) }
}

extension TravelTime: ExpressibleByArgument {
  /// Reads `900s`, `15min`, `1h`.
  public init?(argument: String) { self.init(argument) }
}

extension ExactDecimal: ExpressibleByArgument {
  /// Reads `0.9`.
  public init?(argument: String) { self.init(argument) }
}

extension TravelMode: ExpressibleByArgument {}
extension TravelDirection: ExpressibleByArgument {}
extension UnitLevel: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}
extension CoveredRuleKind: ExpressibleByArgument {}
extension IntensityQuantity: ExpressibleByArgument {}
extension CostUnit: ExpressibleByArgument {}
extension CatchmentRule: ExpressibleByArgument {}
extension SitingKind: ExpressibleByArgument {}
extension WorkspaceSiting.Existing: ExpressibleByArgument {}
extension AuthoredMeasure: ExpressibleByArgument {}

extension WordChoice: ExpressibleByArgument {
  /// Reads `以上=included`.
  public init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    self.init(word: String(parts[0]), reading: String(parts[1]))
  }
}

extension CandidatePlaces: ExpressibleByArgument {
  /// Reads `units`, `villages`, `grid:2km`, a kind of facility, or a file's name.
  public init?(argument: String) { self.init(argument) }
}
