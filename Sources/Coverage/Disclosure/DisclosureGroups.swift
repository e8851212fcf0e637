/// Which places of a sensitive cohort are only ever published together.
///
/// A count from 1 to 4 is small. Its place joins others in a group, and every figure that leaves
/// is a sum of shown places and of whole groups, or a range. The groups depend on the counts
/// alone, never on a question, a limit or a service, so that any set of outputs together tells
/// no more than the sums of the groups (cell suppression with fixed complements; compare
/// Willenborg & de Waal 2001, *Elements of Statistical Disclosure Control*, ch. 4; DESIGN §5.13).
public struct DisclosureGroups: Sendable, Equatable {
  /// A place and how many of the cohort it has.
  public struct Place: Sendable, Hashable {
    /// The place's id, unique.
    public var id: String
    /// The unit whose total is published.
    public var unit: String
    /// Its count, not negative.
    public var count: Int

    /// Makes a place.
    public init(id: String, unit: String, count: Int) {
      self.id = id
      self.unit = unit
      self.count = count
    }
  }

  /// Places that are published together.
  public struct Group: Sendable, Equatable {
    /// Their ids, sorted bytewise.
    public var ids: [String]
    /// The sum of their counts.
    public var sum: Int
    /// Whether the sum hides each small count; if not, the sum does not leave either.
    public var isSafe: Bool
  }

  /// The groups; a place in none of them is shown.
  public let groups: [Group]
  private let countOf: [String: Int]
  private let groupOf: [String: Int]

  /// The smallest count that may be shown, but for zero.
  public static let smallestShown = 5

  /// Forms the groups.
  ///
  /// Within a unit the small places take in the smallest others until their sum hides each of
  /// them; where a unit has too few, it shares a group with the units next in size, whose totals
  /// then become ranges as well.
  public init(_ places: [Place]) {
    let forming = DisclosureForming(places)
    groups = forming.groups()
    countOf = Dictionary(places.map { ($0.id, $0.count) }, uniquingKeysWith: { first, _ in first })
    groupOf = Dictionary(
      groups.enumerated().flatMap { index, group in group.ids.map { ($0, index) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// Whether a place's own count is withheld.
  public func hides(_ id: String) -> Bool { groupOf[id] != nil }

  /// What may be said of a sum over places: a single value, or the range that the shown places
  /// and the whole groups leave.
  ///
  /// - Parameter ids: the places added up, each once; unknown ids count nothing.
  public func publishable(_ ids: some Sequence<String>) -> ClosedRange<Int> {
    var low = 0
    var taken: [Int: Int] = [:]
    for id in ids {
      guard let group = groupOf[id] else {
        low += countOf[id] ?? 0
        continue
      }
      taken[group, default: 0] += 1
    }
    var open = 0
    for (index, count) in taken {
      let group = groups[index]
      if count == group.ids.count && group.isSafe {
        low += group.sum
      } else {
        // The upper end of an unsafe group is a round figure, not its sum.
        open += group.isSafe ? group.sum : Self.smallestShown * group.ids.count
      }
    }
    return low...(low + open)
  }
}
