/// Conditions of a location problem beyond those that a certificate can be written for.
public struct SitingConditions: Sendable {
  /// A building that several candidates share and whose price is paid once.
  public struct Building: Sendable {
    /// What opening it costs, in the unit of the candidates' prices.
    public var price: Int64
    /// The candidates in it.
    public var sites: [Int]

    /// Names a building.
    public init(price: Int64, sites: [Int]) {
      self.price = price
      self.sites = sites
    }
  }

  /// A candidate that may only be open when one of others is.
  public struct Link: Sendable {
    /// The candidate.
    public var site: Int
    /// The candidates of which one has to be open with it.
    public var parents: [Int]

    /// Names a link.
    public init(site: Int, parents: [Int]) {
      self.site = site
      self.parents = parents
    }
  }

  /// How much demand each candidate can serve, in the unit of the demands; nil without limits.
  public var capacities: [Int64]?
  /// Whether the demand of a point goes to one site as a whole.
  public var isWhole = false
  /// The covered demand that each unit of the statement has to reach; empty for none.
  public var unitMinimums: [Int64] = []
  /// Sets of candidates of each of which one has to be open.
  public var atLeastOne: [[Int]] = []
  /// Candidates that need another one.
  public var links: [Link] = []
  /// Buildings with prices of their own.
  public var buildings: [Building] = []

  /// No conditions.
  public init() {}
}
