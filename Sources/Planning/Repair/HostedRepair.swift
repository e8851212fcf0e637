import Certificates
import PlanningModel
import Targets

/// A repair under a rule that looks at each unit by itself: a new site serves the unit it stands
/// in, so a unit that does not count needs one.
struct HostedRepair {
  /// Units of the universe, sorted by id, each as the site of its own service.
  let members: [TargetRepair.Site]
  /// Those that count already.
  let met: Set<String>
  /// Those without a place for a site.
  var closed: Set<String> = []
  /// Those that have to count.
  let forced: Set<String>
  let need: Int
  /// What a new site in each unit costs, in the order of the members.
  let prices: [Int64]
  /// The people of each unit; those that were not counted are left out.
  let residents: [String: Int]

  /// The fewest units that bring as many to count as are needed; a unit that counts already is a
  /// fixed site without a price.
  var statement: SitingStatement {
    let ids = members.map(\.id)
    var statement = SitingStatement(.unitShare, demandIDs: ids, candidateIDs: ids)
    statement.states = ids.map { id in
      met.contains(id) ? .fixed : closed.contains(id) ? .forbidden : .free
    }
    statement.prices = zip(ids, prices).map { met.contains($0) ? 0 : $1 }
    statement.rowStarts = Array(0...ids.count)
    statement.sites = ids.indices.map { UInt32($0) }
    statement.costs = ids.map { _ in 0 }
    statement.limit = 0
    statement.need = Int64(need)
    statement.unitIDs = ids
    statement.unitOfDemand = Array(ids.indices)
    statement.unitNeeds = ids.map { _ in 1 }
    statement.isUnitForced = ids.map(forced.contains)
    return statement
  }

  /// Units that a new site would bring to count.
  var lacking: Set<String> { Set(members.map(\.id)).subtracting(met).subtracting(closed) }

  /// The choices of the fewest units for targets that look at each unit by itself.
  static func choices(_ repairs: [HostedRepair]) -> UnitChoices {
    var candidates: [String: Set<Int>] = [:]
    var forced: Set<String> = []
    for (target, repair) in repairs.enumerated() {
      for unit in repair.lacking { candidates[unit, default: []].insert(target) }
      forced.formUnion(repair.forced.intersection(repair.lacking))
    }
    return UnitChoices(
      candidates: candidates, forced: forced, needs: repairs.map { $0.need - $0.met.count })
  }
}
