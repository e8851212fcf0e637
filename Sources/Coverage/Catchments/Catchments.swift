/// Who is assigned to which facility, in whole persons, and who is left out.
///
/// Indices are those of the cost table the assignment was made from.
public struct Catchments: Sendable, Equatable {
  /// Persons of one demand point who go to one facility.
  public struct Part: Sendable, Equatable {
    /// The demand point.
    public var demand: Int
    /// The facility.
    public var supply: Int
    /// How many go there; 0 where an empty point falls into a catchment.
    public var persons: Int
    /// What it costs each of them, in the units of the table.
    public var cost: Int64

    /// Assigns persons.
    public init(demand: Int, supply: Int, persons: Int, cost: Int64) {
      self.demand = demand
      self.supply = supply
      self.persons = persons
      self.cost = cost
    }
  }

  /// Who goes where, sorted by demand point, then by facility.
  public var parts: [Part]
  /// Persons of each demand point who can reach a facility and are not served by any.
  public var displaced: [Int]
  /// Persons of each demand point without any facility within the limit.
  public var tooFar: [Int]
  /// Whether any facility is within the limit of each demand point.
  public var isWithin: [Bool]

  /// Assembles an assignment; parts are sorted already.
  public init(parts: [Part], displaced: [Int], tooFar: [Int], isWithin: [Bool]) {
    self.parts = parts
    self.displaced = displaced
    self.tooFar = tooFar
    self.isWithin = isWithin
  }

  /// Persons assigned to each of `count` facilities.
  public func loads(supplyCount count: Int) -> [Int] {
    var loads = Array(repeating: 0, count: count)
    for part in parts { loads[part.supply] += part.persons }
    return loads
  }

  /// The sum of persons times cost, in the units of the table.
  ///
  /// Wide enough for any table: 64 bits of persons times 63 of cost.
  public var personCost: Int128 {
    parts.reduce(0) { $0 + Int128($1.persons) * Int128($1.cost) }
  }
}

/// The rules by which demand points are assigned to facilities (docs/methods/catchments.md).
public enum CatchmentRule: String, Sendable, CaseIterable {
  /// Everybody to the nearest facility.
  case nearest
  /// The own township's facility first.
  case administrative
  /// As many as possible served, in the least time altogether, nobody beyond a capacity.
  case capacity
  /// Shared out by attraction and distance.
  case huff
}
