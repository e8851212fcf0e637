import Scenarios

/// Which plan over years is asked for.
public struct PlanRequest: Sendable {
  /// The plan's file.
  public var file: ScenarioText
  /// A scenario file in place of the one that the plan names.
  public var scenario: ScenarioText?
  /// How many threads may search, nil for all cores; changes no result.
  public var threads: Int?

  /// Asks for a plan.
  public init(file: ScenarioText, scenario: ScenarioText? = nil, threads: Int? = nil) {
    self.file = file
    self.scenario = scenario
    self.threads = threads
  }
}
