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

  private var stamp = 0
  private var nodeStamps: [Int]
  private var demandStamps: [Int]
  private var targetStamps: [Int]
  private var targets: [Int]
  private var slackStamp = 0
  private var steps: [Step?]
  private var queue: [Int] = []
  private var head = 0

  init(nodeCount: Int, demandCount: Int) {
    nodeStamps = Array(repeating: 0, count: nodeCount)
    demandStamps = Array(repeating: 0, count: demandCount)
    targetStamps = Array(repeating: 0, count: nodeCount)
    targets = Array(repeating: 0, count: nodeCount)
    steps = Array(repeating: nil, count: nodeCount)
  }

  /// Forgets the last search.
  mutating func start() {
    stamp += 1
    queue.removeAll(keepingCapacity: true)
    head = 0
  }

  /// Makes a node one at which the search ends.
  mutating func mark(_ node: Int, as target: Int) {
    targetStamps[node] = stamp
    targets[node] = target
  }

  mutating func nextNode() -> Int? {
    guard head < queue.count else { return nil }
    head += 1
    return queue[head - 1]
  }

  /// Whether a demand is met for the first time in this search, and could still lead on.
  mutating func takeDemand(_ demand: Int) -> Bool {
    guard demandStamps[demand] != stamp, queue.count < nodeStamps.count else { return false }
    demandStamps[demand] = stamp
    return true
  }

  /// Whether the slack is met for the first time in this search.
  mutating func takeSlack() -> Bool {
    guard slackStamp != stamp else { return false }
    slackStamp = stamp
    return true
  }

  /// Notes how a node was reached first.
  ///
  /// - Returns: what the node is marked as, if it ends the search.
  mutating func reach(_ node: Int, by step: Step?) -> Int? {
    guard nodeStamps[node] != stamp else { return nil }
    nodeStamps[node] = stamp
    steps[node] = step
    queue.append(node)
    return targetStamps[node] == stamp ? targets[node] : nil
  }

  /// The steps from a node back to the start, each with the node it led to.
  func way(to end: Int) -> [(node: Int, step: Step)] {
    var way: [(node: Int, step: Step)] = []
    var node = end
    while let step = steps[node] {
      way.append((node, step))
      node = step.from
    }
    return way
  }
}

/// Lists of tight arcs by node, from which any can be taken out at once.
struct TieCarriers {
  private var lists: [[Int]]
  private var places: [Int]

  init(nodeCount: Int, tightCount: Int) {
    lists = Array(repeating: [], count: nodeCount)
    places = Array(repeating: -1, count: tightCount)
  }

  subscript(node: Int) -> [Int] { lists[node] }

  mutating func insert(_ position: Int, at node: Int) {
    guard places[position] < 0 else { return }
    places[position] = lists[node].count
    lists[node].append(position)
  }

  mutating func remove(_ position: Int, at node: Int) {
    let place = places[position]
    guard place >= 0, let last = lists[node].last else { return }
    lists[node][place] = last
    places[last] = place
    places[position] = -1
    lists[node].removeLast()
  }
}
