import Certificates
import LocationAllocation

extension SitingQuestion {
  /// The answer of the solver, with who goes where.
  func result(
    _ answer: ConditionedAnswer, _ statement: SitingStatement, _ conditions: SitingConditions
  ) -> SitingResult {
    let status: SitingResult.Status =
      answer.status == .optimal ? .optimal : answer.status == .infeasible ? .infeasible : .feasible
    let decimals = statement.objectiveDecimals
    var result = SitingResult(
      kind: kind, status: status, proof: status == .feasible ? .none : .solver,
      objective: answer.objective.map { ExactAmount($0, decimals: decimals) },
      bound: answer.bound.map { ExactAmount($0, decimals: decimals) },
      demandIDs: statement.demandIDs, candidateIDs: statement.candidateIDs,
      isFixed: statement.states.map { $0 == .fixed })
    result.selected = answer.selected
    result.alternatives = answer.alternatives
    result.areTiesComplete = answer.areTiesComplete ?? false
    result.uncoverable = uncoverable(statement, conditions)
    if let amounts = answer.amounts {
      result.assign(statement, amounts)
    } else {
      result.assign(statement)
    }
    if conditions.capacities == nil, kind != .hierarchical, kind != .joint {
      result.marginal = SiteAssignments(statement, selected: answer.selected).marginal.map {
        .init(
          candidate: $0.site,
          value: $0.value.map { ExactAmount($0, decimals: statement.demandDecimals) })
      }
    } else {
      let amounts = ConditionedMarginals(statement, conditions, selected: answer.selected)
      let own = statement.problem == .pMedian ? decimals : statement.demandDecimals
      result.marginal = amounts.order.map { site, value in
        .init(candidate: site, value: value.map { ExactAmount($0, decimals: own) })
      }
    }
    return result
  }

  /// Points without any candidate: within the limit, or in one of the sets that need one.
  private func uncoverable(
    _ statement: SitingStatement, _ conditions: SitingConditions
  ) -> [Int] {
    let points = statement.demands.count
    var hasNone = statement.demands.indices.map { point in
      !statement.pairs(ofDemand: point).contains {
        statement.costs[$0] <= statement.limit ?? .max
          && statement.states[Int(statement.sites[$0])] != .forbidden
      }
    }
    // Sets stand point by point, once for each service.
    for (index, set) in conditions.atLeastOne.enumerated() where points > 0 {
      if set.allSatisfy({ statement.states[$0] == .forbidden }) { hasNone[index % points] = true }
    }
    return hasNone.indices.filter { hasNone[$0] }
  }
}

extension SitingResult {
  /// Gives every demand point to the sites that the amounts of its pairs say.
  mutating func assign(_ statement: SitingStatement, _ amounts: [Int64]) {
    var isOpen = candidateIDs.map { _ in false }
    for site in selected { isOpen[site] = true }
    var (covered, total) = (Int128(0), Int128(0))
    func amount(_ units: Int128) -> ExactAmount {
      ExactAmount(units, decimals: statement.demandDecimals)
    }
    for point in statement.demands.indices {
      let demand = Int128(statement.demands[point])
      var left = demand
      var isWithin = false
      var isReached = false
      var near: (site: Int, cost: Int64)?
      for pair in statement.pairs(ofDemand: point) where isOpen[Int(statement.sites[pair])] {
        isReached = true
        let (site, cost) = (Int(statement.sites[pair]), statement.costs[pair])
        if cost <= statement.limit ?? .max {
          isWithin = true
          if cost < near?.cost ?? .max { near = (site, cost) }
        }
        guard amounts[pair] > 0 else { continue }
        left -= Int128(amounts[pair])
        assignments.append(
          Assignment(
            demand: point, candidate: site,
            cost: ExactAmount(Int128(cost), decimals: statement.costDecimals),
            amount: amount(Int128(amounts[pair])), service: .ok))
      }
      total += demand
      covered += demand - left
      guard left > 0 || demand == 0 else { continue }
      // A point without people belongs to its nearest open site; what is left has no room.
      let service: Service =
        isWithin ? (demand == 0 ? .ok : .full) : isReached ? .tooFar : .unreachable
      assignments.append(
        Assignment(
          demand: point, candidate: demand == 0 ? near?.site : nil,
          cost: demand == 0
            ? near.map { ExactAmount(Int128($0.cost), decimals: statement.costDecimals) } : nil,
          amount: amount(left), service: service))
    }
    coveredDemand = amount(covered)
    totalDemand = amount(total)
  }
}
