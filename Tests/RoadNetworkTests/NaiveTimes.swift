import Geometry
import PlanningModel

/// Travel times computed the slow way, from the words of the method alone: edges between
/// junctions, a scan of all of them for each point, and a search without a queue.
struct NaiveTimes {
  /// A stretch of one line between two junctions.
  struct Edge {
    var tail: Int64
    var head: Int64
    var places: [(longitude: Double, latitude: Double)]
    var offsets: [Double]
    var isOpenForward: Bool
    var isOpenBackward: Bool
    var millisecondsPerMetre: Double
    var length: Double { offsets[offsets.count - 1] }
  }

  private struct Tie {
    var edge: Int
    var offset: Double
    var leg: Double
  }

  var edges: [Edge] = []
  var legMillisecondsPerMetre: Double
  let candidateCount: Int
  let capMetres: Double

  init(pace: Int, candidateCount: Int, capMetres: Double) {
    legMillisecondsPerMetre = 1_000_000 / Double(pace)
    self.candidateCount = candidateCount
    self.capMetres = capMetres
  }

  /// Cuts lines at junctions; `judge` gives what a mode may do on a line, or nil for no road.
  mutating func cut(
    _ lines: TaggedLines, isRoad: (Int) -> Bool,
    judge: (Int) -> (forward: Bool, backward: Bool, millisecondsPerMetre: Double)
  ) {
    var visits: [Int64: Int] = [:]
    func vertices(_ line: Int) -> [Int] {
      var result: [Int] = []
      for vertex in Int(lines.firstVertex[line])..<Int(lines.firstVertex[line + 1])
      where result.isEmpty || lines.vertexIDs[result[result.count - 1]] != lines.vertexIDs[vertex] {
        result.append(vertex)
      }
      return result
    }
    for line in 0..<lines.count where isRoad(line) && vertices(line).count > 1 {
      let all = vertices(line)
      for vertex in all { visits[lines.vertexIDs[vertex], default: 0] += 1 }
      visits[lines.vertexIDs[all[0]], default: 0] += 1
      visits[lines.vertexIDs[all[all.count - 1]], default: 0] += 1
    }
    for line in 0..<lines.count where isRoad(line) && vertices(line).count > 1 {
      let rule = judge(line)
      var open: [Int] = []
      for vertex in vertices(line) {
        open.append(vertex)
        guard open.count > 1, visits[lines.vertexIDs[vertex], default: 0] > 1 else { continue }
        var offsets = [0.0]
        for (first, second) in zip(open, open.dropFirst()) {
          offsets.append(
            offsets[offsets.count - 1]
              + EllipsoidalMetric.lengthMetres(
                longitude1: lines.longitude[first], latitude1: lines.latitude[first],
                longitude2: lines.longitude[second], latitude2: lines.latitude[second]))
        }
        edges.append(
          Edge(
            tail: lines.vertexIDs[open[0]], head: lines.vertexIDs[vertex],
            places: open.map { (lines.longitude[$0], lines.latitude[$0]) }, offsets: offsets,
            isOpenForward: rule.forward, isOpenBackward: rule.backward,
            millisecondsPerMetre: rule.millisecondsPerMetre))
        open = [vertex]
      }
    }
  }

  /// One-way times from each point to each other point, in the direction of travel.
  func oneWay(_ origins: [GeographicPosition], _ destinations: [GeographicPosition]) -> [[Int?]] {
    let ends = destinations.map(ties)
    return origins.map { origin in
      let starts = ties(origin)
      let labels = search(starts)
      return ends.map { best(starts, $0, labels) }
    }
  }

  private func ties(_ point: GeographicPosition) -> [Tie] {
    let plane = LocalPlane(atLatitude: point.latitude)
    var all: [Tie] = []
    for (index, edge) in edges.enumerated() where edge.isOpenForward || edge.isOpenBackward {
      var nearest = Tie(edge: index, offset: 0, leg: .infinity)
      for step in 1..<edge.places.count {
        let (first, second) = (edge.places[step - 1], edge.places[step])
        let foot = plane.projection(
          longitude: point.longitude, latitude: point.latitude, longitude1: first.longitude,
          latitude1: first.latitude, longitude2: second.longitude, latitude2: second.latitude)
        if foot.distanceMetres < nearest.leg {
          nearest.leg = foot.distanceMetres
          nearest.offset =
            edge.offsets[step - 1] + foot.fraction * (edge.offsets[step] - edge.offsets[step - 1])
        }
      }
      if nearest.offset < 0.001 { nearest.offset = 0 }
      if nearest.offset > edge.length - 0.001 { nearest.offset = edge.length }
      if nearest.leg <= capMetres { all.append(nearest) }
    }
    all.sort { $0.leg < $1.leg }
    return all.filter {
      all.count <= candidateCount || $0.leg <= all[candidateCount - 1].leg + 0.001
    }
  }

  private func leg(_ metres: Double) -> Int { Int((metres * legMillisecondsPerMetre).rounded()) }

  /// What it takes from one distance along an edge to another; nil where it is closed.
  private func along(_ edge: Edge, _ start: Double, _ end: Double) -> Int? {
    if start == end { return 0 }
    guard start < end ? edge.isOpenForward : edge.isOpenBackward else { return nil }
    return Int((abs(end - start) * edge.millisecondsPerMetre).rounded())
  }

  private func search(_ starts: [Tie]) -> [Int64: Int] {
    var labels: [Int64: Int] = [:]
    func lower(_ node: Int64, _ time: Int) { labels[node] = min(labels[node] ?? time, time) }
    for start in starts {
      let edge = edges[start.edge]
      if let time = along(edge, start.offset, 0) { lower(edge.tail, leg(start.leg) + time) }
      if let time = along(edge, start.offset, edge.length) {
        lower(edge.head, leg(start.leg) + time)
      }
    }
    var isSettled: Set<Int64> = []
    while let next = labels.filter({ !isSettled.contains($0.key) })
      .min(by: { ($0.value, $0.key) < ($1.value, $1.key) })
    {
      isSettled.insert(next.key)
      for edge in edges {
        if edge.tail == next.key, edge.isOpenForward {
          lower(edge.head, next.value + Int((edge.length * edge.millisecondsPerMetre).rounded()))
        }
        if edge.head == next.key, edge.isOpenBackward {
          lower(edge.tail, next.value + Int((edge.length * edge.millisecondsPerMetre).rounded()))
        }
      }
    }
    return labels
  }

  private func best(_ starts: [Tie], _ ends: [Tie], _ labels: [Int64: Int]) -> Int? {
    var times: [Int] = []
    for end in ends {
      let edge = edges[end.edge]
      if let label = labels[edge.tail], let time = along(edge, 0, end.offset) {
        times.append(label + time + leg(end.leg))
      }
      if let label = labels[edge.head], let time = along(edge, edge.length, end.offset) {
        times.append(label + time + leg(end.leg))
      }
      for start in starts where start.edge == end.edge {
        if let time = along(edge, start.offset, end.offset) {
          times.append(leg(start.leg) + time + leg(end.leg))
        }
      }
    }
    return times.min()
  }
}
