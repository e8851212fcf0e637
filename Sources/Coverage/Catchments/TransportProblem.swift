import PlanningModel
import TravelTimes

/// Catchments with capacities as a transport problem: demands that must be sent, nodes that take
/// them in, arcs between.
///
/// Supplies that share a capacity are one node. The last node takes in everybody, at a cost that
/// no saving of time outweighs: who goes there is displaced. Demands without persons or without
/// an arc are left out, and so are nodes without capacity.
struct TransportProblem {
  /// Persons of each demand, all positive.
  private(set) var amounts: [Int] = []
  /// Which demand of the table each is.
  private(set) var sourceDemand: [Int] = []
  /// Start of each demand's arcs, and one past the last; its last arc leads to ``unserved``.
  private(set) var arcStarts: [Int] = [0]
  /// The node each arc leads to.
  private(set) var nodes: [UInt32] = []
  /// What it costs a person.
  private(set) var costs: [Int64] = []
  /// The entry of the table behind each arc; -1 for the arcs to ``unserved``.
  private var entries: [Int] = []
  /// What each node can take in, all positive.
  private(set) var capacities: [Int] = []

  /// How many demands there are.
  var demandCount: Int { amounts.count }
  /// How many arcs there are.
  var arcCount: Int { nodes.count }
  /// How many nodes there are.
  var nodeCount: Int { capacities.count }
  /// The node that takes in who is not served.
  var unserved: Int { capacities.count - 1 }

  /// The arcs of a demand, sorted by supply.
  func arcs(ofDemand demand: Int) -> Range<Int> { arcStarts[demand]..<arcStarts[demand + 1] }

  /// The entry of the table behind an arc; nil for arcs to ``unserved``.
  func entry(ofArc arc: Int) -> Int? { entries[arc] < 0 ? nil : entries[arc] }

  /// Takes over what can matter.
  ///
  /// - Throws: `WorkError` when sums of costs or persons would not fit into 63 bits.
  init(_ input: CatchmentInput, _ limits: SupplyCapacities) throws {
    let nodeOfSupply = makeNodes(limits)
    let (penalty, total) = try Self.bounds(input, nodeCount: capacities.count)
    capacities.append(total + 1)
    for (demand, persons) in input.persons.enumerated() where persons > 0 {
      for entry in input.table.entries(ofDemand: demand) where input.isWithin(entry) {
        let node = nodeOfSupply[Int(input.table.supplies[entry])]
        guard node >= 0 else { continue }
        nodes.append(UInt32(node))
        costs.append(input.table.costs[entry])
        entries.append(entry)
      }
      guard nodes.count > arcStarts[amounts.count] else { continue }
      nodes.append(UInt32(unserved))
      costs.append(penalty)
      entries.append(-1)
      amounts.append(persons)
      sourceDemand.append(demand)
      arcStarts.append(nodes.count)
    }
  }

  /// The node of each supply; -1 for one without capacity.
  private mutating func makeNodes(_ limits: SupplyCapacities) -> [Int] {
    var nodeOfPool = Array(repeating: -1, count: limits.pools.count)
    return limits.own.indices.map { supply in
      if let pool = limits.poolOfSupply[supply] {
        guard limits.pools[pool].persons > 0 else { return -1 }
        if nodeOfPool[pool] < 0 {
          nodeOfPool[pool] = capacities.count
          capacities.append(limits.pools[pool].persons)
        }
        return nodeOfPool[pool]
      }
      guard let persons = limits.own[supply], persons > 0 else { return -1 }
      capacities.append(persons)
      return capacities.count - 1
    }
  }

  /// The cost of not being served, and all persons.
  ///
  /// To serve one person more moves at most one person out of every node, so a penalty above the
  /// largest cost times the nodes comes before any saving. Potentials stay within a few penalties.
  private static func bounds(
    _ input: CatchmentInput, nodeCount: Int
  ) throws -> (penalty: Int64, total: Int) {
    var total = 0
    for persons in input.persons {
      let (sum, overflow) = total.addingReportingOverflow(persons)
      guard !overflow, sum < Int.max / 4 else { throw tooLarge("persons") }
      total = sum
    }
    let largest = input.table.costs.max() ?? 0
    let (penalty, overflow) = (largest + 1).multipliedReportingOverflow(by: Int64(nodeCount + 2))
    guard largest < Int64.max, !overflow, penalty < Int64.max / 8 else { throw tooLarge("costs") }
    return (penalty, total)
  }

  private static func tooLarge(_ what: String) -> WorkError {
    WorkError(
      .unsupported, operation: "assign by capacity", subject: what,
      message: Bilingual("数值过大，无法精确求和", "the numbers are too large to be added exactly"),
      remedy: Bilingual("减少小数位数，或换用较大的单位", "use fewer decimals or a larger unit"))
  }
}
