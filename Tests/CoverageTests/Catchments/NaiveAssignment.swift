import Coverage
import TravelTimes

/// A minimum-cost flow by repeated shortest paths (Bellman and Ford), written plainly and sharing
/// nothing with the engine: one augmentation at a time over every arc of the residual network.
struct NaiveAssignment {
  private struct Arc {
    var from: Int
    var to: Int
    var room: Int
    var cost: Int64
  }

  /// Persons served, and the least person-cost of serving that many.
  var served = 0
  var cost: Int64 = 0
  private var arcs: [Arc] = []
  private var nodeCount = 0

  /// Solves an instance.
  init(_ input: CatchmentInput, _ limits: SupplyCapacities) {
    let demands = input.persons.count
    let supplies = input.table.supplyIDs.count
    let pools = limits.pools.count
    let source = demands + supplies + pools
    let sink = source + 1
    nodeCount = sink + 1
    for demand in 0..<demands {
      add(source, demand, input.persons[demand], 0)
      for entry in input.table.entries(ofDemand: demand) {
        if let limit = input.limit, input.table.costs[entry] > limit { continue }
        add(
          demand, demands + Int(input.table.supplies[entry]), input.persons[demand],
          input.table.costs[entry])
      }
    }
    for supply in 0..<supplies {
      if let pool = limits.poolOfSupply[supply] {
        add(demands + supply, demands + supplies + pool, limits.pools[pool].persons, 0)
      } else {
        add(demands + supply, sink, limits.own[supply] ?? 0, 0)
      }
    }
    for pool in 0..<pools { add(demands + supplies + pool, sink, limits.pools[pool].persons, 0) }
    while augment(source, sink) {}
  }

  private mutating func add(_ from: Int, _ to: Int, _ room: Int, _ cost: Int64) {
    arcs.append(Arc(from: from, to: to, room: room, cost: cost))
    arcs.append(Arc(from: to, to: from, room: 0, cost: -cost))
  }

  private mutating func augment(_ source: Int, _ sink: Int) -> Bool {
    var distance: [Int64?] = Array(repeating: nil, count: nodeCount)
    var previous = Array(repeating: -1, count: nodeCount)
    distance[source] = 0
    var changed = true
    while changed {
      changed = false
      for (index, arc) in arcs.enumerated() where arc.room > 0 {
        guard let start = distance[arc.from] else { continue }
        if let known = distance[arc.to], known <= start + arc.cost { continue }
        distance[arc.to] = start + arc.cost
        previous[arc.to] = index
        changed = true
      }
    }
    guard let length = distance[sink] else { return false }
    var persons = Int.max
    var node = sink
    while node != source {
      persons = min(persons, arcs[previous[node]].room)
      node = arcs[previous[node]].from
    }
    node = sink
    while node != source {
      arcs[previous[node]].room -= persons
      arcs[previous[node] ^ 1].room += persons
      node = arcs[previous[node]].from
    }
    served += persons
    cost += Int64(persons) * length
    return true
  }
}

extension NaiveAssignment {
  /// The lexicographically first optimal assignment, found by trying: for each pair in order the
  /// most persons that can be nailed down on it without making the optimum worse.
  static func lexicographicFirst(
    _ input: CatchmentInput, _ limits: SupplyCapacities
  ) -> [[Int]] {
    let best = NaiveAssignment(input, limits)
    var rest = input
    var left = limits
    var served = 0
    var cost: Int64 = 0
    var result: [[Int]] = []
    for demand in input.persons.indices {
      var row: [Int] = []
      for entry in input.table.entries(ofDemand: demand) {
        let supply = Int(input.table.supplies[entry])
        // Nailed persons leave the instance; the pair itself goes out of reach.
        var open = rest
        open.table.costs[entry] = Int64.max / 4
        var nailed = 0
        if input.limit.map({ input.table.costs[entry] <= $0 }) ?? true {
          for persons in stride(from: rest.persons[demand], through: 1, by: -1) {
            var trial = open
            var room = left
            trial.persons[demand] -= persons
            guard room.take(persons, from: supply) else { continue }
            let solved = NaiveAssignment(trial, room)
            let sum = cost + Int64(persons) * input.table.costs[entry]
            if served + persons + solved.served == best.served, sum + solved.cost == best.cost {
              nailed = persons
              break
            }
          }
        }
        _ = left.take(nailed, from: supply)
        rest = open
        rest.persons[demand] -= nailed
        served += nailed
        cost += Int64(nailed) * input.table.costs[entry]
        row.append(nailed)
      }
      // Whoever is left of this demand is not served.
      rest.persons[demand] = 0
      result.append(row)
    }
    return result
  }
}

extension SupplyCapacities {
  /// Takes persons out of the capacity of a supply; false when it has not got them.
  fileprivate mutating func take(_ persons: Int, from supply: Int) -> Bool {
    if let pool = poolOfSupply[supply] {
      guard pools[pool].persons >= persons else { return false }
      pools[pool].persons -= persons
      return true
    }
    guard let capacity = own[supply], capacity >= persons else { return persons == 0 }
    own[supply] = capacity - persons
    return true
  }
}
