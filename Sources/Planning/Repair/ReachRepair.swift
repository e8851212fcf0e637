import Certificates
import PlanningModel
import Targets
import TravelTimes

/// A repair under a rule of travel time: who lives within reach of a site.
struct ReachRepair {
  /// Places whose people count, sorted by id.
  let places: [DemandPoint]
  /// Their people of the cohort.
  let people: [Int]
  /// Facilities that operate already, then new sites.
  let existing: [Facility]
  let sites: [TargetRepair.Site]
  /// What each new site costs, in units of `10^-priceDecimals`.
  let prices: [Int64]
  let priceDecimals: Int
  /// Times from places to facilities and sites, within the limit.
  let times: TravelTimeMatrix
  let limit: TravelTime

  /// Candidates by id: what stands already is fixed and without a price.
  private var candidates: [(id: String, column: Int)] {
    let known = existing.enumerated().map { ("existing/\($1.id)", $0) }
    let new = sites.enumerated().map { ("new/\($1.id)", existing.count + $0) }
    return (known + new).sorted { left, right in
      left.0.utf8.lexicographicallyPrecedes(right.0.utf8)
    }.map { (id: $0.0, column: $0.1) }
  }

  /// The site of each candidate; nil for a facility that stands already.
  var candidateSites: [TargetRepair.Site?] {
    candidates.map { $0.column < existing.count ? nil : sites[$0.column - existing.count] }
  }

  /// The fewest sites by which enough people are within reach.
  func coveringPeople(need: Int) -> SitingStatement { statement(.partialCover, need: need) }

  /// The fewest sites by which enough units have the given share of their people within reach.
  ///
  /// - Parameters:
  ///   - units: the units that are counted, sorted by id; `needs` are the people that each takes.
  func coveringUnits(
    _ units: [String], needs: [Int], forced: Set<String>, need: Int
  ) -> SitingStatement {
    var result = statement(.unitShare, need: need)
    let index = Dictionary(
      units.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    result.unitIDs = units
    result.unitOfDemand = places.map { place in place.unit.flatMap { index[$0.rawValue] } ?? 0 }
    result.unitNeeds = needs.map { Int64(max(1, $0)) }
    result.isUnitForced = units.map(forced.contains)
    return result
  }

  private func statement(_ problem: SitingProblem, need: Int) -> SitingStatement {
    let candidates = candidates
    var position = [Int](repeating: 0, count: candidates.count)
    for (index, candidate) in candidates.enumerated() { position[candidate.column] = index }
    var result = SitingStatement(
      problem, demandIDs: places.map(\.id.rawValue), candidateIDs: candidates.map(\.id))
    result.demands = people.map { Int64($0) }
    result.states = candidates.map { $0.column < existing.count ? .fixed : .free }
    result.prices = candidates.map {
      $0.column < existing.count ? 0 : prices[$0.column - existing.count]
    }
    result.rowStarts = [0]
    for place in places.indices {
      let row = (times.firstEntry[place]..<times.firstEntry[place + 1]).map {
        (site: position[Int(times.destination[$0])], time: times.milliseconds[$0])
      }.sorted { $0.site < $1.site }
      for entry in row {
        result.sites.append(UInt32(entry.site))
        result.costs.append(Int64(entry.time))
      }
      result.rowStarts.append(result.sites.count)
    }
    result.priceDecimals = priceDecimals
    result.costDecimals = 3
    result.limit = Int64(limit.milliseconds)
    result.need = Int64(need)
    return result
  }

  /// People within reach of any open candidate.
  func reached(_ open: Set<Int>, _ statement: SitingStatement) -> [Int] {
    places.indices.map { place in
      statement.pairs(ofDemand: place).contains { open.contains(Int(statement.sites[$0])) }
        ? people[place] : 0
    }
  }
}
