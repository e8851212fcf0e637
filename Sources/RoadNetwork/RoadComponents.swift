/// The pieces into which a network falls for one mode, directions ignored.
public struct RoadComponents: Sendable {
  /// The piece of each node; pieces are numbered from the largest, ties by their first node.
  public let component: [UInt32]
  /// The nodes of each piece.
  public let nodeCount: [Int]
  /// The length of road in each piece.
  public let lengthMetres: [Double]

  init(_ times: EdgeTimes) {
    let network = times.network
    let open = (0..<network.edgeCount).filter(times.isOpen)
    var isOnRoad = [Bool](repeating: false, count: network.nodeCount)
    for edge in open {
      isOnRoad[Int(network.tail[edge])] = true
      isOnRoad[Int(network.head[edge])] = true
    }
    let root = Self.smallestNodes(network, joinedBy: open)
    var sizes = [Int](repeating: 0, count: network.nodeCount)
    for node in 0..<network.nodeCount where isOnRoad[node] { sizes[Int(root[node])] += 1 }
    let roots = sizes.indices.filter { sizes[$0] > 0 }
      .sorted { (-sizes[$0], $0) < (-sizes[$1], $1) }
    var rank = [UInt32](repeating: .max, count: network.nodeCount)
    for (position, node) in roots.enumerated() { rank[node] = UInt32(position) }
    var lengths = [Double](repeating: 0, count: roots.count)
    for edge in open {
      lengths[Int(rank[Int(root[Int(network.tail[edge])])])] += network.lengthMetres[edge]
    }
    component = (0..<network.nodeCount).map { isOnRoad[$0] ? rank[Int(root[$0])] : .max }
    nodeCount = roots.map { sizes[$0] }
    lengthMetres = lengths
  }

  /// The smallest node of each node's piece (union-find with path halving; the smaller number
  /// stays the root, so that numbering does not depend on the order).
  private static func smallestNodes(_ network: RoadNetwork, joinedBy edges: [Int]) -> [UInt32] {
    var parents = Array(0..<UInt32(network.nodeCount))
    parents.withUnsafeMutableBufferPointer { parent in
      func root(_ node: UInt32) -> UInt32 {
        var node = node
        while parent[Int(node)] != node {
          parent[Int(node)] = parent[Int(parent[Int(node)])]
          node = parent[Int(node)]
        }
        return node
      }
      for edge in edges {
        let (first, second) = (root(network.tail[edge]), root(network.head[edge]))
        if first != second { parent[Int(max(first, second))] = min(first, second) }
      }
      // A parent is smaller than its node, so it is settled before it is looked up.
      for node in parent.indices { parent[node] = parent[Int(parent[node])] }
    }
    return parents
  }
}
