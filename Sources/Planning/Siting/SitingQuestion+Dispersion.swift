import Certificates
import LocationAllocation
import PlanningModel
import TravelTimes

extension SitingQuestion {
  /// Sites as far apart as can be; demand and its costs do not matter.
  func dispersion(note: (String) -> Void) throws -> SitingResult {
    guard let between else { throw unsupported("--between") }
    let candidates = try CandidateTable(self.candidates)
    let table = try CostTableFile(between, unit: unit, isBetweenCandidates: true).read(
      demandIDs: candidates.ids, supplyIDs: candidates.ids, note: note)
    var pairs: [(Int, Int, Int64)] = []
    for first in table.demandIDs.indices {
      for entry in table.entries(ofDemand: first) {
        pairs.append((first, Int(table.supplies[entry]), table.costs[entry]))
      }
    }
    let choice = SiteChoice(
      mayOpen: candidates.states.map { $0 != .forbidden },
      mustOpen: candidates.states.map { $0 == .fixed })
    let found = Dispersion(states: choice, siteCount: siteCount ?? 0, pairs: pairs)
    let least = found?.leastDistance.map { ExactAmount(Int128($0), decimals: table.decimals) }
    var result = SitingResult(
      kind: kind, status: found == nil ? .infeasible : .optimal, proof: .solver, objective: least,
      bound: least, demandIDs: [], candidateIDs: candidates.ids, isFixed: choice.mustOpen)
    result.selected = found?.selected ?? []
    result.marginal = (found?.marginal(states: choice, pairs: pairs) ?? []).map { site, value in
      .init(
        candidate: site,
        value: value.map { ExactAmount(Int128($0), decimals: table.decimals) })
    }
    return result
  }
}
