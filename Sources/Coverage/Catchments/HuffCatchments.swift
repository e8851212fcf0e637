import Foundation
import TravelTimes

/// Attraction and decay of the Huff model.
public struct HuffModel: Sendable, Equatable {
  /// The attraction of each facility, for example its capacity; not negative.
  public var attraction: [Double]
  /// The power of the attraction, α.
  public var attractionPower: Double
  /// The power of the distance, β.
  public var decayPower: Double

  /// Sets the model up, with the powers of the literature by default.
  public init(attraction: [Double], attractionPower: Double = 1, decayPower: Double = 2) {
    self.attraction = attraction
    self.attractionPower = attractionPower
    self.decayPower = decayPower
  }
}

extension CatchmentInput {
  /// Shares each demand point out by attraction and distance, in whole persons.
  ///
  /// A facility's part is p = Sᵅ t⁻ᵝ / Σ Sᵅ t⁻ᵝ over the facilities within the limit (Huff 1963),
  /// brought to whole persons by largest remainders, so that totals hold. Times are minutes, other costs plain numbers; both are floored at 1. Equal remainders go to
  /// the smallest id. Where nothing within the limit attracts anybody, people are displaced.
  /// No capacity bounds a share.
  public func huff(_ model: HuffModel) -> Catchments {
    var result = unassigned()
    let attraction = model.attraction.map { $0 > 0 ? pow($0, model.attractionPower) : 0 }
    for demand in table.demandIDs.indices {
      let entries = table.entries(ofDemand: demand).filter { isWithin($0) }
      let weights = entries.map { entry in
        let weight = attraction[Int(table.supplies[entry])]
        return weight == 0 ? 0 : weight / pow(flooredCost(entry), model.decayPower)
      }
      guard let shares = LargestRemainder.shares(of: persons[demand], weights: weights) else {
        continue
      }
      result.displaced[demand] = 0
      for (entry, share) in zip(entries, shares) where share > 0 {
        result.parts.append(
          .init(
            demand: demand, supply: Int(table.supplies[entry]), persons: share,
            cost: table.costs[entry]))
      }
    }
    return result
  }

  /// The cost in minutes, or as it is, but never under 1.
  private func flooredCost(_ entry: Int) -> Double {
    var scale = 1.0
    for _ in 0..<table.decimals { scale *= 10 }
    if table.unit == .seconds { scale *= 60 }
    return max(1, Double(table.costs[entry]) / scale)
  }
}

/// Shares a whole number out by weights without losing or making a person.
public enum LargestRemainder {
  /// Whole shares that sum to `total`: each floor first, then one more in the order of the
  /// remainders; ties go to the smaller position.
  ///
  /// - Returns: nil when no weight is positive.
  public static func shares(of total: Int, weights: [Double]) -> [Int]? {
    // Scaled by the largest, so that the sum cannot overflow.
    guard let largest = weights.max(), largest > 0 else { return nil }
    let scaled = weights.map { $0 / largest }
    let sum = scaled.reduce(0, +)
    let exact = scaled.map { Double(total) * ($0 / sum) }
    var shares = exact.map { Int($0.rounded(.down)) }
    var left = total - shares.reduce(0, +)
    let order = exact.indices.filter { weights[$0] > 0 }.sorted {
      let first = exact[$0] - exact[$0].rounded(.down)
      let second = exact[$1] - exact[$1].rounded(.down)
      return first == second ? $0 < $1 : first > second
    }
    // Rounding of doubles may leave the floors one above the total, or several below it.
    var position = 0
    while left > 0 {
      shares[order[position % order.count]] += 1
      position += 1
      left -= 1
    }
    position = order.count - 1
    while left < 0 {
      let index = order[position]
      if shares[index] > 0 {
        shares[index] -= 1
        left += 1
      }
      position = position == 0 ? order.count - 1 : position - 1
    }
    return shares
  }
}
