import Certificates
import LocationAllocation

/// What open sites with capacities serve, by the shortest augmenting path each time.
enum NaiveFlow {
  /// All choices that fixed and forbidden sites and the number of sites allow.
  static func choices(_ statement: SitingStatement) -> [[Int]] {
    let count = statement.states.count
    return (0..<(1 << count)).map { mask in (0..<count).filter { mask >> $0 & 1 == 1 } }
      .filter { open in
        (statement.siteCount ?? open.count) == open.count
          && (0..<count).allSatisfy { site in
            open.contains(site)
              ? statement.states[site] != .forbidden : statement.states[site] != .fixed
          }
      }
  }

  /// The objective of a choice; nil when it cannot serve what it has to.
  static func value(
    _ statement: SitingStatement, _ conditions: SitingConditions, _ open: [Int]
  ) -> Int? {
    let costs = statement.demands.indices.map { point in
      open.map { site in
        statement.pairs(ofDemand: point).first {
          Int(statement.sites[$0]) == site && statement.costs[$0] <= statement.limit ?? .max
        }.map { Int(statement.costs[$0]) }
      }
    }
    let isForAll = statement.problem != .mclp
    if isForAll, costs.contains(where: { $0.allSatisfy { $0 == nil } }) { return nil }
    let demands = statement.demands.map { Int($0) }
    let rooms = open.map { Int(conditions.capacities?[$0] ?? 0) }
    let found =
      conditions.isWhole
      ? whole(demands, costs, rooms, isForAll ? .cheapest : .most)
      : divided(demands, costs, rooms)
    guard let found else { return nil }
    if isForAll, found.served < demands.reduce(0, +) { return nil }
    switch statement.problem {
    case .lscp: return open.count
    case .mclp: return found.served
    default: return found.cost
    }
  }

  private static func divided(
    _ demands: [Int], _ costs: [[Int?]], _ rooms: [Int]
  ) -> (served: Int, cost: Int)? {
    var flow = costs.map { $0.map { _ in 0 } }
    var (served, cost) = (0, 0)
    while true {
      // Bellman and Ford over points (first) and sites (after them).
      let points = demands.count
      var length = [Int](repeating: .max, count: points + rooms.count)
      var before = [Int](repeating: -1, count: length.count)
      for point in 0..<points where flow[point].reduce(0, +) < demands[point] { length[point] = 0 }
      for _ in length.indices {
        for point in 0..<points {
          for site in rooms.indices {
            guard let cost = costs[point][site] else { continue }
            if length[point] < .max, length[point] + cost < length[points + site] {
              length[points + site] = length[point] + cost
              before[points + site] = point
            }
            if flow[point][site] > 0, length[points + site] < .max,
              length[points + site] - cost < length[point]
            {
              length[point] = length[points + site] - cost
              before[point] = points + site
            }
          }
        }
      }
      let ends = rooms.indices.filter { site in
        length[points + site] < .max && flow.reduce(0) { $0 + $1[site] } < rooms[site]
      }
      guard let end = ends.min(by: { length[points + $0] < length[points + $1] }) else {
        return (served, cost)
      }
      served += 1
      cost += length[points + end]
      var node = points + end
      while before[node] >= 0 {
        let last = before[node]
        if node >= points { flow[last][node - points] += 1 } else { flow[node][last - points] -= 1 }
        node = last
      }
    }
  }

  private enum Aim { case most, cheapest }

  private static func whole(
    _ demands: [Int], _ costs: [[Int?]], _ rooms: [Int], _ aim: Aim, from point: Int = 0
  ) -> (served: Int, cost: Int)? {
    guard point < demands.count else { return (0, 0) }
    var best: (served: Int, cost: Int)?
    func offer(_ next: (served: Int, cost: Int)?, _ served: Int, _ cost: Int) {
      guard let next else { return }
      let sum = (served: next.served + served, cost: next.cost + cost)
      if let best, aim == .most ? sum.served <= best.served : sum.cost >= best.cost { return }
      best = sum
    }
    if aim == .most || demands[point] == 0 {
      offer(whole(demands, costs, rooms, aim, from: point + 1), 0, 0)
    }
    for site in rooms.indices where demands[point] > 0 && rooms[site] >= demands[point] {
      guard let cost = costs[point][site] else { continue }
      var left = rooms
      left[site] -= demands[point]
      offer(
        whole(demands, costs, left, aim, from: point + 1), demands[point], cost * demands[point])
    }
    return best
  }
}
