import Certificates
import PlanningModel
import TravelTimes

/// The plain files of a location problem, read and brought to sizes that sums can take.
struct SitingTables {
  let demand: AmountTable
  let candidates: CandidateTable
  let costs: CostTable
  /// The demand of each point, in units of `10^-demandDecimals`.
  let demands: [Int64]
  let demandDecimals: Int

  /// Reads the files.
  ///
  /// - Throws: `WorkError` with every fault of a file, or when the demand adds up to too much.
  init(_ question: SitingQuestion, note: (String) -> Void) throws {
    demand = try AmountTable(question.demand, amount: "demand", keeping: ["unit"])
    candidates = try CandidateTable(question.candidates)
    (demands, demandDecimals) = try Self.summable(
      demand.amounts, demand.decimals, file: question.demand)
    let table = try CostTableFile(question.costs, unit: question.unit, maximumDecimals: 12).read(
      demandIDs: demand.ids, supplyIDs: candidates.ids, note: note)
    guard (table.costs.max() ?? 0) <= 1 << 60, candidates.prices.allSatisfy({ $0 <= 1 << 50 })
    else { throw Self.tooLarge(question.costs) }
    costs = table
  }

  /// The costs with as many decimals as demand times cost can have within 64 bits, nearest.
  func costsForProducts() -> (costs: [Int64], decimals: Int) {
    var (costs, decimals) = (costs.costs, costs.decimals)
    let largest = Double(demands.max() ?? 1)
    while decimals > 0, Double(costs.max() ?? 0) * largest > 2e18 {
      costs = costs.map { ($0 + 5) / 10 }
      decimals -= 1
    }
    return (costs, decimals)
  }

  /// The problem, without its parameters.
  func statement(_ problem: SitingProblem) -> SitingStatement {
    var statement = SitingStatement(
      problem, demandIDs: costs.demandIDs, candidateIDs: costs.supplyIDs)
    statement.demands = demands
    statement.demandDecimals = demandDecimals
    statement.states = candidates.states
    statement.prices = candidates.prices
    statement.priceDecimals = candidates.priceDecimals
    statement.rowStarts = costs.rowStarts
    statement.sites = costs.supplies
    statement.costs = costs.costs
    statement.costDecimals = costs.decimals
    return statement
  }

  /// Amounts with as many decimals as their sum can have within 64 bits; cut ones are rounded up.
  private static func summable(
    _ amounts: [Int64], _ decimals: Int, file: String
  ) throws -> (amounts: [Int64], decimals: Int) {
    var (amounts, decimals) = (amounts, decimals)
    while amounts.reduce(Int128(0), { $0 + Int128($1) }) > 100_000_000_000_000_000 {
      guard decimals > 0 else { throw tooLarge(file) }
      amounts = amounts.map { $0 / 10 + ($0 % 10 > 0 ? 1 : 0) }
      decimals -= 1
    }
    return (amounts, decimals)
  }

  static func tooLarge(_ file: String) -> WorkError {
    WorkError(
      .unsupported, operation: "site", subject: file,
      message: Bilingual("数值过大，无法精确求和", "the numbers are too large to be added exactly"),
      remedy: Bilingual("换用较大的单位，如千人、分钟", "use a larger unit, such as minutes"))
  }
}
