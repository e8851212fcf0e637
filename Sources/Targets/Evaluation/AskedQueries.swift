import PlanningModel
import TravelTimes

/// Writes down what is asked of travel, and answers nothing.
final class AskedQueries: ReachSource {
  private(set) var queries: [ReachQuery] = []

  func reach(_ query: ReachQuery) throws -> Reach {
    queries.append(query)
    throw WorkError(
      .unsupported, operation: "compute travel times", subject: "\(query.profile.mode)",
      message: Bilingual("尚未计算", "not computed yet"), remedy: Bilingual("", ""))
  }
}

extension Target {
  /// Whether judging it may take travel times.
  var asksOfTravel: Bool {
    switch measure {
    case .sharePopulation, .hierarchy: return true
    default:
      guard let covered else { return false }
      return covered.time != nil || ([covered.rule] + covered.alternatives).contains(.catchment)
    }
  }
}
