/// The tree of a basis: demands and nodes as places, each hung from a place of the other kind.
///
/// Places `0 ..< demandCount` are demands, `demandCount` is the slack and the root, the nodes
/// follow. A demand is in the list of its node only while it carries nodes itself.
struct TransportTree {
  private let root: Int
  private let arcCount: Int
  private var parent: [Int32]
  private var parentArc: [Int]
  /// The depth of each node; a demand's is one more than its node's.
  private var nodeDepth: [Int32]
  private var firstChild: [Int32]
  private var nextSibling: [Int32]
  private var previousSibling: [Int32]
  /// The way from the demand of an entering arc up to where it meets the other, left out.
  private(set) var demandSide: [Int] = []
  /// The way from its node, likewise.
  private(set) var nodeSide: [Int] = []
  /// The nodes that the last exchange moved.
  private(set) var moved: [Int] = []

  private static let none: Int32 = -1

  /// Every node hangs from the root by its slack, every demand from the node of its key arc.
  init(_ problem: TransportProblem, keyArcs: [Int]) {
    root = problem.demandCount
    arcCount = problem.arcCount
    let count = problem.demandCount + 1 + problem.nodeCount
    parent = Array(repeating: Self.none, count: count)
    parentArc = Array(repeating: -1, count: count)
    nodeDepth = Array(repeating: 1, count: problem.nodeCount)
    firstChild = Array(repeating: Self.none, count: count)
    nextSibling = Array(repeating: Self.none, count: count)
    previousSibling = Array(repeating: Self.none, count: count)
    for (demand, arc) in keyArcs.enumerated() {
      parent[demand] = Int32(root + 1 + Int(problem.nodes[arc]))
      parentArc[demand] = arc
    }
    for node in 0..<problem.nodeCount {
      attach(root + 1 + node, to: root, by: arcCount + node)
    }
  }

  /// Whether a place is a demand or the slack.
  @inline(__always)
  func isDemand(_ place: Int) -> Bool { place <= root }

  /// The arc from which a place hangs.
  @inline(__always)
  func arc(above place: Int) -> Int { parentArc[place] }

  /// The basic arc by which a demand's potential is known.
  @inline(__always)
  func keyArc(ofDemand demand: Int) -> Int { parentArc[demand] }

  private func depth(_ place: Int) -> Int32 {
    if place == root { return 0 }
    return place > root
      ? nodeDepth[place - root - 1] : nodeDepth[Int(parent[place]) - root - 1] + 1
  }

  /// Finds the cycle that an arc from a demand to a node closes, as its two sides.
  mutating func findCycle(demand: Int, node: Int) {
    demandSide.removeAll(keepingCapacity: true)
    nodeSide.removeAll(keepingCapacity: true)
    var first = demand
    var second = root + 1 + node
    var firstDepth = depth(first)
    var secondDepth = depth(second)
    while first != second {
      if firstDepth >= secondDepth {
        demandSide.append(first)
        first = Int(parent[first])
        firstDepth -= 1
      } else {
        nodeSide.append(second)
        second = Int(parent[second])
        secondDepth -= 1
      }
    }
  }

  /// Takes the arc above `leaving` out and puts the entering arc in: what hung below it is turned
  /// round and hangs from the entering arc's other end.
  mutating func exchange(
    leaving: Int, isOnDemandSide: Bool, demand: Int, node: Int, arc: Int
  ) {
    let nodePlace = root + 1 + node
    var place = isOnDemandSide ? demand : nodePlace
    var newParent = isOnDemandSide ? nodePlace : demand
    var newArc = arc
    let top = place
    while true {
      let oldParent = Int(parent[place])
      let oldArc = parentArc[place]
      detach(place)
      attach(place, to: newParent, by: newArc)
      if place == leaving { break }
      (newParent, newArc, place) = (place, oldArc, oldParent)
    }
    collectMoved(below: top)
  }

  private mutating func collectMoved(below top: Int) {
    moved.removeAll(keepingCapacity: true)
    if isDemand(top) {
      collectChildren(of: top)
    } else {
      visit(top)
    }
    var position = 0
    while position < moved.count {
      var demand = firstChild[root + 1 + moved[position]]
      while demand != Self.none {
        collectChildren(of: Int(demand))
        demand = nextSibling[Int(demand)]
      }
      position += 1
    }
  }

  private mutating func collectChildren(of demand: Int) {
    var child = firstChild[demand]
    while child != Self.none {
      visit(Int(child))
      child = nextSibling[Int(child)]
    }
  }

  private mutating func visit(_ place: Int) {
    nodeDepth[place - root - 1] = depth(Int(parent[place])) + 1
    moved.append(place - root - 1)
  }

  /// A demand without children is in no list.
  private func isListed(_ place: Int) -> Bool {
    place > root || (place != root && firstChild[place] != Self.none)
  }

  private mutating func attach(_ place: Int, to newParent: Int, by arc: Int) {
    parent[place] = Int32(newParent)
    parentArc[place] = arc
    guard isListed(place) else { return }
    let wasListed = isListed(newParent)
    link(place)
    if newParent < root, !wasListed { link(newParent) }
  }

  private mutating func detach(_ place: Int) {
    guard isListed(place) else { return }
    let old = Int(parent[place])
    unlink(place)
    // Its last child gone, a demand leaves the list of its own parent.
    if old < root, firstChild[old] == Self.none { unlink(old) }
  }

  private mutating func link(_ place: Int) {
    let above = Int(parent[place])
    let next = firstChild[above]
    previousSibling[place] = Self.none
    nextSibling[place] = next
    if next != Self.none { previousSibling[Int(next)] = Int32(place) }
    firstChild[above] = Int32(place)
  }

  private mutating func unlink(_ place: Int) {
    let (previous, next) = (previousSibling[place], nextSibling[place])
    if previous == Self.none {
      firstChild[Int(parent[place])] = next
    } else {
      nextSibling[Int(previous)] = next
    }
    if next != Self.none { previousSibling[Int(next)] = previous }
  }
}
