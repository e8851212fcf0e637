/// What the numbers of a cost table count.
public enum CostUnit: String, Sendable, CaseIterable {
  /// Seconds.
  case seconds = "s"
  /// Minutes.
  case minutes = "min"
  /// Metres.
  case metres = "m"
  /// A plain number: money, effort, a score.
  case none
}

/// A sparse table of costs between named demand and supply, as exact decimals.
///
/// Demand `i` has the entries `rowStarts[i] ..< rowStarts[i + 1]`, sorted by supply. A pair that
/// is not in the table is unreachable. Ids of either side are unique and sorted bytewise, so that
/// an index stands for its id in every tie. Costs are whole multiples of
/// `10^-decimals` of ``unit``: a limit is compared with them exactly, never through a double.
public struct CostTable: Sendable, Equatable {
  /// The ids of the demand side, sorted bytewise.
  public var demandIDs: [String]
  /// The ids of the supply side (facilities or candidates), sorted bytewise.
  public var supplyIDs: [String]
  /// Start of each demand's entries, and one past the last; `demandIDs.count + 1` numbers.
  public var rowStarts: [Int]
  /// The supply of each entry, as an index of ``supplyIDs``.
  public var supplies: [UInt32]
  /// The cost of each entry, not negative, in units of `10^-decimals`.
  public var costs: [Int64]
  /// What the costs count.
  public var unit: CostUnit
  /// How many decimals the costs have.
  public var decimals: Int

  /// Assembles a table.
  public init(
    demandIDs: [String], supplyIDs: [String], rowStarts: [Int], supplies: [UInt32],
    costs: [Int64], unit: CostUnit, decimals: Int
  ) {
    self.demandIDs = demandIDs
    self.supplyIDs = supplyIDs
    self.rowStarts = rowStarts
    self.supplies = supplies
    self.costs = costs
    self.unit = unit
    self.decimals = decimals
  }

  /// The entries of one demand.
  public func entries(ofDemand demand: Int) -> Range<Int> {
    rowStarts[demand]..<rowStarts[demand + 1]
  }
}
