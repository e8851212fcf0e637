import Coverage
import PlanningModel
import Scenarios
import TravelTimes
import Workspace

extension WorkspaceSession {
  /// Measures the access of every village to the facilities of a service.
  ///
  /// - Parameter note: takes what is said while working, the mass balance among it.
  /// - Throws: `WorkError` for a name that is not known, for capacities that are not declared,
  ///   and for what would let the counts of a sensitive cohort be computed back.
  public func access(
    _ asked: AccessRequest, _ request: EvaluationRequest, note: (String) -> Void
  ) throws -> AccessTable {
    let situation = try situation(request)
    guard let cohort = settings.cohorts.first(where: { $0.id == asked.cohort }) else {
      throw unknown(
        "cohort", Bilingual("人群", "cohorts"), asked.cohort.rawValue,
        known: settings.cohorts.map(\.id.rawValue))
    }
    guard !cohort.isSensitive || !(asked.measure.method.hasRatios || asked.equity != nil) else {
      throw sensitive(asked)
    }
    let service = try service(asked.service)
    let profile = try profile(
      mode: asked.mode, pace: asked.pace, direction: asked.direction, situation)
    let costs = try situation.costs(
      ReachQuery(kinds: service.kinds, profile: profile), cohort: asked.cohort,
      within: asked.limit,
      neighbours: NeighbourChoice(
        facilities: asked.includesNeighbours, people: asked.includesNeighbours))
    let supplies = try AccessSupplies(asked, costs)
    let result = try asked.measure.answer(
      table: costs.table, demand: costs.demand.map { Double($0 ?? 0) }, supply: supplies.amounts,
      note: note)
    let rows = rows(result, costs, asked, situation.district)
    return AccessTable(
      request: asked, label: service.label, labelEnglish: service.labelEnglish,
      profile: profile, asOf: situation.asOf, scenario: situation.scenario?.id,
      isSensitive: cohort.isSensitive, rows: rows,
      supplies: costs.facilities.indices.map { index in
        AccessTable.Supply(
          facility: costs.facilities[index], amount: supplies.amounts[index],
          ratio: result.ratios?[index], status: result.ratioStatus?[index])
      },
      balance: result.balance,
      equity: cohort.isSensitive ? nil : evenness(rows, asked),
      undeclared: supplies.undeclared, shared: supplies.shared)
  }

  private func rows(
    _ result: FloatingCatchments, _ costs: ServiceCosts, _ asked: AccessRequest,
    _ district: District
  ) -> [AccessTable.Row] {
    let names = Dictionary(
      district.units.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    // Where demand competes, every value rests on the counts of all villages.
    let counts =
      asked.measure.method.hasRatios
      ? Provenance.weakest(of: costs.points.map(\.peopleProvenance)) : nil
    let common = max(costs.provenance, counts ?? costs.provenance)
    return costs.points.enumerated().map { index, point in
      let status = result.status[index]
      let isReached = status != .noSupply
      return AccessTable.Row(
        point: point, unitName: point.unit.flatMap { names[$0] }, people: costs.demand[index],
        access: result.access[index], status: status,
        reason: isReached ? nil : costs.reasons[index] ?? .tooFar,
        provenance: costs.isEstimated[index] ? max(common, .estimated) : common)
    }
  }

  /// Over own villages whose people were counted; groups are townships, or kinds of village.
  private func evenness(_ rows: [AccessTable.Row], _ asked: AccessRequest) -> Equity {
    let own = rows.filter { $0.point.band == .own && $0.people != nil }
    let isByClass = asked.equity?.group == "class"
    return EquityQuestion(
      values: own.map(\.access), people: own.map { Double($0.people ?? 0) },
      isCost: asked.measure.method.isCost,
      groups: own.map {
        isByClass ? $0.point.unitClass.rawValue : $0.point.unit?.rawValue ?? ""
      },
      line: asked.equity?.line
    ).answer()
  }

  private func sensitive(_ asked: AccessRequest) -> WorkError {
    WorkError(
      .unsupported, operation: "measure access", subject: asked.cohort.rawValue,
      message: Bilingual(
        "敏感人群：由供需比和均等指标可以反推各地人数",
        "sensitive cohort: its counts could be computed back from ratios and measures of evenness"
      ),
      remedy: Bilingual(
        "用不涉及人数的 gravity、cumulative、nearest-n，不加 --equity，或换用 --cohort total",
        "use gravity, cumulative or nearest-n, which know no counts, without --equity, or --cohort "
          + "total"))
  }
}
