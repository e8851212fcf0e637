import PlanningModel
import RoadNetwork
import TravelTimes

/// People and facilities with the times between them, as plain-file analyses read them.
struct AccessProblem {
  /// What tables call it.
  var name: String
  /// Tenths of a second, or milliseconds, from demand to supply.
  var table: CostTable
  /// The people of each demand point.
  var persons: [Int]
  /// What each facility offers.
  var supply: [Int]

  /// The pairs that another tool has computed: rows of facility, village and seconds.
  init(peerGraph prefix: String, pairs path: String, villages: Int, facilities: Int) throws {
    let rows = try NumpyFile(path)
    let people = try NumpyFile("\(prefix)_villages_\(villages).npy").column(2)
    let offers = try NumpyFile("\(prefix)_facilities_\(facilities).npy").column(2)
    var pairs: [(demand: Int, supply: UInt32, cost: Int64)] = []
    for row in 0..<rows.shape[0] {
      let seconds = rows.values[3 * row + 2]
      pairs.append(
        (
          Int(rows.values[3 * row + 1]), UInt32(rows.values[3 * row]),
          Int64((seconds * 10).rounded())
        ))
    }
    pairs.sort { ($0.demand, $0.supply) < ($1.demand, $1.supply) }
    self.init(
      name: "\(pairs.count) pairs", pairs: pairs, decimals: 1, persons: people.map { Int($0) },
      supply: offers.map { Int($0) })
  }

  /// The pairs of a road problem within a limit.
  init(_ problem: RoadProblem, within limit: TravelTime, seed: UInt64) throws {
    let matrix = try problem.roads(threads: 2, isPrepared: true).times(
      from: problem.places(problem.villages), to: problem.places(problem.facilities),
      profile: RoadProblem.fromFacilities, within: limit)
    var pairs: [(demand: Int, supply: UInt32, cost: Int64)] = []
    for village in 0..<matrix.originCount {
      for entry in matrix.firstEntry[village]..<matrix.firstEntry[village + 1] {
        pairs.append((village, matrix.destination[entry], Int64(matrix.milliseconds[entry])))
      }
    }
    pairs.sort { ($0.demand, $0.supply) < ($1.demand, $1.supply) }
    let numbers = SeededNumbers(seed: seed)
    self.init(
      name: "\(pairs.count) pairs (\(problem.name))", pairs: pairs, decimals: 3,
      persons: problem.villages.indices.map { 50 + numbers.below(2_000, $0, 60) },
      supply: problem.facilities.indices.map { 5 + numbers.below(40, $0, 61) })
  }

  private init(
    name: String, pairs: [(demand: Int, supply: UInt32, cost: Int64)], decimals: Int,
    persons: [Int], supply: [Int]
  ) {
    self.name = name
    self.persons = persons
    self.supply = supply
    var rowStarts = [Int](repeating: 0, count: persons.count + 1)
    for pair in pairs { rowStarts[pair.demand + 1] += 1 }
    for demand in persons.indices { rowStarts[demand + 1] += rowStarts[demand] }
    table = CostTable(
      demandIDs: Self.ids(persons.count), supplyIDs: Self.ids(supply.count),
      rowStarts: rowStarts, supplies: pairs.map(\.supply), costs: pairs.map(\.cost),
      unit: .seconds, decimals: decimals)
  }

  /// The table with the nearest so many supplies of each demand point.
  mutating func keepNearest(_ count: Int) {
    var rowStarts = [0]
    var supplies: [UInt32] = []
    var costs: [Int64] = []
    for demand in persons.indices {
      let kept = table.entries(ofDemand: demand).sorted {
        (table.costs[$0], table.supplies[$0]) < (table.costs[$1], table.supplies[$1])
      }.prefix(count).sorted()
      supplies += kept.map { table.supplies[$0] }
      costs += kept.map { table.costs[$0] }
      rowStarts.append(supplies.count)
    }
    (table.rowStarts, table.supplies, table.costs) = (rowStarts, supplies, costs)
  }

  /// Numbers with leading zeros, so that their order is that of bytes.
  private static func ids(_ count: Int) -> [String] {
    let width = String(count).count
    return (0..<count).map { number in
      let text = String(number)
      return String(repeating: "0", count: width - text.count) + text
    }
  }
}
