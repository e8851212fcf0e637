import Foundation
import PlanningModel
import Scenarios

/// Where a plan's scenarios stand while they are evaluated, and what they extend.
struct PlanFolder {
  /// The folder of the base scenario.
  let path: String
  /// The base scenario's file name; nil for the baseline.
  let base: String?

  /// The base scenario's text; nil for the baseline.
  func text() throws -> ScenarioText? {
    guard let base else { return nil }
    let name = "\(path)/\(base)"
    guard let data = FileManager.default.contents(atPath: name),
      let text = String(data: data, encoding: .utf8)
    else {
      throw WorkError(
        .unreadable, operation: "read plan", subject: name,
        message: Bilingual("情景文件无法读取", "the scenario file cannot be read"),
        remedy: Bilingual("检查路径和权限", "check the path and your rights"))
    }
    return ScenarioText(name: name, text: text)
  }

  /// A plan's scenario as if it stood beside its base.
  func scenario(
    _ writer: PlanScenario, _ sites: [PlanOutcome.Site], _ period: PlanPeriod
  ) -> ScenarioText {
    ScenarioText(
      name: "\(path)/\(writer.name(period)).yaml", text: writer.text(sites, through: period))
  }
}
