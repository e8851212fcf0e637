import Certificates
import TestSupport

/// A statement with a proof, to be changed.
struct Forgery {
  var statement: SitingStatement
  var proof: SitingProof
  /// What was changed, for the message of a test.
  private(set) var words = ""

  /// Changes what is claimed: the objective, the sites, that there are any, or the problem itself.
  mutating func changeClaim(_ numbers: inout SeededRandom) {
    let sites = statement.candidateIDs.count
    switch Int.random(in: 0..<12, using: &numbers) {
    case 0:
      proof.objective += Bool.random(using: &numbers) ? 1 : -1
      words = "objective \(proof.objective)"
    case 1:
      // Other sites with what they really give.
      let mask = Int.random(in: 0..<(1 << sites), using: &numbers)
      proof.selected = (0..<sites).filter { mask >> $0 & 1 == 1 }
      if let value = ExhaustiveSearch.value(statement, proof.selected) {
        proof.objective = Int128(value)
      }
      words = "sites \(proof.selected)"
    case 2:
      let mask = Int.random(in: 0..<(1 << sites), using: &numbers)
      proof.selected = (0..<sites).filter { mask >> $0 & 1 == 1 }
      words = "sites \(proof.selected) with the objective of others"
    case 3:
      proof.isInfeasible = true
      proof.selected = []
      proof.objective = 0
      words = "infeasible"
    default: changeStatement(&numbers)
    }
  }

  private mutating func changeStatement(_ numbers: inout SeededRandom) {
    switch Int.random(in: 0..<7, using: &numbers) {
    case 0 where !statement.costs.isEmpty:
      let pair = statement.costs.indices.randomElement(using: &numbers) ?? 0
      statement.costs[pair] = .random(in: 0...13, using: &numbers)
      words = "cost of pair \(pair)"
    case 1:
      let point = statement.demands.indices.randomElement(using: &numbers) ?? 0
      statement.demands[point] = .random(in: 0...20, using: &numbers)
      words = "demand of point \(point)"
    case 2:
      let site = statement.states.indices.randomElement(using: &numbers) ?? 0
      statement.states[site] =
        [CandidateState.free, .fixed, .forbidden].randomElement(using: &numbers) ?? .free
      words = "state of site \(site)"
    case 3:
      let site = statement.prices.indices.randomElement(using: &numbers) ?? 0
      statement.prices[site] = .random(in: 0...13, using: &numbers)
      words = "price of site \(site)"
    case 4:
      let point = statement.demands.indices.randomElement(using: &numbers) ?? 0
      dropPair(of: point)
      words = "a pair of point \(point)"
    default: changeParameter(&numbers)
    }
  }

  private mutating func dropPair(of point: Int) {
    guard let pair = statement.pairs(ofDemand: point).first else { return }
    statement.sites.remove(at: pair)
    statement.costs.remove(at: pair)
    for row in point + 1..<statement.rowStarts.count { statement.rowStarts[row] -= 1 }
  }

  private mutating func changeParameter(_ numbers: inout SeededRandom) {
    let step: Int64 = Bool.random(using: &numbers) ? 1 : -1
    if let limit = statement.limit, Bool.random(using: &numbers) { statement.limit = limit + step }
    if let count = statement.siteCount, Bool.random(using: &numbers) {
      statement.siteCount = count + Int(step)
    }
    if let budget = statement.budget { statement.budget = budget + step }
    if let need = statement.need, Bool.random(using: &numbers) { statement.need = need + step }
    if let unit = statement.unitNeeds.indices.randomElement(using: &numbers) {
      statement.unitNeeds[unit] += step
      if Bool.random(using: &numbers) { statement.isUnitForced[unit].toggle() }
    }
    words = "a parameter by \(step)"
  }

  /// Changes the proof as one would who wants a claim to pass.
  mutating func bendProof(_ numbers: inout SeededRandom) {
    let node = proof.nodes.indices.randomElement(using: &numbers) ?? 0
    let vector = proof.multipliers.indices.randomElement(using: &numbers) ?? 0
    switch Int.random(in: 0..<7, using: &numbers) {
    case 0:
      proof.scale =
        [1, 2, proof.scale * 2, proof.scale * 1_000].randomElement(using: &numbers) ?? 1
    case 1 where !proof.multipliers.isEmpty:
      proof.multipliers[vector] = proof.multipliers[vector].map { min($0, 1 << 40) * 2 }
    case 2 where !proof.multipliers.isEmpty:
      let index = proof.multipliers[vector].indices.randomElement(using: &numbers) ?? 0
      proof.multipliers[vector][index] = .random(in: 0...(1 << 40), using: &numbers)
    case 3: proof.nodes.remove(at: node)
    case 4: proof.nodes[node] = .complete
    case 5: proof.nodes[node] = .bound(multipliers: vector, sitePrice: proof.scale)
    default: bendNode(node, &numbers)
    }
    words += ", with a proof bent at node \(node), vector \(vector)"
  }

  private mutating func bendNode(_ node: Int, _ numbers: inout SeededRandom) {
    let site = statement.candidateIDs.indices.randomElement(using: &numbers) ?? 0
    switch proof.nodes[node] {
    case .branch: proof.nodes[node] = .branch(site: site)
    case .fix(let vector, let price, let open, let closed):
      proof.nodes[node] = .fix(
        multipliers: vector, sitePrice: price, open: Array(open.dropLast()),
        closed: closed + open.suffix(1))
    case .reduce(let reductions):
      proof.nodes[node] = .reduce(reductions + [.site(site, by: 0)])
    case .parts(let parts):
      var parts = parts
      if !parts.isEmpty { parts[0].proof.objective += 1 }
      proof.nodes[node] = .parts(parts)
    case .bound, .complete: proof.nodes.append(.complete)
    }
    for cut in proof.cuts.indices {
      proof.cuts[cut].divisor = max(1, proof.cuts[cut].divisor / 2)
    }
  }
}
