import Coverage
import PlanningModel
import Targets
import TravelTimes
import Workspace

/// People in cells, and how long they travel.
struct SpreadReach {
  var spread: PopulationSpread
  var reach: FieldReach
}

extension WorkspaceSession {
  /// Answers one question under a rule.
  func table(
    _ asked: AskedCoverage, _ situation: Situation, _ options: CoverageOptions,
    spread: SpreadReach? = nil
  ) throws -> CoverageTable {
    let universe = try options.universe.map { try self.universe($0, situation) }
    if options.rule == .withinTime {
      return try timed(asked, situation, options, universe, spread)
    }
    if options.rule == .catchment { return try assigned(asked, situation, options, universe) }
    let answers = try answers(asked, situation, options)
    let rows = RuleCounting(
      district: situation.district, judged: options.judgedLevel, answers: answers,
      service: asked.service, cohort: asked.cohort, universe: universe,
      provenance: Provenance.weakest(of: answers.values.compactMap(\.provenance)) ?? .official
    ).rows()
    return CoverageTable(
      service: asked.service, label: asked.label, labelEnglish: asked.labelEnglish,
      rule: options.rule, profile: nil, cohort: asked.cohort, limit: nil, rows: rows)
  }

  private func timed(
    _ asked: AskedCoverage, _ situation: Situation, _ options: CoverageOptions,
    _ universe: CoverageUniverse?, _ spread: SpreadReach?
  ) throws -> CoverageTable {
    let source = spread?.reach ?? situation.reach
    let nearest =
      try options.isBackup ? source.reachTwo(asked.query) : source.reach(asked.query)
    let rows = CoverageCounting(
      district: spread?.spread.district ?? situation.district,
      reach: options.isServingOnly ? try source.serving(asked.query) : nearest,
      service: asked.service, cohort: asked.cohort, limit: asked.limit,
      unrestricted: options.isServingOnly ? nearest : nil, isBackup: options.isBackup,
      universe: universe, judged: options.judgedLevel, share: options.share,
      spread: spread?.spread
    ).rows()
    return CoverageTable(
      service: asked.service, label: asked.label, labelEnglish: asked.labelEnglish,
      profile: asked.query.profile, cohort: asked.cohort, limit: asked.limit, rows: rows)
  }

  private func assigned(
    _ asked: AskedCoverage, _ situation: Situation, _ options: CoverageOptions,
    _ universe: CoverageUniverse?
  ) throws -> CoverageTable {
    let costs = try situation.costs(
      asked.query, cohort: asked.cohort, within: nil, nearestOnly: options.assignment == .nearest)
    // A village that nobody counted is assigned like an empty one, and shown as unknown.
    let input = CatchmentInput(
      table: costs.table, persons: costs.demand.map { $0 ?? 0 },
      limit: Int64(asked.limit.milliseconds))
    if options.assignment == .capacity { try requireCapacities(costs, asked.service) }
    let catchments =
      options.assignment == .capacity ? try input.capacity(costs.capacities) : input.nearest()
    let rows = CatchmentCounting(
      district: situation.district, catchments: catchments, facilities: costs.facilities.map(\.id),
      reasons: costs.reasons, service: asked.service, cohort: asked.cohort, limit: asked.limit,
      universe: universe, judged: options.judgedLevel, share: options.share,
      provenance: costs.provenance
    ).rows()
    return CoverageTable(
      service: asked.service, label: asked.label, labelEnglish: asked.labelEnglish,
      rule: .catchment, profile: asked.query.profile, cohort: asked.cohort, limit: asked.limit,
      rows: rows)
  }

  private func requireCapacities(_ costs: ServiceCosts, _ service: String) throws {
    let missing = costs.facilities.indices.filter { costs.capacities.isUndeclared($0) }
    guard let first = missing.first else { return }
    throw WorkError(
      .blocked, operation: "assign by capacity", subject: service,
      message: Bilingual(
        "\(missing.count) 处运营设施没有填写容量，首个为 \(costs.facilities[first].id)",
        "\(missing.count) operating facilities declare no capacity, the first is "
          + "\(costs.facilities[first].id)"),
      remedy: Bilingual("在设施台账中填写 capacity", "fill in capacity in the ledger of facilities"))
  }

  /// The people of the villages spread over a population grid, and their travel times.
  func spread(_ path: String, _ situation: Situation) throws -> SpreadReach {
    let shapes = situation.loaded.contents.unitShapes.mapValues(\.shape)
    let cells = try PopulationSource(unitShapes: shapes).cells(path, note: note)
    let spread = PopulationSpread(cells, over: situation.district)
    if spread.outsideCount > 0 {
      note(
        Bilingual(
          "\(path)：\(spread.outsideCount) 个格或点找不到所属的村（社区），未用",
          "\(path): \(spread.outsideCount) cells belong to no village and were not used"
        ).text)
    }
    if spread.unspreadCount > 0 {
      note(
        Bilingual(
          "\(spread.unspreadCount) 个村（社区）内没有有人的格，人口仍计在村的位置",
          "\(spread.unspreadCount) villages have no populated cell; their people stay at the "
            + "village's own place"
        ).text)
    }
    return SpreadReach(
      spread: spread,
      reach: FieldReach(
        district: spread.district, asOf: situation.asOf, field: situation.field))
  }

  /// What a rule that knows no travel says of each unit or village, by id.
  private func answers(
    _ asked: AskedCoverage, _ situation: Situation, _ options: CoverageOptions
  ) throws -> [String: PlaceAnswer] {
    let units = unitCoverage(situation)
    if options.rule == .intensity, let requirement = options.intensity {
      return Intensity(
        requirement, kinds: asked.query.kinds, cohort: asked.cohort, in: situation.district,
        on: situation.asOf, isComplete: units.isComplete(kinds: asked.query.kinds)
      ).answers(judging: options.judgedLevel)
    }
    let wanted = UnitCoverage.Wanted(
      kinds: asked.query.kinds, activity: options.activity, records: options.records)
    let level: UniverseLevel = options.judgedLevel == .township ? .township : .village
    guard let findings = try units.findings(options.rule, level: level, wanted) else {
      throw WorkError(
        .unsupported, operation: "coverage", subject: options.rule.rawValue,
        message: Bilingual(
          "口径“\(options.rule.label)”不由本命令计算",
          "the rule \(options.rule.rawValue) is not computed by this command"),
        remedy: Bilingual("用 yike catchments", "use yike catchments"))
    }
    return Dictionary(
      findings.map { finding in
        let status: CoverageStatus =
          finding.isCovered.map { $0 ? .covered : .uncovered } ?? .unknown
        return (
          finding.id,
          PlaceAnswer(
            status: status, facilities: finding.by, reason: finding.reason,
            provenance: finding.provenance)
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  private func unitCoverage(_ situation: Situation) -> UnitCoverage {
    UnitCoverage(
      policies: situation.policies, district: situation.district,
      asOf: situation.asOf, settings: evaluationSettings(situation))
  }

  /// The members of a universe of the policy files.
  ///
  /// - Throws: `WorkError` (`notFound`) for a name that the policies do not have.
  private func universe(_ id: String, _ situation: Situation) throws -> CoverageUniverse {
    switch unitCoverage(situation).members(of: id) {
    case nil:
      throw unknown(
        "universe", Bilingual("口径", "universes"), id,
        known: situation.policies.universes.map(\.id))
    case .undefined(let reason):
      note(reason.text)
      return CoverageUniverse(id: id, members: .undefined)
    case .known(let ids, let level, let unmatched):
      if unmatched > 0 {
        note(
          Bilingual(
            "口径“\(id)”中有 \(unmatched) 个名称没有对应的单元",
            "\(unmatched) names of the universe \(id) match no unit that is loaded"
          ).text)
      }
      switch level {
      case .township: return CoverageUniverse(id: id, members: .units(Set(ids.map { UnitID($0) })))
      case .village: return CoverageUniverse(id: id, members: .places(Set(ids)))
      case .district:
        return CoverageUniverse(id: id, members: .units(Set(situation.district.units.map(\.id))))
      case .settlement, .cell: return CoverageUniverse(id: id, members: .undefined)
      }
    }
  }
}
