import Coverage
import PlanningModel
import Targets

extension WorkspaceSession {
  /// A comparison that says of its changes whether they hold.
  func tested(
    _ comparison: ScenarioComparison, _ before: ComparedSide, _ after: ComparedSide, isVaried: Bool
  ) throws -> ScenarioComparison {
    var result = comparison
    let sides = [before.situation, after.situation]
    for index in result.targets.indices where result.targets[index].isChanged {
      let change = result.targets[index]
      let travels = zip(sides, [change.before, change.after]).contains {
        self.travels($1, $0)
      }
      result.targets[index].isUntested = travels && !isVaried
    }
    let ids = Set(result.targets.filter { $0.isChanged && !$0.isUntested }.map(\.after.id))
    guard !ids.isEmpty || isVaried else { return result }
    let (early, late) = (try holding(before, ids), try holding(after, ids))
    for index in result.targets.indices {
      let id = result.targets[index].after.id
      result.targets[index].holds = late[id].map { $0 && early[id] ?? true }
    }
    if isVaried { try vary(&result.services, before, after) }
    return result
  }

  /// Whether the verdicts of one side are the same at all settings; those without are left out.
  private func holding(_ side: ComparedSide, _ ids: Set<String>) throws -> [String: Bool] {
    let found = try robustness(side.situation, of: ids).compactMap { found in
      found.result.holds.map { (found.verdict.id, $0) }
    }
    return Dictionary(found, uniquingKeysWith: { first, _ in first })
  }

  /// Adds to each service, and to its places that change, what they change by at every setting.
  private func vary(
    _ services: inout [ScenarioComparison.ServiceChange], _ before: ComparedSide,
    _ after: ComparedSide
  ) throws {
    let asked = services.indices.filter { index in
      services[index].net != nil && services[index].rows.contains(where: \.isChanged)
    }
    guard !asked.isEmpty else { return }
    var found: [Int: [ScenarioComparison.ServiceChange]] = [:]
    for setting in RobustnessSetting.allCases {
      let early = try VariedSituation(self, before.situation, under: setting)
      let late = try VariedSituation(self, after.situation, under: setting)
      for index in asked {
        found[index, default: []].append(
          ScenarioComparison.ServiceChange(
            try early.table(before.questions[index]), try late.table(after.questions[index]),
            countsPeople: true))
      }
    }
    for (index, changes) in found {
      services[index].varied = ScenarioComparison.VariedChange(changes.compactMap(\.net))
      for row in services[index].rows.indices where services[index].rows[row].isChanged {
        // The rows of every setting are those of the question, in its order.
        services[index].rows[row].varied = ScenarioComparison.VariedChange(
          changes.compactMap { $0.rows[row].change })
      }
    }
  }
}
