import Coverage
import Foundation
public import PlanningModel
import Scenarios
import Targets
import TravelTimes
import Workspace

extension WorkspaceSession {
  /// Judges every target, with the coverage behind each access target.
  ///
  /// - Throws: `WorkError` when the import, the policies or the scenario have blocking faults.
  public func evaluate(_ request: EvaluationRequest) throws -> Evaluation {
    try evaluate(situation(request), drawsRoads: request.drawsRoads)
  }

  func evaluate(_ situation: Situation, drawsRoads: Bool) throws -> Evaluation {
    let evaluation = evaluationSettings(situation)
    let policies = situation.policies
    let evaluator = TargetEvaluator(
      policies: policies, district: situation.district, asOf: situation.asOf,
      reach: situation.reach, settings: evaluation)
    situation.reach.prepare(try evaluator.reachQueries(), threads: situation.threads)
    var results = try evaluator.evaluate()
    let disclosure = VerdictDisclosure(policies, in: situation.district)
    results.verdicts = results.verdicts.map(disclosure.applied)
    let tables = try accessQuestions(situation).map {
      try table($0, situation, CoverageOptions())
    }
    return try assembled(
      situation, results: results, coverage: tables, drawsRoads: drawsRoads)
  }

  /// The questions behind the access targets.
  ///
  /// A cohort that nobody counted has no table; its verdict says that the data is missing.
  func accessQuestions(_ situation: Situation) -> [AskedCoverage] {
    situation.policies.accessQueries(evaluationSettings(situation)).filter { query in
      situation.district.demandPoints.contains { $0.people[query.cohort] != nil }
    }.map(asked)
  }

  /// Answers a coverage question by village, township and district, or by one level only.
  ///
  /// - Throws: `WorkError` (`notFound`) for a target, service, cohort, pace or universe that is
  ///   not known.
  public func coverage(
    _ question: CoverageQuestion, _ request: EvaluationRequest,
    options: CoverageOptions = CoverageOptions(), level: UnitLevel? = nil
  ) throws -> Evaluation {
    let situation = try situation(request)
    var asked = try questions(question, situation)
    // A rule without travel has no limits to repeat its table for.
    if !options.isTravelled {
      var seen: Set<String> = []
      asked.removeAll { !seen.insert($0.service).inserted }
    }
    let spread = try options.population.map { try self.spread($0, situation) }
    if options.rule == .withinTime, !options.isBackup {
      (spread?.reach ?? situation.reach).prepare(
        asked.map(\.query), threads: situation.threads)
    }
    var tables = try asked.map { try table($0, situation, options, spread: spread) }
    for index in tables.indices {
      // Before rows go: what may be told of an area depends on its villages.
      tables[index].rows = disclosed(
        tables[index].rows, of: tables[index].cohort, in: situation.district)
      // Cells are shown when they are asked for: there are many of them.
      tables[index].rows.removeAll { row in
        if let level { row.level != level } else { row.level == .cell }
      }
    }
    return try assembled(
      situation, results: TargetResults(verdicts: [], crossChecks: [], assumptions: []),
      coverage: tables, drawsRoads: request.drawsRoads,
      // Findings on the roads stand in reports and in `check`, not beside a coverage table.
      checksNetwork: false)
  }

  /// The single questions that a coverage question consists of.
  func questions(
    _ question: CoverageQuestion, _ situation: Situation
  ) throws -> [AskedCoverage] {
    switch question {
    case .target(let id):
      let queries = situation.policies.accessQueries(
        evaluationSettings(situation))
      guard let query = queries.first(where: { $0.targetID == id }) else {
        throw unknown(
          "target", Bilingual("可达性目标", "targets of access"), id, known: queries.map(\.targetID))
      }
      return [asked(query)]
    case .services(let names, let cohort, let limits, let mode, let pace, let direction):
      guard settings.cohorts.contains(where: { $0.id == cohort }) else {
        throw unknown(
          "cohort", Bilingual("人群", "cohorts"), cohort.rawValue,
          known: settings.cohorts.map(\.id.rawValue))
      }
      let profile = try profile(mode: mode, pace: pace, direction: direction, situation)
      return try names.flatMap { name in
        let service = try service(name)
        return limits.map { limit in
          AskedCoverage(
            service: name, label: service.label, labelEnglish: service.labelEnglish,
            query: ReachQuery(kinds: service.kinds, profile: profile), cohort: cohort,
            limit: limit)
        }
      }
    }
  }

  private func asked(_ query: AccessQuery) -> AskedCoverage {
    AskedCoverage(
      service: query.targetID, label: query.label, labelEnglish: query.labelEnglish,
      query: query.reach, cohort: query.cohort, limit: query.limit)
  }

  /// `yike.yaml` itself; what it sets also stands among the parameters.
  private func settingsInput() throws -> InputRecord {
    let name = WorkspaceFolder.settingsName
    return InputRecord(
      path: name, role: "settings",
      sha256: try FileDigest.sha256(of: folder.url(of: name), name: name), provenance: nil,
      publisher: nil)
  }

  /// `decisions.yaml`, where the workspace has one.
  private func decisionsInput() throws -> [InputRecord] {
    let name = WorkspaceFolder.decisionsName
    let url = folder.root.appending(path: name)
    guard FileManager.default.fileExists(atPath: url.path) else { return [] }
    return [
      InputRecord(
        path: name, role: "decisions", sha256: try FileDigest.sha256(of: url, name: name),
        provenance: nil, publisher: nil)
    ]
  }

  private func assembled(
    _ situation: Situation, results: TargetResults, coverage: [CoverageTable],
    drawsRoads: Bool, checksNetwork: Bool = true
  ) throws -> Evaluation {
    var results = results
    results.assumptions += (situation.scenario?.assumptions ?? []).map {
      Assumption(id: $0.id, text: $0.text, textEnglish: $0.textEnglish)
    }
    let contents = situation.loaded.contents
    let roads = drawsRoads ? try ground(situation.loaded).roads : contents.roads
    let shapes = contents.unitShapes.mapValues(\.shape)
    let layers = MapLayers(
      unitShapes: shapes,
      unitShapesProvenance: Provenance.weakest(of: contents.unitShapes.values.map(\.provenance))
        ?? .estimated,
      roads: roads.lines,
      roadsProvenance: Provenance.weakest(of: roads.provenance) ?? .estimated,
      rivers: contents.rivers.map {
        MapLayers.NamedLine(
          name: $0.name, positions: $0.positions, provenance: $0.provenance)
      })
    let network =
      checksNetwork
      ? NetworkChecks(
        settings: situation.settings, district: situation.district, field: situation.field
      ).run() : []
    let inputs =
      situation.loaded.sources.map {
        InputRecord(
          path: $0.path, role: $0.role.rawValue, sha256: $0.sha256, provenance: $0.provenance,
          publisher: $0.publisher)
      } + situation.loaded.policies.inputs + situation.loaded.roadRules.inputs
      + (situation.scenario?.inputs ?? []) + [try settingsInput()] + (try decisionsInput())
    var evaluation = Evaluation(
      asOf: situation.asOf, scenario: situation.scenario?.id, district: situation.district,
      results: results, coverage: coverage, layers: layers,
      findings: contents.findings + situation.loaded.policies.faults
        + situation.loaded.roadRules.faults + network,
      waivers: Waiving(waivers: settings.waivers).texts,
      inputs: inputs.sorted { ($0.path, $0.role) < ($1.path, $1.role) },
      parameters: situation.settings.expanded().map { (key: $0.key, value: $0.value) })
    evaluation.targets = situation.policies.targets
    evaluation.terms = situation.policies.terms
    evaluation.universeNames = Dictionary(
      situation.policies.universes.map { ($0.id, $0.name) },
      uniquingKeysWith: { first, _ in first })
    evaluation.scenarioTitle = situation.scenario?.title
    evaluation.scenarioTitleEnglish = situation.scenario?.titleEnglish
    return evaluation
  }
}
