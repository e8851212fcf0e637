import Coverage
import Foundation

/// Each formula of `docs/methods/accessibility.md` written out over a full matrix, pair by pair.
struct NaiveAccess {
  /// Cost of each pair in minutes; nil where there is none.
  var minutes: [[Double?]]
  var demand: [Double]
  var supply: [Double]
  var limit: Double
  /// The weight of a cost that is within the limit.
  var weight: (Double) -> Double

  private func w(_ i: Int, _ j: Int) -> Double {
    guard let cost = minutes[i][j], cost <= limit else { return 0 }
    return weight(cost)
  }

  private func sum(_ count: Int, _ term: (Int) -> Double) -> Double {
    (0..<count).map(term).reduce(0, +)
  }

  /// The access of each demand point and the ratio of each supply, which is 0 where undefined.
  func answer(_ method: AccessMethod) -> (access: [Double], ratios: [Double]) {
    let n = demand.count
    let m = supply.count
    func ratio(_ load: Double, _ j: Int) -> Double { load > 0 ? supply[j] / load : 0 }
    func part(_ above: Double, _ below: Double) -> Double { below > 0 ? above / below : 0 }
    switch method {
    case .twoStep, .enhancedTwoStep, .kernelTwoStep:
      let r = (0..<m).map { j in ratio(sum(n) { demand[$0] * w($0, j) }, j) }
      return ((0..<n).map { i in sum(m) { r[$0] * w(i, $0) } }, r)
    case .threeStep:
      func g(_ i: Int, _ j: Int) -> Double { part(w(i, j), sum(m) { w(i, $0) }) }
      let r = (0..<m).map { j in ratio(sum(n) { g($0, j) * demand[$0] * w($0, j) }, j) }
      return ((0..<n).map { i in sum(m) { g(i, $0) * r[$0] * w(i, $0) } }, r)
    case .modifiedTwoStep:
      let r = (0..<m).map { j in ratio(sum(n) { demand[$0] * w($0, j) }, j) }
      return ((0..<n).map { i in sum(m) { r[$0] * w(i, $0) * w(i, $0) } }, r)
    case .modifiedHuffThreeStep:
      func g(_ i: Int, _ j: Int) -> Double {
        part(supply[j] * w(i, j), sum(m) { supply[$0] * w(i, $0) })
      }
      let r = (0..<m).map { j in ratio(sum(n) { demand[$0] * g($0, j) }, j) }
      return ((0..<n).map { i in sum(m) { g(i, $0) * r[$0] * w(i, $0) } }, r)
    case .balanced:
      func u(_ i: Int, _ j: Int) -> Double { part(w(i, j), sum(m) { w(i, $0) }) }
      func v(_ i: Int, _ j: Int) -> Double { part(w(i, j), sum(n) { w($0, j) }) }
      let r = (0..<m).map { j in ratio(sum(n) { demand[$0] * u($0, j) }, j) }
      return ((0..<n).map { i in sum(m) { r[$0] * v(i, $0) } }, r)
    case .gravity, .cumulative:
      return ((0..<n).map { i in sum(m) { supply[$0] * w(i, $0) } }, [])
    case .nearest:
      return ([], [])
    }
  }
}
