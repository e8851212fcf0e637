import PlanningModel
import Scenarios

extension CostField {
  static func loose(
    _ addition: RoadPatches.Addition, at position: GeographicPosition?
  ) -> InputFault {
    InputFault(
      check: "scenario.road_joins_nothing", severity: .blocking, file: addition.origin.file,
      row: addition.origin.line, column: "roads.add",
      value: "\(addition.id) [\(position.map { "\($0.longitude), \($0.latitude)" } ?? "")]",
      rule: Bilingual(
        "端点 \(Int(joiningMetres)) 米内没有道路，接不上路网",
        "no road is within \(Int(joiningMetres)) m of this end, so it joins nothing"),
      remedy: Bilingual("把端点移到已有道路上", "move the end to a road that is there"))
  }

  static func refused(_ addition: RoadPatches.Addition, _ error: WorkError) -> InputFault {
    InputFault(
      check: "scenario.road", severity: .blocking, file: addition.origin.file,
      row: addition.origin.line, column: "roads.add", value: addition.id,
      rule: Bilingual(splitting: error.message), remedy: Bilingual(splitting: error.remedy))
  }

  static func unknown(_ change: RoadPatches.Change) -> InputFault {
    let value =
      switch change.road {
      case .named(let name): name
      case .near(let position): "[\(position.longitude), \(position.latitude)]"
      }
    return InputFault(
      check: "scenario.unknown_road", severity: .blocking, file: change.origin.file,
      row: change.origin.line, column: change.timeFactor == nil ? "roads.close" : "roads.slow",
      value: value,
      rule: Bilingual(
        "没有这个名称的道路，或该处 \(Int(joiningMetres)) 米内没有道路",
        "no road bears this name, or none is within \(Int(joiningMetres)) m of the place"),
      remedy: Bilingual("核对名称或坐标", "check the name or the coordinates"))
  }
}
