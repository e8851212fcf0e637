/// A condition that is let go of, to see whether it is the one that cannot be met.
enum PhasedRelief: Hashable {
  /// None.
  case nothing
  /// The money of a year may be exceeded, by as little as possible.
  case money(year: Int)
  /// The posts of a year may be exceeded.
  case posts(year: Int)
  /// What a target needs by the end of a period may be missed.
  case need(target: Int, period: Int)
  /// One floor does not hold.
  case floor(Int)
  /// Whole families of conditions do not hold.
  case families(Set<Family>)

  /// A family of conditions.
  enum Family: Hashable {
    case money, posts, windows, services, floors
  }

  func forgets(_ family: Family) -> Bool {
    if case .families(let families) = self { families.contains(family) } else { false }
  }

  /// Whether a year has more money than it is given.
  func addsMoney(in year: Int, carriesOver: Bool) -> Bool {
    guard case .money(let relieved) = self else { return false }
    return relieved == year || carriesOver && relieved < year
  }
}

/// Why there is no plan: the first period whose conditions cannot be met together, and each single
/// change that would make it possible.
public struct PhasedFailure: Sendable, Hashable {
  /// The first period that fails; all before it can be met.
  public var period: Int
  /// Every single change that suffices, or, where none does, how far each target can get.
  public var remedies: [Remedy]

  /// What would do.
  public enum Remedy: Sendable, Hashable {
    /// The least money of a year.
    case money(year: Int, least: Int64)
    /// The fewest posts of a year.
    case posts(year: Int, least: Int64)
    /// The most that can be asked of a target in the period.
    case need(target: Int, most: Int64)
    /// Without one floor.
    case floor(Int)
    /// Without the periods in which sites may open.
    case windows
    /// Without the order of services and their feeders.
    case services
    /// With any money and any posts.
    case moneyAndPosts
    /// No single change suffices; with all sites open a target comes to this in the period.
    case reachable(target: Int, most: Int64)
  }
}
