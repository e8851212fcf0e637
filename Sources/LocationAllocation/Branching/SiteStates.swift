/// Which sites are open, closed or undecided at a node of the tree, and the way back.
struct SiteStates: Sendable {
  /// Open and closed, or neither.
  enum State: UInt8, Sendable {
    case free
    case open
    case closed
  }

  private(set) var state: [State]
  private(set) var openCount = 0
  private(set) var freeCount: Int
  private var trail: [Int] = []

  /// All sites undecided.
  init(count: Int) {
    state = Array(repeating: .free, count: count)
    freeCount = count
  }

  subscript(_ site: Int) -> State { state[site] }

  /// Where to return to with ``undo(to:)``.
  var mark: Int { trail.count }

  /// Decides a site.
  mutating func decide(_ site: Int, _ new: State) {
    state[site] = new
    freeCount -= 1
    if new == .open { openCount += 1 }
    trail.append(site)
  }

  /// Undoes what was decided since a mark.
  mutating func undo(to mark: Int) {
    while trail.count > mark {
      let site = trail.removeLast()
      if state[site] == .open { openCount -= 1 }
      state[site] = .free
      freeCount += 1
    }
  }

  /// The open sites, ascending.
  var open: [Int] { state.indices.filter { state[$0] == .open } }

  /// The undecided sites, ascending.
  var free: [Int] { state.indices.filter { state[$0] == .free } }
}
