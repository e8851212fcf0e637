import Importing
import PlanningModel
import TravelTimes

/// A file of costs between demand and supply: `from,to,seconds` or `demand,supply,cost` or
/// `demand,candidate,cost`, in any order of columns and rows.
///
/// Other columns are ignored, and rows with an empty `to` (origins that reach nothing) are
/// skipped. A pair that is not there is unreachable; a pair that stands there twice with the same
/// cost counts once.
struct CostTableFile {
  /// The file.
  var path: String
  /// What the costs count.
  var unit: CostUnit
  /// More decimals than these are rounded up; comparing with a limit of no more stays exact.
  var maximumDecimals: Int
  /// Whether both ends are candidates: the header is `candidate,candidate,cost`.
  var isBetweenCandidates: Bool

  /// Names a file of seconds.
  init(
    _ path: String, unit: CostUnit = .seconds, maximumDecimals: Int = 9,
    isBetweenCandidates: Bool = false
  ) {
    self.path = path
    self.unit = unit
    self.maximumDecimals = maximumDecimals
    self.isBetweenCandidates = isBetweenCandidates
  }

  /// Reads the table.
  ///
  /// - Parameters:
  ///   - demandIDs: the demand side, sorted bytewise; nil for the ids of the file itself.
  ///   - supplyIDs: the supply side, likewise.
  ///   - note: takes one line on pairs that were left out because an id is on neither side.
  /// - Throws: `WorkError` with every fault: a missing column, an empty id, a cost that is
  ///   missing, negative or no number, and a pair with two different costs.
  func read(
    demandIDs: [String]?, supplyIDs: [String]?, note: (String) -> Void
  ) throws -> CostTable {
    var reader = try PlainTableReader(path)
    guard let columns = columns(in: &reader) else {
      throw PlainTableReader.blocked(reader.faults, file: path, operation: "read costs")
    }
    if reader.header[columns.cost] == "seconds", unit != .seconds {
      note(
        Bilingual(
          "\(path)：列名为 seconds，按 --cost-unit \(unit.rawValue) 读取",
          "\(path): the column seconds is read in the unit of --cost-unit \(unit.rawValue)"
        ).text)
    }
    var pairs = CostPairs(demandIDs: demandIDs, supplyIDs: supplyIDs)
    while reader.next() {
      let supply = reader.range(columns.supply)
      guard !supply.isEmpty else { continue }
      let demand = reader.range(columns.demand)
      guard !demand.isEmpty else {
        reader.note(
          .cellMissing, column: reader.header[columns.demand],
          Bilingual("该行没有起点", "the row names no origin"),
          Bilingual("填写起点的 id，或删去该行", "give the origin's id, or leave the row out"))
        continue
      }
      guard let cost = reader.decimal(columns.cost) else { continue }
      pairs.append(reader.cells, demand: demand, supply: supply, cost: cost)
    }
    let (table, clashes) = pairs.table(unit: unit, maximumDecimals: maximumDecimals)
    for clash in clashes {
      reader.noteContradiction(
        columns.cost, pair: clash.pair, row: clash.row, first: clash.firstRow)
    }
    try reader.refuse("read costs")
    if let outside = pairs.outside { note(outside.sentence(path).text) }
    return table
  }

  private func columns(
    in reader: inout PlainTableReader
  ) -> (demand: Int, supply: Int, cost: Int)? {
    if isBetweenCandidates {
      let ends = reader.header.indices.filter { reader.header[$0] == "candidate" }
      if ends.count == 2, let cost = reader.required(["cost", "seconds"]) {
        return (ends[0], ends[1], cost)
      }
    }
    let hasFrom = reader.header.contains("from")
    let demand = reader.required(hasFrom ? ["from"] : ["demand", "from"])
    let supply = reader.required(hasFrom ? ["to"] : ["supply", "candidate", "to"])
    let cost = reader.required(hasFrom ? ["seconds", "cost"] : ["cost", "seconds"])
    guard let demand, let supply, let cost else { return nil }
    return (demand, supply, cost)
  }
}
