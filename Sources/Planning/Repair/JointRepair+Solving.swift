import Certificates
import LocationAllocation
import PlanningModel
import Targets

extension JointRepair {
  /// Solves parts together.
  ///
  /// - Parameters:
  ///   - alone: the same targets, each repaired by itself.
  /// - Throws: `WorkError` (`unsupported`) for costs that do not fit.
  init(_ parts: [RepairPart], alone: [TargetRepair], alternatives: Int) throws {
    let union = Dictionary(
      parts.flatMap(\.newSites).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let ids = union.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let index = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
    let costs = ids.map { id in Self.cost(of: id, parts) }
    let isEqual = Set(costs).count <= 1 || costs.contains(nil)
    let (prices, decimals) =
      isEqual ? (ids.map { _ in Int64(1) }, 0) : try RepairCosts.whole(costs.compactMap(\.self))
    let problem = SharedSites(
      prices: prices,
      parts: parts.map { part in
        .init(statement: part.statement, sites: part.sites.map { $0.flatMap { index[$0.id] } })
      })
    var solver = SharedSitesSolver()
    solver.alternatives = alternatives
    let answer = solver.solve(problem)
    let open = Set(answer.selected)
    let repairs = zip(parts, problem.parts).map { part, shared -> TargetRepair in
      part.repair(
        SitingAnswer(
          status: answer.status, isCertified: answer.isCertified,
          selected: answer.status == .optimal ? problem.open(open, part: shared) : []))
    }
    let useful = parts.map(\.usefulSites)
    asOf = parts[0].asOf
    status = answer.status
    isCertified = answer.isCertified
    objective = answer.price.map { ExactAmount($0, decimals: decimals) }
    self.parts = repairs
    sites = answer.selected.compactMap { number in
      union[ids[number]].map { site in
        let served = parts.indices.filter { useful[$0].contains(site.id) }
        return Site(
          site: site, serves: served.map { parts[$0].verdict.id },
          kinds: Self.kinds(served.map { parts[$0] }),
          cost: costs[number])
      }
    }
    let areAlone = alone.allSatisfy { $0.answer.status == .optimal }
    separateSites = areAlone ? alone.reduce(0) { $0 + $1.sites.count } : nil
    let hosted = parts.compactMap(\.hosted)
    let isPlain =
      hosted.count == parts.count && Set(problem.prices).count <= 1
      && !problem.prices.contains(0)
    equalChoices =
      isPlain && status == .optimal ? HostedRepair.choices(hosted).fewest?.choices : nil
    self.alternatives = answer.alternatives.map { $0.compactMap { union[ids[$0]] } }
    areTiesComplete = answer.areTiesComplete
    infeasible = answer.infeasibleParts.map { parts[$0].verdict.id }
    let gained = repairs.flatMap(\.gained).reduce(into: Set<String>()) { $0.insert($1.id) }
    let counted = gained.compactMap { id in hosted.compactMap { $0.residents[id] }.first }
    let isCounted = hosted.count == parts.count && counted.count == gained.count
    expense = RepairExpense(
      parts.first { $0.costs.isKnown }?.costs ?? RepairCosts(), sites: sites.map(\.cost),
      units: gained.count,
      people: isCounted ? counted.reduce(0, +) : nil)
    var seen: Set<String> = []
    assumptions =
      (parts.flatMap(\.assumptions) + (repairs.count > 1 ? [Self.isShared] : []))
      .filter { seen.insert($0.id).inserted }
    provenance = Provenance.weakest(of: repairs.map(\.provenance)) ?? .derived
  }

  /// What a site costs: where several targets share it, it is paid once, at the dearer of its
  /// services; nil where nobody says.
  private static func cost(of id: String, _ parts: [RepairPart]) -> ExactDecimal? {
    parts.compactMap { part in
      part.newSites.first { $0.id == id }.flatMap(part.costs.cost)
    }.max()
  }

  /// The fewest kinds by which all parts are served: the one that counts for most of them first.
  private static func kinds(_ parts: [RepairPart]) -> [ServiceKind] {
    var chosen = parts.filter(\.needsEveryKind).flatMap(\.kinds)
    var left = parts.filter { part in
      !part.needsEveryKind && !part.kinds.contains(where: chosen.contains)
    }
    while !left.isEmpty {
      let counted = Dictionary(grouping: left.flatMap(\.kinds), by: { $0 })
      // Kinds that several count come first, then in the order of the first that is left.
      let order = left[0].kinds + counted.keys.sorted()
      guard let best = order.max(by: { (counted[$0]?.count ?? 0) < (counted[$1]?.count ?? 0) })
      else { break }
      let first = order.first { counted[$0]?.count == counted[best]?.count } ?? best
      chosen.append(first)
      left.removeAll { $0.kinds.contains(first) }
    }
    var seen: Set<ServiceKind> = []
    return chosen.filter { seen.insert($0).inserted }
  }

  private static let isShared = Assumption(
    id: "one_site_serves_several_targets",
    text: "同一处新建站点可同时计入几个目标（合建或一处多用），只建一处、只计一次费用",
    textEnglish: "One new site may count for several targets (one building, several services); it "
      + "is built and paid once")
}
