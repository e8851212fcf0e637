import Geometry
import PlanningModel
import RoadNetwork
import Terrain

/// One graph of ground and road together around a place, searched without any cleverness.
///
/// Nodes: the cells of the grid of `docs/methods/travel-times.md` §8, the places on roads, the
/// roads' ends, and one destination. Written from that text alone.
struct NaiveGround {
  private struct Arc {
    var to: Int
    var there: Int
    var back: Int
  }
  private var arcs: [[Arc]]
  private let destination: Int
  private let start: Int

  init(
    _ network: RoadNetwork, _ model: ElevationModel, at place: GeographicPosition,
    to end: GeographicPosition, node: Int?, reachMetres: Double, pace: Double
  ) throws {
    let walking = WalkingSpeed()
    let count = 2 * max(1, Int((reachMetres / 50 - 0.5).rounded(.up))) + 1
    let scale = EllipsoidalMetric.metresPerDegree(atLatitude: place.latitude)
    func local(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
      ((x - place.longitude) * scale.east, (y - place.latitude) * scale.north)
    }
    let half = Double(count - 1) / 2
    var at: [(x: Double, y: Double)] = []
    for row in 0..<count {
      for column in 0..<count {
        at.append(((Double(column) - half) * 50, (half - Double(row)) * 50))
      }
    }
    var heights = try model.heightsOutsideGaps(
      at: at.map {
        Position(x: place.longitude + $0.x / scale.east, y: place.latitude + $0.y / scale.north)
      })
    var arcs = [[Arc]](repeating: [], count: at.count)
    func cost(_ metres: Double, _ slope: Double) -> Int {
      Int((metres / pace * 1000 * walking.timeFactor(atSlope: slope)).rounded())
    }
    func isOpen(_ row: Int, _ column: Int) -> Bool {
      (0..<count).contains(row) && (0..<count).contains(column)
        && heights[row * count + column].isFinite
    }
    for row in 0..<count {
      for column in 0..<count where isOpen(row, column) {
        for rows in -2...2 {
          for columns in -2...2 where isOpen(row + rows, column + columns) {
            let (tall, wide) = (abs(rows), abs(columns))
            switch (tall, wide) {
            case (1, 0), (0, 1): break
            case (1, 1):
              guard isOpen(row + rows, column) || isOpen(row, column + columns) else { continue }
            case (1, 2):
              guard isOpen(row, column + columns / 2), isOpen(row + rows, column + columns / 2)
              else { continue }
            case (2, 1):
              guard isOpen(row + rows / 2, column), isOpen(row + rows / 2, column + columns)
              else { continue }
            default: continue
            }
            let metres = 50 * Double(rows * rows + columns * columns).squareRoot()
            let (from, to) = (row * count + column, (row + rows) * count + column + columns)
            let slope = (Double(heights[to]) - Double(heights[from])) / metres
            arcs[from].append(Arc(to: to, there: cost(metres, slope), back: cost(metres, -slope)))
          }
        }
      }
    }
    /// Adds a place on the ground, joined to the centres of the nine cells around it.
    func add(_ position: Position) throws -> Int {
      let (x, y) = local(position.x, position.y)
      let number = at.count
      at.append((x, y))
      heights.append(try model.heights(at: [position])[0])
      arcs.append([])
      let column = Int((x / 50 + half + 0.5).rounded(.down))
      let row = Int((half - y / 50 + 0.5).rounded(.down))
      guard (0..<count).contains(row), (0..<count).contains(column) else { return number }
      for near in row - 1...row + 1 {
        for beside in column - 1...column + 1 where isOpen(near, beside) {
          let cell = near * count + beside
          let (east, north) = (x - at[cell].x, y - at[cell].y)
          let metres = (east * east + north * north).squareRoot()
          let rise = Double(heights[number]) - Double(heights[cell])
          let there = metres > 0 ? cost(metres, rise / metres) : 0
          let back = metres > 0 ? cost(metres, -rise / metres) : 0
          arcs[cell].append(Arc(to: number, there: there, back: back))
        }
      }
      return number
    }
    let firstNode = at.count
    for _ in 0..<network.nodeCount {
      at.append((.nan, .nan))
      heights.append(.nan)
      arcs.append([])
    }
    func join(_ first: Int, to second: Int, _ metres: Double) {
      let cost = Int((metres / pace * 1000).rounded())
      arcs[first].append(Arc(to: second, there: cost, back: cost))
    }
    for edge in 0..<network.edgeCount {
      let length = network.lengthMetres[edge]
      let (tail, head) = (firstNode + Int(network.tail[edge]), firstNode + Int(network.head[edge]))
      join(tail, to: head, length)
      join(head, to: tail, length)
      let (first, last) = (
        network.vertices(ofEdge: edge)[0].position, network.vertices(ofEdge: edge)[1].position
      )
      let parts = max(1, Int((length / 50).rounded(.up)))
      for part in 0...parts {
        let share = Double(part) / Double(parts)
        let place = try add(
          Position(x: first.x + share * (last.x - first.x), y: first.y + share * (last.y - first.y))
        )
        // Who has come to a road stays on roads.
        join(place, to: tail, share * length)
        join(place, to: head, (1 - share) * length)
      }
    }
    destination = try add(Position(x: end.longitude, y: end.latitude))
    if let node { join(firstNode + node, to: destination, 0) }
    start = count * count / 2
    self.arcs = arcs
  }

  /// The time to the destination in a direction seen from the start; nil where there is none.
  func milliseconds(_ direction: TravelDirection) -> Int? {
    var labels = [Int](repeating: .max, count: arcs.count)
    labels[start] = 0
    var open = [start]
    while let node = open.popLast() {
      for arc in arcs[node] {
        let step =
          switch direction {
          case .to: arc.there
          case .from: arc.back
          default: arc.there + arc.back
          }
        guard labels[node] + step < labels[arc.to] else { continue }
        labels[arc.to] = labels[node] + step
        open.insert(arc.to, at: 0)
      }
    }
    return labels[destination] == .max ? nil : labels[destination]
  }
}
