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
  /// Those that have to count.
  let forced: Set<String>
  let need: Int

  /// The fewest units that bring as many to count as are needed; a unit that counts already is a
  /// fixed site without a price.
  var statement: SitingStatement {
    let ids = members.map(\.id)
    var statement = SitingStatement(.unitShare, demandIDs: ids, candidateIDs: ids)
    statement.states = ids.map { met.contains($0) ? .fixed : .free }
    statement.prices = ids.map { met.contains($0) ? 0 : 1 }
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

  /// How many choices of the fewest units there are: those that are forced are in all of them,
  /// the rest are any of the others.
  var equalChoices: Int? {
    let needed = forced.subtracting(met).count
    let missing = max(0, need - met.count - needed)
    let others = members.count { !met.contains($0.id) && !forced.contains($0.id) }
    guard missing <= others else { return nil }
    var choices = 1
    for step in 0..<missing {
      let (product, isTooLarge) = choices.multipliedReportingOverflow(by: others - step)
      guard !isTooLarge else { return nil }
      choices = product / (step + 1)
    }
    return choices
  }
}
