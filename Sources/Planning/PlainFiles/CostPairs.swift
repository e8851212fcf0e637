import PlanningModel
import TravelTimes

/// The pairs of a cost file while it is read, in columns, in the order of its rows.
struct CostPairs {
  /// Pairs that were left out because an id is unknown to the tables of demand and supply.
  struct Outside {
    /// How many there are.
    var count = 0
    /// The id that is unknown in the first of them.
    var firstID: String
    /// Its row.
    var firstRow: Int

    /// What is said of them.
    func sentence(_ path: String) -> Bilingual {
      Bilingual(
        "\(path)：\(count) 对的 id 不在需求表或供给表中，未计入；首个为第 \(firstRow) 行的“\(firstID)”",
        "\(path): \(count) pairs were left out because an id is in neither the demand nor the "
          + "supply table; the first is “\(firstID)” in row \(firstRow)")
    }
  }

  /// Two rows that give the same pair different costs.
  struct Clash {
    /// The pair, as `demand → supply`.
    var pair: String
    /// The row that came first.
    var firstRow: Int
    /// The row that contradicts it.
    var row: Int
  }

  private var demandIndex: IDIndex
  private var supplyIndex: IDIndex
  private let isDemandKnown: Bool
  private let isSupplyKnown: Bool
  private var demands: [UInt32] = []
  private var supplies: [UInt32] = []
  private var costs: [DecimalCell] = []
  private var rows: [UInt32] = []
  /// Pairs that were left out; nil when none was.
  private(set) var outside: Outside?

  /// Takes the ids of either side where they are known.
  init(demandIDs: [String]?, supplyIDs: [String]?) {
    demandIndex = IDIndex(demandIDs ?? [])
    supplyIndex = IDIndex(supplyIDs ?? [])
    isDemandKnown = demandIDs != nil
    isSupplyKnown = supplyIDs != nil
  }

  /// Adds the pair of the scanner's record.
  mutating func append(
    _ cells: CellScanner, demand: Range<Int>, supply: Range<Int>, cost: DecimalCell
  ) {
    let bytes = cells.bytes
    var from = demands.last.map(Int.init)
    // Files mostly hold the rows of one origin together.
    if let last = from, !demandIndex.matches(last, bytes, demand) { from = nil }
    if from == nil {
      from =
        isDemandKnown ? demandIndex.find(bytes, demand) : demandIndex.insert(bytes, demand)
    }
    let to = isSupplyKnown ? supplyIndex.find(bytes, supply) : supplyIndex.insert(bytes, supply)
    guard let from, let to else {
      let unknown = from == nil ? demand : supply
      outside =
        outside
        ?? Outside(
          firstID: String(decoding: bytes[unknown], as: UTF8.self), firstRow: cells.record)
      outside?.count += 1
      return
    }
    demands.append(UInt32(from))
    supplies.append(UInt32(to))
    costs.append(cost)
    rows.append(UInt32(cells.record))
  }

  /// The table, and the rows that contradict earlier ones.
  func table(unit: CostUnit, maximumDecimals: Int) -> (table: CostTable, clashes: [Clash]) {
    let demandOrder = demandIndex.sorted()
    let supplyOrder = supplyIndex.sorted()
    let order = Self.stablySorted(
      Self.stablySorted(
        Array(0..<UInt32(demands.count)), by: supplies, ranks: Self.ranks(supplyOrder)),
      by: demands, ranks: Self.ranks(demandOrder))
    let supplyRanks = Self.ranks(supplyOrder)
    let decimals = DecimalCell.decimals(of: costs, most: maximumDecimals)
    var rowStarts: [Int] = [0]
    rowStarts.reserveCapacity(demandOrder.count + 1)
    var columns: [UInt32] = []
    var scaled: [Int64] = []
    columns.reserveCapacity(order.count)
    scaled.reserveCapacity(order.count)
    var clashes: [Clash] = []
    var next = 0
    for demand in demandOrder {
      var previous: Int?
      while next < order.count, Int(demands[Int(order[next])]) == demand {
        let entry = Int(order[next])
        next += 1
        if let kept = previous, supplies[kept] == supplies[entry] {
          if costs[kept] != costs[entry] {
            clashes.append(
              Clash(
                pair: demandIndex[demand] + " → " + supplyIndex[Int(supplies[entry])],
                firstRow: Int(rows[kept]), row: Int(rows[entry])))
          }
          continue
        }
        previous = entry
        columns.append(supplyRanks[Int(supplies[entry])])
        scaled.append(costs[entry].scaled(decimals: decimals) ?? .max)
      }
      rowStarts.append(columns.count)
    }
    let table = CostTable(
      demandIDs: demandOrder.map { demandIndex[$0] },
      supplyIDs: supplyOrder.map { supplyIndex[$0] }, rowStarts: rowStarts, supplies: columns,
      costs: scaled, unit: unit, decimals: decimals)
    return (table, clashes)
  }

  /// The rank of each position under an order.
  private static func ranks(_ order: [Int]) -> [UInt32] {
    var ranks = [UInt32](repeating: 0, count: order.count)
    for (rank, position) in order.enumerated() { ranks[position] = UInt32(rank) }
    return ranks
  }

  /// Entries by the rank of their key, equal ones in the order they come in: a counting sort.
  private static func stablySorted(
    _ entries: [UInt32], by keys: [UInt32], ranks: [UInt32]
  ) -> [UInt32] {
    var starts = [Int](repeating: 0, count: ranks.count + 1)
    for key in keys { starts[Int(ranks[Int(key)]) + 1] += 1 }
    for rank in 0..<ranks.count { starts[rank + 1] += starts[rank] }
    var sorted = [UInt32](repeating: 0, count: entries.count)
    for entry in entries {
      let rank = Int(ranks[Int(keys[Int(entry)])])
      sorted[starts[rank]] = entry
      starts[rank] += 1
    }
    return sorted
  }
}
