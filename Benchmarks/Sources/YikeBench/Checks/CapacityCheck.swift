import Coverage
import TravelTimes

/// Whether an assignment is feasible and cannot be bettered.
///
/// An assignment is the best exactly when its residual network has no cycle of negative cost, so
/// no other solver is needed: potentials that satisfy every residual arc are the proof.
struct CapacityCheck {
  private let problem: AccessProblem
  private let capacities: [Int]

  init(_ problem: AccessProblem, _ capacities: [Int]) {
    self.problem = problem
    self.capacities = capacities
  }

  /// The words for the table.
  func check(_ answer: Catchments) throws -> String {
    let served = answer.parts.reduce(into: [Int](repeating: 0, count: problem.persons.count)) {
      $0[$1.demand] += $1.persons
    }
    for (demand, persons) in problem.persons.enumerated() {
      let all = served[demand] + answer.displaced[demand] + answer.tooFar[demand]
      try CheckFailure.unless(all == persons, "\(all) of \(persons) persons of \(demand)")
    }
    let loads = answer.loads(supplyCount: capacities.count)
    for (supply, load) in loads.enumerated() {
      try CheckFailure.unless(load <= capacities[supply], "facility \(supply) is too full")
    }
    let rounds = try potentials(residual(answer, loads))
    return "to the person; optimal (potentials after \(rounds) rounds)"
  }

  private typealias Arc = (from: Int, to: Int, cost: Int64)

  /// Who could go elsewhere at what cost: demand, then supply, then one node for the idle.
  private func residual(_ answer: Catchments, _ loads: [Int]) -> [Arc] {
    let people = problem.persons.count
    let idle = people + capacities.count
    // Dearer than any chain of changes: first as many as possible are served.
    let displacement = (problem.table.costs.max() ?? 0) * Int64(idle + 1)
    var arcs: [Arc] = []
    for demand in 0..<people {
      for entry in problem.table.entries(ofDemand: demand) {
        arcs.append(
          (demand, people + Int(problem.table.supplies[entry]), problem.table.costs[entry]))
      }
      if problem.table.entries(ofDemand: demand).isEmpty { continue }
      arcs.append((demand, idle, displacement))
      if answer.displaced[demand] > 0 { arcs.append((idle, demand, -displacement)) }
    }
    for part in answer.parts where part.persons > 0 {
      arcs.append((people + part.supply, part.demand, -part.cost))
    }
    for supply in capacities.indices {
      if loads[supply] < capacities[supply] { arcs.append((people + supply, idle, 0)) }
      if loads[supply] > 0 { arcs.append((idle, people + supply, 0)) }
    }
    return arcs
  }

  /// Lowers potentials until every arc is satisfied; fails when they never are.
  private func potentials(_ arcs: [Arc]) throws -> Int {
    let count = problem.persons.count + capacities.count + 1
    var potential = [Int64](repeating: 0, count: count)
    for round in 1...count {
      var isLowered = false
      for arc in arcs where potential[arc.from] + arc.cost < potential[arc.to] {
        potential[arc.to] = potential[arc.from] + arc.cost
        isLowered = true
      }
      if !isLowered { return round }
    }
    throw CheckFailure(description: "a cheaper assignment exists")
  }
}
