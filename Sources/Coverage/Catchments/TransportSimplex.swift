/// The primal network simplex on a transport problem, in whole numbers.
///
/// A basis is a tree of demands and nodes. Its root is one further demand, the slack: it fills
/// whatever capacity is left, at no cost. Almost every demand is a leaf, so its potential is read
/// off its only basic arc and the tree that pivots walk and repair holds little more than the
/// nodes. Bases are kept strongly feasible (W. H. Cunningham 1976: arcs away from the root carry
/// flow), which rules out cycling.
struct TransportSimplex {
  /// Persons on each arc of the problem.
  private(set) var flow: [Int]
  /// What is left of each node's capacity.
  private(set) var slack: [Int]
  /// The potential of each node: never above 0 at the end, 0 where capacity is left.
  private(set) var potential: [Int64]
  /// How many exchanges of arcs the solution took.
  private(set) var pivotCount = 0

  private let problem: TransportProblem
  private var tree: TransportTree

  /// Starts from an assignment to the nearest with room, in the order of the ids.
  init(_ problem: TransportProblem) {
    self.problem = problem
    flow = Array(repeating: 0, count: problem.arcCount)
    slack = problem.capacities
    potential = Array(repeating: 0, count: problem.nodeCount)
    var keyArcs: [Int] = []
    keyArcs.reserveCapacity(problem.demandCount)
    for demand in 0..<problem.demandCount {
      let arcs = problem.arcs(ofDemand: demand)
      let amount = problem.amounts[demand]
      var best = arcs.upperBound - 1
      // Every node keeps some slack, so that the first tree is strongly feasible.
      for arc in arcs
      where problem.costs[arc] < problem.costs[best] && slack[Int(problem.nodes[arc])] > amount {
        best = arc
      }
      flow[best] = amount
      slack[Int(problem.nodes[best])] -= amount
      keyArcs.append(best)
    }
    tree = TransportTree(problem, keyArcs: keyArcs)
  }

  /// Exchanges arcs until no arc saves anything.
  mutating func solve() {
    let block = max(16, Int(Double(problem.demandCount).squareRoot()) / 2)
    var next = 0
    while let entering = entering(from: &next, block: block) { pivot(entering) }
  }

  /// An arc that may enter the basis: a demand, the slack included, and a node.
  private struct Entering {
    var demand: Int
    var node: Int
    /// The arc of the problem; for the slack the number of arcs plus the node.
    var arc: Int
    /// Its reduced cost, negative.
    var reducedCost: Int64
  }

  /// The most negative arc of the first block of demands that has any.
  private func entering(from next: inout Int, block: Int) -> Entering? {
    let costs = problem.costs.span
    let nodes = problem.nodes.span
    let starts = problem.arcStarts.span
    let potential = potential.span
    let count = problem.demandCount + 1
    var best: Int64 = 0
    var found = (demand: -1, arc: -1)
    var left = block
    for _ in 0..<count {
      let demand = next
      next = next + 1 == count ? 0 : next + 1
      if demand == problem.demandCount {
        for node in 0..<potential.count where -potential[node] < best {
          best = -potential[node]
          found = (demand, problem.arcCount + node)
        }
      } else {
        let key = tree.keyArc(ofDemand: demand)
        let own = costs[key] &- potential[Int(nodes[key])]
        var least = best &+ own
        for arc in starts[demand]..<starts[demand + 1] {
          let value = costs[arc] &- potential[Int(nodes[arc])]
          if value < least {
            least = value
            found = (demand, arc)
          }
        }
        best = least &- own
      }
      left -= 1
      if left <= 0 {
        if best < 0 { break }
        left = block
      }
    }
    guard best < 0 else { return nil }
    let node = found.arc < problem.arcCount ? Int(nodes[found.arc]) : found.arc - problem.arcCount
    return Entering(demand: found.demand, node: node, arc: found.arc, reducedCost: best)
  }

  private mutating func pivot(_ entering: Entering) {
    pivotCount += 1
    tree.findCycle(demand: entering.demand, node: entering.node)
    // The last blocking arc on the way round from the apex leaves: on the demand's side the one
    // nearest to it, and before that, on the node's side, the one nearest to the apex.
    var leaving = -1
    var isOnDemandSide = true
    var least = Int.max
    for place in tree.demandSide where tree.isDemand(place) {
      let flow = flow(tree.arc(above: place))
      if flow < least { (leaving, least) = (place, flow) }
    }
    for place in tree.nodeSide where !tree.isDemand(place) {
      let flow = flow(tree.arc(above: place))
      if flow <= least { (leaving, least, isOnDemandSide) = (place, flow, false) }
    }
    if least > 0 {
      add(least, to: entering.arc)
      for place in tree.demandSide {
        add(tree.isDemand(place) ? -least : least, to: tree.arc(above: place))
      }
      for place in tree.nodeSide {
        add(tree.isDemand(place) ? least : -least, to: tree.arc(above: place))
      }
    }
    tree.exchange(
      leaving: leaving, isOnDemandSide: isOnDemandSide, demand: entering.demand,
      node: entering.node, arc: entering.arc)
    let change = isOnDemandSide ? -entering.reducedCost : entering.reducedCost
    for node in tree.moved { potential[node] += change }
  }

  private func flow(_ arc: Int) -> Int {
    arc < problem.arcCount ? flow[arc] : slack[arc - problem.arcCount]
  }

  private mutating func add(_ persons: Int, to arc: Int) {
    if arc < problem.arcCount {
      flow[arc] += persons
    } else {
      slack[arc - problem.arcCount] += persons
    }
  }
}
