import Coverage
import PlanningModel
import TestSupport
import TravelTimes

/// A small full matrix and the same as a cost table.
struct AccessInstance {
  var demand: [Double]
  var supply: [Double]
  /// Tenths of a minute; nil where there is no path.
  var tenths: [[Int64?]]

  /// The instance of the method table of `docs/methods/accessibility.md`.
  static let example = AccessInstance(
    demand: [100, 200, 50], supply: [10, 20], tenths: [[50, 250], [120, 80], [280, 150]])

  /// A random instance; some places are empty and some reach nothing.
  init(seed: Int) {
    var random = SeededRandom(seed: seed)
    let n = random.below(30) + 1
    let m = random.below(8) + 1
    demand = (0..<n).map { _ in random.below(6) == 0 ? 0 : Double(random.below(4000)) / 4 }
    supply = (0..<m).map { _ in random.below(8) == 0 ? 0 : Double(random.below(200)) / 2 }
    tenths = (0..<n).map { _ in
      (0..<m).map { _ in random.below(3) == 0 ? nil : Int64(random.below(450)) }
    }
  }

  init(demand: [Double], supply: [Double], tenths: [[Int64?]]) {
    self.demand = demand
    self.supply = supply
    self.tenths = tenths
  }

  /// The pairs as a table in minutes with one decimal, or in another unit.
  func table(_ unit: CostUnit = .minutes) -> CostTable {
    var rowStarts = [0]
    var supplies: [UInt32] = []
    var costs: [Int64] = []
    for row in tenths {
      for (supply, cost) in row.enumerated() {
        guard let cost else { continue }
        supplies.append(UInt32(supply))
        costs.append(unit == .seconds ? cost * 6 : cost)
      }
      rowStarts.append(supplies.count)
    }
    func id(_ letter: String, _ index: Int) -> String { "\(letter)\(100 + index)" }
    return CostTable(
      demandIDs: demand.indices.map { id("d", $0) }, supplyIDs: supply.indices.map { id("s", $0) },
      rowStarts: rowStarts, supplies: supplies, costs: costs, unit: unit,
      decimals: unit == .seconds ? 0 : 1)
  }

  func answer(
    _ method: AccessMethod, within minutes: Int, _ decay: DistanceDecay = .none,
    unit: CostUnit = .minutes
  ) -> FloatingCatchments {
    FloatingCatchmentQuestion(
      table: table(unit), demand: demand, supply: supply, method: method,
      limit: ExactDecimal(unit == .seconds ? minutes * 60 : minutes), decay: decay
    ).answer()
  }

  func naive(within minutes: Double, _ weight: @escaping (Double) -> Double) -> NaiveAccess {
    NaiveAccess(
      minutes: tenths.map { $0.map { $0.map { Double($0) / 10 } } }, demand: demand,
      supply: supply, limit: minutes, weight: weight)
  }
}

extension SeededRandom {
  /// A number from 0 up to, not including, `bound`.
  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
}
