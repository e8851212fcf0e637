public import TravelTimes

/// The step from one level of a hierarchy to the next: which parent each child is linked to.
public struct HierarchyLinks: Sendable, Equatable {
  /// A child with its nearest parent.
  public struct Link: Sendable, Equatable {
    /// The child, as an index of the table's demand side.
    public var child: Int
    /// The nearest parent, as an index of the supply side; ties go to the smallest id.
    public var parent: Int
    /// What it costs to get there, in the units of the table.
    public var cost: Int64

    /// Links a child to a parent.
    public init(child: Int, parent: Int, cost: Int64) {
      self.child = child
      self.parent = parent
      self.cost = cost
    }
  }

  /// The nearest parent of each child, also beyond the limit; nil where none can be reached.
  public let nearest: [Link?]
  /// Whether each child is linked: its nearest parent is within the limit.
  public let isLinked: [Bool]

  /// Links every child to its nearest parent.
  ///
  /// - Parameters:
  ///   - table: costs from the children to the parents.
  ///   - limit: a cost equal to it is within; nil for no limit.
  public init(_ table: CostTable, within limit: Int64?) {
    nearest = table.demandIDs.indices.map { child in
      var best: Link?
      for entry in table.entries(ofDemand: child) {
        let link = Link(
          child: child, parent: Int(table.supplies[entry]), cost: table.costs[entry])
        if let known = best, (known.cost, known.parent) <= (link.cost, link.parent) { continue }
        best = link
      }
      return best
    }
    isLinked = nearest.map { link in
      link.map { found in limit.map { found.cost <= $0 } ?? true } ?? false
    }
  }

  /// How many children are linked.
  public var linkedCount: Int { isLinked.count { $0 } }

  /// Children without a parent within the limit.
  public var orphans: [Int] { isLinked.indices.filter { !isLinked[$0] } }

  /// The weakest link: the longest of those within the limit; ties go to the smallest child.
  public var weakest: Link? {
    var weakest: Link?
    for child in isLinked.indices where isLinked[child] {
      guard let link = nearest[child] else { continue }
      if let known = weakest, known.cost >= link.cost { continue }
      weakest = link
    }
    return weakest
  }
}

/// Levels linked one above the other: villages to township centres to a district centre.
public struct Hierarchy: Sendable, Equatable {
  /// The steps from the lowest level up; the parents of one are the children of the next.
  public let steps: [HierarchyLinks]
  /// For each child of each step, whether an unbroken chain leads to the top.
  public let reachesTop: [[Bool]]

  /// Puts steps together.
  ///
  /// - Parameter steps: each with as many parents as the next has children, in the same order.
  public init(_ steps: [HierarchyLinks]) {
    self.steps = steps
    var reaches: [[Bool]] = []
    for step in steps.reversed() {
      let above = reaches.last
      reaches.append(
        step.isLinked.indices.map { child in
          guard step.isLinked[child], let link = step.nearest[child] else { return false }
          return above.map { $0[link.parent] } ?? true
        })
    }
    reachesTop = reaches.reversed()
  }
}
