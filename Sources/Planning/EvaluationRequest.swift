public import PlanningModel
import Scenarios
import Targets
import Workspace

/// The text of a scenario file, as named on the command line.
public struct ScenarioText: Sendable {
  /// The name for messages.
  public var name: String
  /// The content.
  public var text: String

  /// Holds a text.
  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}

/// Which evaluation is asked for.
public struct EvaluationRequest: Sendable {
  /// The patch to apply; nil for the baseline.
  public var scenario: ScenarioText?
  /// The date to judge at; nil for the scenario's, else the workspace's.
  public var asOf: CivilDate?
  /// How many threads may search, nil for all cores; changes no result.
  public var threads: Int?
  /// Whether the roads are drawn, so that they must be read; changes no figure.
  public var drawsRoads: Bool

  /// Asks for an evaluation.
  public init(
    scenario: ScenarioText? = nil, asOf: CivilDate? = nil, threads: Int? = nil,
    drawsRoads: Bool = false
  ) {
    self.drawsRoads = drawsRoads
    self.scenario = scenario
    self.asOf = asOf
    self.threads = threads
  }
}

/// Which coverage is asked for.
public enum CoverageQuestion: Sendable {
  /// The service, cohort and limit of a target.
  case target(String)
  /// Kinds or groups by name, a cohort, limits, a way of travelling.
  case services(
    [String], cohort: CohortID, limits: [TravelTime], mode: TravelMode, pace: String?,
    direction: TravelDirection?)
}
