import Coverage
import TestSupport
import TravelTimes

/// A random question of catchments, small enough for the naive solver.
struct RandomInstance {
  var input: CatchmentInput
  var capacities: SupplyCapacities

  /// Demands and supplies up to the counts given; costs up to `largestCost`, so that a small one
  /// makes many ties.
  init(seed: Int, demands: Int, supplies: Int, largestCost: Int64, largestCount: Int) {
    var random = SeededRandom(seed: seed)
    let demandCount = Int.random(in: 1...demands, using: &random)
    let supplyCount = Int.random(in: 1...supplies, using: &random)
    var pairs: [(Int, Int, Int64)] = []
    let share = Double.random(in: 0.3...1, using: &random)
    for demand in 0..<demandCount {
      for supply in 0..<supplyCount where Double.random(in: 0..<1, using: &random) < share {
        pairs.append((demand, supply, Int64.random(in: 0...largestCost, using: &random)))
      }
    }
    let persons = (0..<demandCount).map { _ in Int.random(in: 0...largestCount, using: &random) }
    let limit = Bool.random(using: &random) ? largestCost * 3 / 4 : nil
    input = CatchmentInput(
      table: CostTable(pairs: pairs, demands: demandCount, supplies: supplyCount),
      persons: persons, limit: limit)
    let room = max(1, 2 * largestCount * demandCount / supplyCount)
    let own = (0..<supplyCount).map { _ -> Int? in
      Int.random(in: 0..<5, using: &random) == 0 ? 0 : Int.random(in: 0...room, using: &random)
    }
    capacities = SupplyCapacities(own: own)
    if supplyCount > 2, Bool.random(using: &random) {
      // The first two share one capacity, as two services of one building may.
      capacities.own[0] = nil
      capacities.own[1] = nil
      capacities.poolOfSupply[0] = 0
      capacities.poolOfSupply[1] = 0
      capacities.pools = [.init(id: "pool", persons: Int.random(in: 0...room, using: &random))]
    }
  }
}

extension CostTable {
  /// A table of seconds between `d000`… and `s000`…; pairs sorted by demand, then supply.
  init(pairs: [(Int, Int, Int64)], demands: Int, supplies: Int) {
    func name(_ letter: String, _ index: Int) -> String {
      let digits = String(index)
      return letter + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    }
    var starts = Array(repeating: 0, count: demands + 1)
    for pair in pairs { starts[pair.0 + 1] += 1 }
    for demand in 0..<demands { starts[demand + 1] += starts[demand] }
    self.init(
      demandIDs: (0..<demands).map { name("d", $0) },
      supplyIDs: (0..<supplies).map { name("s", $0) }, rowStarts: starts,
      supplies: pairs.map { UInt32($0.1) }, costs: pairs.map(\.2), unit: .seconds, decimals: 0)
  }
}
