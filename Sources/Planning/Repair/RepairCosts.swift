public import PlanningModel

/// What new sites cost, as far as somebody has said.
public struct RepairCosts: Sendable, Hashable {
  /// What one site costs where nothing else is said of its place; nil when nobody says.
  public var each: ExactDecimal?
  /// What a site costs at a place, by the place's id or name.
  public var byPlace: [String: ExactDecimal] = [:]
  /// What costs are counted in, for example 万元.
  public var currency: String?
  /// How good the costs are.
  public var provenance: Provenance = .illustrative

  /// All sites cost the same, and nobody knows what.
  public init() {}

  /// Whether anything is known.
  public var isKnown: Bool { each != nil || !byPlace.isEmpty }

  /// The costs by place of a plain file, `id,cost`.
  ///
  /// - Throws: `WorkError` with every fault of the file.
  public static func table(_ path: String) throws -> [String: ExactDecimal] {
    let table = try CandidateTable(path)
    let scale = (0..<table.priceDecimals).reduce(1) { scale, _ in scale * 10 }
    guard table.hasPrices else { _ = try table.needed("cost"); return [:] }
    return Dictionary(
      zip(table.ids, table.prices.compactMap { ExactDecimal(Int($0), over: scale) }),
      uniquingKeysWith: { first, _ in first })
  }

  /// What a site at a place costs; nil where nobody says.
  func cost(of site: TargetRepair.Site) -> ExactDecimal? {
    byPlace[site.id] ?? byPlace[site.name] ?? each
  }

  /// The price of each site in units of `10^-decimals`; 1 each where all cost the same, so that
  /// the fewest are the cheapest.
  ///
  /// - Throws: `WorkError` (`notFound`) for a place without a cost; (`unsupported`) for costs that
  ///   do not fit.
  func prices(of sites: [TargetRepair.Site]) throws -> (prices: [Int64], decimals: Int) {
    guard !byPlace.isEmpty else { return (sites.map { _ in 1 }, 0) }
    let costs = try sites.map { site in
      guard let cost = cost(of: site) else {
        throw WorkError(
          .notFound, operation: "price sites", subject: site.name,
          message: Bilingual("候选地点 \(site.name) 没有费用", "no cost is given for \(site.name)"),
          remedy: Bilingual(
            "在 --site-costs 中补一行，或用 --site-cost 给出其余地点的费用",
            "add a row to --site-costs, or give the cost of the others by --site-cost"))
      }
      return cost
    }
    return try Self.whole(costs)
  }

  /// Decimals as whole numbers of `10^-decimals`.
  ///
  /// - Throws: `WorkError` (`unsupported`) for those that do not fit.
  static func whole(_ costs: [ExactDecimal]) throws -> (prices: [Int64], decimals: Int) {
    var decimals = 0
    var scale = 1
    while decimals < 6, costs.contains(where: { scale % $0.denominator != 0 }) {
      decimals += 1
      scale *= 10
    }
    return try (
      costs.map { cost in
        let (units, isTooLarge) = cost.numerator.multipliedReportingOverflow(
          by: max(1, scale / cost.denominator))
        guard scale % cost.denominator == 0, units >= 0, !isTooLarge, units < 1 << 44 else {
          throw WorkError(
            .unsupported, operation: "price sites", subject: cost.description,
            message: Bilingual("费用无法精确求和", "the cost cannot be added exactly"),
            remedy: Bilingual("写不超过6位小数的正数", "write a positive number of up to 6 decimals"))
        }
        return Int64(units)
      }, decimals
    )
  }

  /// Names in ``byPlace`` that are no candidates.
  func unmatched(in sites: [TargetRepair.Site]) -> [String] {
    let known = Set(sites.map(\.id) + sites.map(\.name))
    return byPlace.keys.filter { !known.contains($0) }.sorted()
  }
}

/// What a repair costs, and what that is for each who gains.
public struct RepairExpense: Sendable, Hashable {
  /// All of it.
  public var total: ExactDecimal
  /// What it is counted in; nil when nobody says.
  public var currency: String?
  /// For each unit that counts only with it; nil where none does.
  public var perUnit: Double?
  /// For each person that is covered only with it; nil where nobody is, or nobody knows.
  public var perPerson: Double?
  /// How good the costs are.
  public var provenance: Provenance

  /// The expense of sites; nil where the cost of one is not known.
  ///
  /// - Parameters:
  ///   - sites: what each new site costs.
  ///   - units: how many units count only with them.
  ///   - people: how many people gain; nil where nobody knows.
  init?(_ costs: RepairCosts, sites: [ExactDecimal?], units: Int, people: Int?) {
    let known = sites.compactMap(\.self)
    guard costs.isKnown, known.count == sites.count, let total = ExactDecimal.sum(of: known)
    else { return nil }
    self.total = total
    currency = costs.currency
    perUnit = units > 0 ? total.doubleValue / Double(units) : nil
    perPerson = people.flatMap { $0 > 0 ? total.doubleValue / Double($0) : nil }
    provenance = costs.provenance
  }
}
