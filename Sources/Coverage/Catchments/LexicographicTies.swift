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
  /// The position, among the demands that have several, of each tight arc's demand.
  private var demandOfTight: [Int] = []
  /// The node of each tight arc.
  private var nodeOfTight: [Int] = []
  /// Tight arcs of demands not yet settled that carry persons, by node.
  private var carriers: TieCarriers
  /// Nodes whose slack costs nothing.
  private let freeNodes: [Int]
  private var search: TieSearch

  /// Finds the arcs on which optimal assignments may differ.
  init(_ problem: TransportProblem, _ simplex: TransportSimplex) {
    self.problem = problem
    flow = simplex.flow
    slack = simplex.slack
    freeNodes = (0..<problem.nodeCount).filter { simplex.potential[$0] == 0 }
    var count = 0
    for demand in 0..<problem.demandCount {
      let arcs = problem.arcs(ofDemand: demand)
      var least = Int64.max
      for arc in arcs {
        least = min(least, problem.costs[arc] - simplex.potential[Int(problem.nodes[arc])])
      }
      let first = tightArcs.count
      for arc in arcs
      where problem.costs[arc] - simplex.potential[Int(problem.nodes[arc])] == least {
        tightArcs.append(arc)
      }
      guard tightArcs.count - first > 1 else {
        tightArcs.removeSubrange(first...)
        continue
      }
      demandOfTight += Array(repeating: count, count: tightArcs.count - first)
      tightStarts.append(tightArcs.count)
      count += 1
    }
    nodeOfTight = tightArcs.map { Int(problem.nodes[$0]) }
    carriers = TieCarriers(nodeCount: problem.nodeCount, tightCount: tightArcs.count)
    search = TieSearch(nodeCount: problem.nodeCount, demandCount: count)
    for (position, arc) in tightArcs.enumerated() where flow[arc] > 0 {
      carriers.insert(position, at: nodeOfTight[position])
    }
  }

  /// Moves persons until the assignment is the lexicographically first.
  mutating func settle() {
    for demand in 0..<tightStarts.count - 1 {
      let range = tightStarts[demand]..<tightStarts[demand + 1]
      for position in range { carriers.remove(position, at: nodeOfTight[position]) }
      for position in range {
        // Persons of this demand on later arcs could come over to this one.
        while let target = path(from: position, to: position + 1..<range.upperBound) {
          move(from: target, to: position)
        }
      }
    }
  }

  /// Searches from the node of an arc, over persons of later demands that could make room there,
  /// for a node that has persons of this demand on a later arc.
  ///
  /// - Returns: that later arc; the way to it is in `search`.
  private mutating func path(from position: Int, to later: Range<Int>) -> Int? {
    search.start()
    var hasTarget = false
    for target in later where flow[tightArcs[target]] > 0 {
      search.mark(nodeOfTight[target], as: target)
      hasTarget = true
    }
    guard hasTarget else { return nil }
    if let target = search.reach(nodeOfTight[position], by: nil) { return target }
    while let node = search.nextNode() {
      for arrival in carriers[node] where search.takeDemand(demandOfTight[arrival]) {
        let other = demandOfTight[arrival]
        for leaving in tightStarts[other]..<tightStarts[other + 1] {
          let step = TieSearch.Step(from: node, less: arrival, more: leaving)
          if let target = search.reach(nodeOfTight[leaving], by: step) { return target }
        }
      }
      guard slack[node] > 0, search.takeSlack() else { continue }
      for free in freeNodes {
        let step = TieSearch.Step(from: node, less: nil, more: nil)
        if let target = search.reach(free, by: step) { return target }
      }
    }
    return nil
  }

  /// Moves as many persons as the way of the last search allows.
  private mutating func move(from target: Int, to position: Int) {
    let way = search.way(to: nodeOfTight[target])
    var least = flow[tightArcs[target]]
    for (_, step) in way {
      least = min(least, step.less.map { flow[tightArcs[$0]] } ?? slack[step.from])
    }
    flow[tightArcs[target]] -= least
    flow[tightArcs[position]] += least
    for (node, step) in way {
      if let less = step.less, let more = step.more {
        flow[tightArcs[less]] -= least
        if flow[tightArcs[less]] == 0 { carriers.remove(less, at: step.from) }
        if flow[tightArcs[more]] == 0 { carriers.insert(more, at: node) }
        flow[tightArcs[more]] += least
      } else {
        slack[step.from] -= least
        slack[node] += least
      }
    }
  }
}
