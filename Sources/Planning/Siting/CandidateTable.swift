import Certificates
import Importing
import PlanningModel

/// The candidate sites of a plain file: what may happen to each and what it costs.
struct CandidateTable {
  let table: AmountTable
  /// What may happen to each, in the order of the ids.
  let states: [CandidateState]
  /// What opening each costs, in units of `10^-priceDecimals`; 1 each where no column is there.
  let prices: [Int64]
  let priceDecimals: Int
  /// Whether the file has costs.
  let hasPrices: Bool

  var ids: [String] { table.ids }

  /// Reads the file.
  ///
  /// - Throws: `WorkError` with every fault: a missing column, an empty or repeated id, a word in
  ///   `fixed` that is none of those allowed, a cost that is missing, negative or no number.
  init(_ path: String) throws {
    table = try AmountTable(
      path, amount: nil,
      keeping: [
        "fixed", "capacity", "cost", "unit", "building", "service", "building_cost",
      ])
    var faults: [InputFault] = []
    var states = table.ids.map { _ in CandidateState.free }
    for (site, word) in (table.texts("fixed") ?? []).enumerated() {
      if let state = Self.words[word.lowercased()] {
        states[site] = state
      } else {
        faults.append(
          ImportCheck.cellUnknownWord.fault(
            file: path, row: table.rows[site], column: "fixed", value: word,
            rule: Bilingual(
              "应为 1（已有，保留）、0 或空（可建）、forbidden（不可建）",
              "it is 1 (open, stays), 0 or empty (may be opened) or forbidden"),
            remedy: Bilingual("改为其中之一", "write one of them")))
      }
    }
    let numbers = try table.numbers("cost")
    var prices = table.ids.map { _ in Int64(1) }
    for (site, number) in (numbers?.values ?? []).enumerated() {
      // An open site costs nothing more; whoever wants it counted writes its cost.
      if number == nil, states[site] == .free {
        faults.append(
          ImportCheck.cellMissing.fault(
            file: path, row: table.rows[site], column: "cost", value: "",
            rule: Bilingual("该格为空", "the cell is empty"),
            remedy: Bilingual("填写建设费用，没有费用写 0", "fill it in; write 0 for no cost")))
      }
      prices[site] = number ?? 0
    }
    guard faults.isEmpty else {
      throw PlainTableReader.blocked(faults, file: path, operation: "read places")
    }
    self.states = states
    self.prices = prices
    priceDecimals = numbers?.decimals ?? 0
    hasPrices = numbers != nil
  }

  /// The texts of a column that the problem needs.
  ///
  /// - Throws: `WorkError` when it is not there, or has empty cells.
  func needed(_ column: String) throws -> [String] {
    guard let texts = table.texts(column) else {
      throw WorkError(
        .malformed, operation: "read places", subject: table.file,
        message: Bilingual("缺少 \(column) 列", "there is no column “\(column)”"),
        remedy: Bilingual("这一问题需要该列", "this problem needs it"))
    }
    let faults = texts.indices.filter { texts[$0].isEmpty }.map { site in
      ImportCheck.cellMissing.fault(
        file: table.file, row: table.rows[site], column: column, value: "",
        rule: Bilingual("该格为空", "the cell is empty"),
        remedy: Bilingual("每行都填写", "fill it in"))
    }
    guard faults.isEmpty else {
      throw PlainTableReader.blocked(faults, file: table.file, operation: "read places")
    }
    return texts
  }

  /// How much demand each can serve, in units of `10^-decimals`, rounded down.
  func capacities(decimals: Int) throws -> [Int64] {
    _ = try needed("capacity")
    let (values, own) = try table.numbers("capacity") ?? ([], 0)
    return values.map { value in
      var units = Int128(value ?? 0)
      for _ in 0..<decimals { units *= 10 }
      for _ in 0..<own { units /= 10 }
      return Int64(min(units, 1 << 60))
    }
  }

  private static let words: [String: CandidateState] = [
    "": .free, "0": .free, "no": .free, "false": .free, "free": .free, "否": .free,
    "1": .fixed, "yes": .fixed, "true": .fixed, "fixed": .fixed, "required": .fixed,
    "是": .fixed, "forbidden": .forbidden, "-1": .forbidden, "禁止": .forbidden,
  ]
}
