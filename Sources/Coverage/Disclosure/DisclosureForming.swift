/// Forms the groups of ``DisclosureGroups``.
struct DisclosureForming {
  private typealias Place = DisclosureGroups.Place
  private let units: [(id: String, places: [DisclosureGroups.Place])]

  init(_ places: [DisclosureGroups.Place]) {
    units = Dictionary(grouping: places, by: \.unit)
      .map { (id: $0.key, places: $0.value.sorted { ($0.count, $0.id) < ($1.count, $1.id) }) }
      .sorted { $0.id < $1.id }
  }

  func groups() -> [DisclosureGroups.Group] {
    var result: [[DisclosureGroups.Place]] = []
    var needy: [DisclosureGroups.Place] = []
    var free: [DisclosureGroups.Place] = []
    for unit in units {
      var (members, rest) = Self.grown(unit.places.filter(Self.isSmall), from: unit.places)
      if members.isEmpty {
        free += rest
      } else if Self.isSafe(members) {
        result.append(members)
        free += rest
      } else {
        needy += members
        rest = rest.filter { $0.count == 0 }
        free += rest
      }
    }
    guard !needy.isEmpty else { return result.map(Self.group) }
    // Units that cannot hide on their own hide together, then with the smallest places left,
    // and in the end with the group that has the smallest sum.
    free.sort { ($0.count, $0.id) < ($1.count, $1.id) }
    var (members, _) = Self.grown(needy, from: free)
    while !Self.isSafe(members), let smallest = Self.smallest(of: result) {
      members += result.remove(at: smallest)
    }
    result.append(members)
    return result.map(Self.group)
  }

  /// The members with the smallest others that are not zero, until they are safe.
  private static func grown(
    _ start: [DisclosureGroups.Place], from pool: [DisclosureGroups.Place]
  ) -> (members: [DisclosureGroups.Place], rest: [DisclosureGroups.Place]) {
    let taken = Set(start.map(\.id))
    var members = start
    var rest = pool.filter { !taken.contains($0.id) }
    guard !start.isEmpty else { return (members, rest) }
    while !isSafe(members), let next = rest.firstIndex(where: { $0.count > 0 }) {
      members.append(rest.remove(at: next))
    }
    return (members, rest)
  }

  private static func smallest(of groups: [[DisclosureGroups.Place]]) -> Int? {
    groups.indices.min { left, right in
      let sums = (
        groups[left].reduce(0) { $0 + $1.count }, groups[right].reduce(0) { $0 + $1.count }
      )
      return (sums.0, groups[left][0].id) < (sums.1, groups[right][0].id)
    }
  }

  private static func isSmall(_ place: DisclosureGroups.Place) -> Bool {
    (1..<DisclosureGroups.smallestShown).contains(place.count)
  }

  /// Whether a reader who knows the sum, and even which members are small, still has two or more
  /// possible values for each small one.
  private static func isSafe(_ members: [DisclosureGroups.Place]) -> Bool {
    let least = DisclosureGroups.smallestShown
    let small = members.count(where: isSmall)
    let large = members.count - small
    let sum = members.reduce(0) { $0 + $1.count }
    guard small > 0, members.count >= 2, sum >= least else { return false }
    let leastOthers = (small - 1) + large * least
    let mostOthers = large > 0 ? Int.max / 2 : (small - 1) * (least - 1)
    let low = max(1, sum - mostOthers)
    let high = min(least - 1, sum - leastOthers)
    return high > low
  }

  private static func group(_ members: [DisclosureGroups.Place]) -> DisclosureGroups.Group {
    DisclosureGroups.Group(
      ids: members.map(\.id).sorted(), sum: members.reduce(0) { $0 + $1.count },
      isSafe: isSafe(members))
  }
}
