/// Which sites to open when: what has to be reached by the end of which period, and what it takes.
///
/// Everything is whole numbers; what has opened stays open.
public struct PhasedStatement: Sendable {
  /// A site that may open.
  public struct Site: Sendable {
    /// Its id; of equally good plans the one whose smaller ids open earlier is the answer.
    public var id: String
    /// What opening costs in each period, by which plans are compared (present values).
    public var costs: [Int64]
    /// What is paid in the period of opening, by which the budget is kept.
    public var price: Int64
    /// Posts that are filled from its opening on.
    public var staff: Int64
    /// The periods in which it may open; empty for none.
    public var window: Range<Int>
    /// Whether it has to open.
    public var isRequired: Bool
    /// It opens only where one of these sites is open, in the same period or before; nil for a
    /// site that stands by itself.
    public var services: [Int]?
    /// The periods in which such a service stands already, whatever is built.
    public var isServed: [Bool]

    /// A site that stands by itself and may open in any period.
    public init(id: String, price: Int64, staff: Int64 = 0, periods: Int) {
      self.id = id
      self.price = price
      self.staff = staff
      costs = Array(repeating: price, count: periods)
      window = 0..<periods
      isRequired = false
      isServed = Array(repeating: false, count: periods)
    }
  }

  /// People, or a unit by itself, who count together when one of some sites is open.
  public struct Point: Sendable {
    /// How much they weigh.
    public var weight: Int64
    /// The sites that serve them, ascending.
    public var sites: [Int]
    /// In which periods they are served whatever is built.
    public var isServed: [Bool]

    /// States a point.
    public init(weight: Int64, sites: [Int], isServed: [Bool]) {
      self.weight = weight
      self.sites = sites
      self.isServed = isServed
    }
  }

  /// Points that count for so much once enough of their weight is served.
  public struct Group: Sendable {
    /// What it counts for.
    public var value: Int64
    /// The weight that has to be served.
    public var need: Int64
    /// Its points.
    public var points: [Point]

    /// States a group.
    public init(value: Int64, need: Int64, points: [Point]) {
      self.value = value
      self.need = need
      self.points = points
    }
  }

  /// Something to be reached.
  public struct Target: Sendable {
    /// What counts for it.
    public var groups: [Group]
    /// What has to be reached by the end of each period; nil where nothing is asked.
    public var needs: [Int64?]

    /// States a target.
    public init(groups: [Group], needs: [Int64?]) {
      self.groups = groups
      self.needs = needs
    }
  }

  /// So many of some sites, or so much of a group's weight, from a period on.
  public struct Floor: Sendable {
    /// The first period in which it holds.
    public var period: Int
    /// What is counted.
    public var kind: Kind

    /// What is counted.
    public enum Kind: Sendable {
      /// At least so many of these sites are open.
      case sites([Int], least: Int)
      /// The group counts.
      case group(Group)
    }

    /// States a floor.
    public init(period: Int, kind: Kind) {
      self.period = period
      self.kind = kind
    }
  }

  /// How many periods there are.
  public var periods: Int
  /// The year of each period, from 0, ascending.
  public var yearOfPeriod: [Int]
  /// Sites by id.
  public var sites: [Site]
  /// What is to be reached, the more important first.
  public var targets: [Target] = []
  /// What each part of the district is owed.
  public var floors: [Floor] = []
  /// The money of each year; nil for no limit.
  public var budgets: [Int64?]
  /// Whether money that a year leaves may be spent later.
  public var carriesOver = false
  /// The posts there are in each year; nil for no limit.
  public var staffLimits: [Int64?]

  /// How many years there are.
  public var years: Int { budgets.count }

  /// States sites and periods, without limits and without targets.
  public init(yearOfPeriod: [Int], sites: [Site]) {
    self.yearOfPeriod = yearOfPeriod
    self.sites = sites
    periods = yearOfPeriod.count
    let years = (yearOfPeriod.last ?? -1) + 1
    budgets = Array(repeating: nil, count: years)
    staffLimits = Array(repeating: nil, count: years)
  }
}
