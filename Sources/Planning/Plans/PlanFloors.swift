import Foundation
import LocationAllocation
import PlanningModel
import Scenarios
import Targets

/// What units are owed, as conditions of the statement; one for each unit.
struct PlanFloors {
  let plan: MultiYearPlan
  let sites: [PlanOutcome.Site]
  let goals: PlanGoals

  /// A condition and where it comes from.
  struct Owed {
    var floor: PhasedStatement.Floor
    var unit: String
    var origin: String
  }

  /// All floors, in the order of the file.
  func owed() throws -> [Owed] {
    try plan.floors.flatMap { floor in
      try floor.units.compactMap { unit in
        let period = plan.index(of: floor.by) ?? plan.periods.count - 1
        let kind: PhasedStatement.Floor.Kind
        if let least = floor.sites {
          kind = .sites(sites.indices.filter { sites[$0].unit == unit }, least: least)
        } else if let share = floor.share,
          let target = goals.base.last.policies.targets.first(where: { $0.id == floor.target }),
          let group = try goals.reached(unit, target, share: share)
        {
          kind = .group(group)
        } else {
          return nil
        }
        let name = goals.base.last.district.units.first { $0.id == unit }?.name ?? unit.rawValue
        return Owed(
          floor: .init(period: period, kind: kind), unit: name,
          origin: "\(URL(filePath: floor.origin.file).lastPathComponent):\(floor.origin.line)")
      }
    }
  }
}
