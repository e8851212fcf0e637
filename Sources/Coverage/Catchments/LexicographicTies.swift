/// Chooses among assignments of equal cost the lexicographically first (DESIGN §5.9).
///
/// Demands by id; each gives as much as possible to its smallest facility id, then to the next;
/// not being served comes last. Every optimal assignment uses only arcs without reduced cost, so
/// persons are moved round cycles of such arcs, and arcs of demands already settled stay fixed.
struct LexicographicTies {
  /// Persons on each arc of the problem.
  private(set) var flow: [Int]
  private var slack: [Int]
  private let problem: TransportProblem
  /// Arcs without reduced cost of the demands that have several, sorted by supply.
  private var tightArcs: [Int] = []
  private var tightStarts: [Int] = [0]
  /// The demand of the problem behind each.
  private var demands: [Int] = []
  /// For each node the tight arcs that lead to it, as positions in `tightArcs`.
  private let arrivalStarts: [Int]
  private var arrivals: [Int] = []
  private var demandOfTight: [Int] = []
  /// Nodes whose slack costs nothing.
  private let freeNodes: [Int]
  private var search: TieSearch

  /// Finds the arcs on which optimal assignments may differ.
  init(_ problem: TransportProblem, _ simplex: TransportSimplex) {
    self.problem = problem
    flow = simplex.flow
    slack = simplex.slack
    freeNodes = (0..<problem.nodeCount).filter { simplex.potential[$0] == 0 }
    for demand in 0..<problem.demandCount {
      let arcs = problem.arcs(ofDemand: demand)
      let values = arcs.map { problem.costs[$0] - simplex.potential[Int(problem.nodes[$0])] }
      let least = values.min() ?? 0
      let tight = zip(arcs, values).filter { $1 == least }.map(\.0)
      guard tight.count > 1 else { continue }
      demandOfTight += Array(repeating: demands.count, count: tight.count)
      tightArcs += tight
      tightStarts.append(tightArcs.count)
      demands.append(demand)
    }
    var starts = Array(repeating: 0, count: problem.nodeCount + 1)
    for arc in tightArcs { starts[Int(problem.nodes[arc]) + 1] += 1 }
    for node in 0..<problem.nodeCount { starts[node + 1] += starts[node] }
    arrivalStarts = starts
    arrivals = Array(repeating: 0, count: tightArcs.count)
    for (position, arc) in tightArcs.enumerated() {
      arrivals[starts[Int(problem.nodes[arc])]] = position
      starts[Int(problem.nodes[arc])] += 1
    }
    search = TieSearch(nodeCount: problem.nodeCount, demandCount: demands.count)
  }

  /// Moves persons until the assignment is the lexicographically first.
  mutating func settle() {
    for demand in demands.indices {
      let range = tightStarts[demand]..<tightStarts[demand + 1]
      for position in range {
        // Persons of this demand on later arcs could come over to this one.
        while let target = path(from: position, to: position + 1..<range.upperBound, demand) {
          move(from: target, to: position)
        }
      }
    }
  }

  /// Searches from the node of an arc, over persons of later demands that could make room there,
  /// for a node that has persons of this demand on a later arc.
  ///
  /// - Returns: that later arc; the way to it is in `search`.
  private mutating func path(from position: Int, to later: Range<Int>, _ demand: Int) -> Int? {
    guard later.contains(where: { flow[tightArcs[$0]] > 0 }) else { return nil }
    search.start(at: node(position))
    while let node = search.nextNode() {
      for target in later where self.node(target) == node && flow[tightArcs[target]] > 0 {
        search.end = node
        return target
      }
      for slot in arrivalStarts[node]..<arrivalStarts[node + 1] {
        let arrival = arrivals[slot]
        let other = demandOfTight[arrival]
        guard other > demand, flow[tightArcs[arrival]] > 0, search.takeDemand(other) else {
          continue
        }
        for leaving in tightStarts[other]..<tightStarts[other + 1] {
          search.reach(self.node(leaving), by: .init(from: node, less: arrival, more: leaving))
        }
      }
      if slack[node] > 0, search.takeSlack() {
        for free in freeNodes { search.reach(free, by: .init(from: node, less: nil, more: nil)) }
      }
    }
    return nil
  }

  private func node(_ position: Int) -> Int { Int(problem.nodes[tightArcs[position]]) }

  /// Moves as many persons as the way of the last search allows.
  private mutating func move(from target: Int, to position: Int) {
    let way = search.way
    var least = flow[tightArcs[target]]
    for (_, step) in way {
      least = min(least, step.less.map { flow[tightArcs[$0]] } ?? slack[step.from])
    }
    flow[tightArcs[target]] -= least
    flow[tightArcs[position]] += least
    for (node, step) in way {
      if let less = step.less, let more = step.more {
        flow[tightArcs[less]] -= least
        flow[tightArcs[more]] += least
      } else {
        slack[step.from] -= least
        slack[node] += least
      }
    }
  }
}

/// A breadth-first search over nodes, started many times on the same columns.
struct TieSearch {
  /// How a node was reached: persons who leave `from` and arrive at it.
  struct Step {
    var from: Int
    /// The tight arc that loses persons; nil for slack.
    var less: Int?
    /// The tight arc that gains them; nil for slack.
    var more: Int?
  }

  /// The node at which the search ended.
  var end = 0
  private var stamp = 0
  private var nodeStamps: [Int]
  private var demandStamps: [Int]
  private var slackStamp = 0
  private var steps: [Step?]
  private var queue: [Int] = []
  private var head = 0

  init(nodeCount: Int, demandCount: Int) {
    nodeStamps = Array(repeating: 0, count: nodeCount)
    demandStamps = Array(repeating: 0, count: demandCount)
    steps = Array(repeating: nil, count: nodeCount)
  }

  mutating func start(at node: Int) {
    stamp += 1
    queue.removeAll(keepingCapacity: true)
    head = 0
    nodeStamps[node] = stamp
    steps[node] = nil
    queue.append(node)
  }

  mutating func nextNode() -> Int? {
    guard head < queue.count else { return nil }
    head += 1
    return queue[head - 1]
  }

  /// Whether a demand is met for the first time in this search.
  mutating func takeDemand(_ demand: Int) -> Bool {
    guard demandStamps[demand] != stamp else { return false }
    demandStamps[demand] = stamp
    return true
  }

  /// Whether the slack is met for the first time in this search.
  mutating func takeSlack() -> Bool {
    guard slackStamp != stamp else { return false }
    slackStamp = stamp
    return true
  }

  mutating func reach(_ node: Int, by step: Step) {
    guard nodeStamps[node] != stamp else { return }
    nodeStamps[node] = stamp
    steps[node] = step
    queue.append(node)
  }

  /// The steps from ``end`` back to the start, each with the node it led to.
  var way: [(node: Int, step: Step)] {
    var way: [(node: Int, step: Step)] = []
    var node = end
    while let step = steps[node] {
      way.append((node, step))
      node = step.from
    }
    return way
  }
}
