/// How many persons each facility can serve, alone or together with others of its building.
///
/// A centre that offers three services has three capacities, or one that they share: then the
/// supplies name the same pool. A supply has either a capacity of its own or a pool.
public struct SupplyCapacities: Sendable, Equatable {
  /// A capacity that several supplies draw on.
  public struct Pool: Sendable, Equatable {
    /// What it is called: the site.
    public var id: String
    /// Persons that all of them together can serve, not negative.
    public var persons: Int

    /// Declares a shared capacity.
    public init(id: String, persons: Int) {
      self.id = id
      self.persons = persons
    }
  }

  /// The capacity of each supply's own, in persons; nil where none is declared.
  public var own: [Int?]
  /// The pool each supply draws on, as an index of ``pools``; nil for none.
  public var poolOfSupply: [Int?]
  /// The shared capacities.
  public var pools: [Pool]

  /// Capacities of each supply's own; nil where none is declared.
  public init(own: [Int?]) {
    self.own = own
    poolOfSupply = Array(repeating: nil, count: own.count)
    pools = []
  }

  /// Capacities of which some are shared.
  public init(own: [Int?], poolOfSupply: [Int?], pools: [Pool]) {
    self.own = own
    self.poolOfSupply = poolOfSupply
    self.pools = pools
  }

  /// Whether neither a capacity nor a pool is declared for a supply.
  public func isUndeclared(_ supply: Int) -> Bool {
    own[supply] == nil && poolOfSupply[supply] == nil
  }
}
