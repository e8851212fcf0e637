/// Which sites are decided at a node of a proof's tree.
struct DecidedSites {
  enum Decision {
    case free
    case open
    case closed
  }

  private var decisions: [Decision]
  private var order: [Int] = []
  private(set) var openCount = 0

  init(count: Int) { decisions = Array(repeating: .free, count: count) }

  subscript(_ site: Int) -> Decision { decisions[site] }

  /// How many decisions were taken.
  var count: Int { order.count }
  /// Whether none is left.
  var isComplete: Bool { order.count == decisions.count }
  /// The open sites, ascending.
  var open: [Int] { decisions.indices.filter { decisions[$0] == .open } }

  /// Decides a free site; false when it was decided already.
  mutating func decide(_ site: Int, _ decision: Decision) -> Bool {
    guard decisions[site] == .free else { return false }
    decisions[site] = decision
    order.append(site)
    if decision == .open { openCount += 1 }
    return true
  }

  /// Takes back the last decisions until so many are left.
  mutating func takeBack(to count: Int) {
    while order.count > count {
      let site = order.removeLast()
      if decisions[site] == .open { openCount -= 1 }
      decisions[site] = .free
    }
  }
}
