public import TravelTimes

/// Demand points with whole persons, facilities, and what lies between them.
public struct CatchmentInput: Sendable {
  /// What it costs to get from a demand point to a facility.
  public var table: CostTable
  /// Persons of each demand point, not negative, in the order of the table.
  public var persons: [Int]
  /// Pairs that cost more do not count, in the units of the table; nil for no limit.
  public var limit: Int64?

  /// Puts the question together.
  public init(table: CostTable, persons: [Int], limit: Int64? = nil) {
    self.table = table
    self.persons = persons
    self.limit = limit
  }

  /// Whether an entry of the table is within the limit; a cost equal to it is.
  @inline(__always)
  func isWithin(_ entry: Int) -> Bool { limit.map { table.costs[entry] <= $0 } ?? true }

  /// An assignment in which nobody is assigned: displaced where a facility is within the limit.
  func unassigned() -> Catchments {
    let isWithin = table.demandIDs.indices.map { demand in
      table.entries(ofDemand: demand).contains { self.isWithin($0) }
    }
    return Catchments(
      parts: [], displaced: zip(persons, isWithin).map { $1 ? $0 : 0 },
      tooFar: zip(persons, isWithin).map { $1 ? 0 : $0 }, isWithin: isWithin)
  }
}
