import Coverage
import Foundation
public import PlanningModel
import Scenarios
import Targets
import TravelTimes
import Workspace

/// One evaluation being put together: the patched district, its date, its cost field.
private struct Situation {
  var loaded: LoadedWorkspace
  var scenario: Scenario?
  var scenarioInput: InputRecord?
  var asOf: CivilDate
  var district: District
  var field: CostField
  var reach: FieldReach
}

extension WorkspaceSession {
  /// Judges every target, with the coverage behind each access target.
  ///
  /// - Throws: `WorkError` when the import, the policies or the scenario have blocking faults.
  public func evaluate(_ request: EvaluationRequest) throws -> Evaluation {
    let situation = try situation(request)
    let evaluation = evaluationSettings(situation.scenario)
    let policies = situation.loaded.policies.policies
    let results = try TargetEvaluator(
      policies: policies, district: situation.district, asOf: situation.asOf,
      reach: situation.reach, settings: evaluation
    ).evaluate()
    // A cohort that nobody counted has no table; its verdict says that the data is missing.
    let counted = policies.accessQueries(evaluation).filter { query in
      situation.district.demandPoints.contains { $0.people[query.cohort] != nil }
    }
    let tables = try counted.map { query in
      try table(
        service: query.targetID, label: query.label, labelEnglish: query.labelEnglish,
        query: query.reach, cohort: query.cohort, limit: query.limit, situation)
    }
    return assembled(situation, results: results, coverage: tables)
  }

  /// Answers a coverage question by village, township and district, or by one level only.
  ///
  /// - Throws: `WorkError` (`notFound`) for a target, service, cohort or pace that is not known.
  public func coverage(
    _ question: CoverageQuestion, _ request: EvaluationRequest, level: UnitLevel? = nil
  ) throws -> Evaluation {
    let situation = try situation(request)
    var tables: [CoverageTable] = []
    switch question {
    case .target(let id):
      let queries = situation.loaded.policies.policies.accessQueries(
        evaluationSettings(situation.scenario))
      guard let query = queries.first(where: { $0.targetID == id }) else {
        throw unknown(
          "target", id, known: queries.map(\.targetID), "targets of access in the policy files")
      }
      tables = [
        try table(
          service: query.targetID, label: query.label, labelEnglish: query.labelEnglish,
          query: query.reach, cohort: query.cohort, limit: query.limit, situation)
      ]
    case .services(let names, let cohort, let limits, let mode, let pace, let direction):
      guard settings.cohorts.contains(where: { $0.id == cohort }) else {
        throw unknown(
          "cohort", cohort.rawValue, known: settings.cohorts.map(\.id.rawValue), "cohorts")
      }
      guard let profile = settings.travel.profile(mode: mode, pace: pace, direction: direction)
      else {
        throw unknown("pace", pace ?? "", known: settings.travel.paces.map(\.name), "paces")
      }
      for name in names {
        let service = try service(name)
        for limit in limits {
          tables.append(
            try table(
              service: name, label: service.label, labelEnglish: service.labelEnglish,
              query: ReachQuery(kinds: service.kinds, profile: profile), cohort: cohort,
              limit: limit, situation))
        }
      }
    }
    if let level {
      for index in tables.indices { tables[index].rows.removeAll { $0.level != level } }
    }
    return assembled(
      situation, results: TargetResults(verdicts: [], crossChecks: [], assumptions: []),
      coverage: tables)
  }

  private func situation(_ request: EvaluationRequest) throws -> Situation {
    let loaded = try load()
    try refuse(loaded.policies.faults, "read policies", "policies")
    var district = loaded.district
    var scenario: Scenario?
    var input: InputRecord?
    if let text = request.scenario {
      let (read, faults) = try ScenarioReader.read(
        text.text, file: text.name,
        names: UnitNames(district.units, aliases: settings.aliases),
        kinds: Set(settings.serviceTypes.map(\.id)),
        registers: Set(settings.registers.map(\.id)))
      try refuse(faults, "read scenario", text.name)
      if let read {
        let (patched, conflicts) = read.applied(to: district, file: text.name)
        try refuse(conflicts, "apply scenario", text.name)
        district = patched
      }
      scenario = read
      // Named by its place in the workspace or by its file name, never by an outside path.
      let name = URL(filePath: text.name).lastPathComponent
      input = InputRecord(
        path: "scenarios/\(name)", role: "scenario",
        sha256: SHA256Digest.hexadecimal(of: text.text), provenance: nil, publisher: nil)
    }
    let asOf = request.asOf ?? scenario?.asOf ?? settings.asOf
    let field = try CostField(
      settings: settings, contents: loaded.contents,
      threads: request.threads ?? ProcessInfo.processInfo.activeProcessorCount)
    return Situation(
      loaded: loaded, scenario: scenario, scenarioInput: input, asOf: asOf,
      district: district, field: field,
      reach: FieldReach(district: district, asOf: asOf, field: field))
  }

  private func refuse(_ faults: [InputFault], _ operation: String, _ subject: String) throws {
    let blocking = faults.filter { $0.severity == .blocking }
    guard blocking.isEmpty else {
      throw WorkError(
        .blocked, operation: operation, subject: subject,
        message: "\(blocking.count) 项阻断问题 · blocking findings",
        remedy: "按各行提示更正 · correct each line", faults: blocking)
    }
  }

  private func evaluationSettings(_ scenario: Scenario?) -> EvaluationSettings {
    let travel = settings.travel
    return EvaluationSettings(
      paces: Dictionary(
        travel.paces.map { ($0.name, $0.millimetresPerSecond) },
        uniquingKeysWith: { first, _ in first }),
      defaultPace: travel.defaultPace,
      walkDirection: travel.directions[.walk] ?? .roundTrip,
      vehicleDirection: travel.directions[.motor] ?? .to,
      localThresholds: Dictionary(
        settings.localThresholds.map { ($0.target, $0.value) },
        uniquingKeysWith: { first, _ in first }),
      assumedComplete: scenario?.assumeComplete ?? [], aliases: settings.aliases)
  }

  private func service(
    _ name: String
  ) throws -> (label: String, labelEnglish: String, kinds: [ServiceKind]) {
    if let group = settings.serviceGroups.first(where: { $0.id == name }) {
      return (group.label, group.labelEnglish, group.kinds)
    }
    if let type = settings.serviceTypes.first(where: { $0.id.rawValue == name }) {
      return (type.label, type.labelEnglish, [type.id])
    }
    throw unknown(
      "service", name,
      known: settings.serviceGroups.map(\.id) + settings.serviceTypes.map(\.id.rawValue),
      "service types and groups")
  }

  private func unknown(
    _ what: String, _ name: String, known: [String], _ list: String
  ) -> WorkError {
    WorkError(
      .notFound, operation: "find \(what)", subject: name,
      message: "yike.yaml and the policies know no \(what) of this name",
      remedy: "known \(list): " + known.sorted().joined(separator: ", "))
  }

  private func table(
    service: String, label: String, labelEnglish: String, query: ReachQuery, cohort: CohortID,
    limit: TravelTime, _ situation: Situation
  ) throws -> CoverageTable {
    let rows = CoverageCounting(
      district: situation.district, reach: try situation.reach.reach(query),
      service: service, cohort: cohort, limit: limit
    ).rows()
    return CoverageTable(
      service: service, label: label, labelEnglish: labelEnglish, profile: query.profile,
      cohort: cohort, limit: limit, rows: rows)
  }

  private func assembled(
    _ situation: Situation, results: TargetResults, coverage: [CoverageTable]
  ) -> Evaluation {
    var results = results
    results.assumptions += (situation.scenario?.assumptions ?? []).map {
      Assumption(id: $0.id, text: $0.text, textEnglish: $0.textEnglish)
    }
    let contents = situation.loaded.contents
    let shapes = contents.unitShapes.mapValues(\.shape)
    let layers = MapLayers(
      unitShapes: shapes,
      unitShapesProvenance: Provenance.weakest(of: contents.unitShapes.values.map(\.provenance))
        ?? .estimated,
      roads: contents.roads.lines,
      roadsProvenance: Provenance.weakest(of: contents.roads.provenance) ?? .estimated,
      rivers: contents.rivers.map {
        MapLayers.NamedLine(
          name: $0.name, positions: $0.positions, provenance: $0.provenance)
      })
    let network = NetworkChecks(
      settings: settings, district: situation.district, field: situation.field
    ).run()
    let inputs =
      situation.loaded.sources.map {
        InputRecord(
          path: $0.path, role: $0.role.rawValue, sha256: $0.sha256, provenance: $0.provenance,
          publisher: $0.publisher)
      } + situation.loaded.policies.inputs + (situation.scenarioInput.map { [$0] } ?? [])
    var evaluation = Evaluation(
      asOf: situation.asOf, scenario: situation.scenario?.id, district: situation.district,
      results: results, coverage: coverage, layers: layers,
      findings: contents.findings + situation.loaded.policies.faults + network,
      waivers: Waiving(waivers: settings.waivers).texts,
      inputs: inputs.sorted { ($0.path, $0.role) < ($1.path, $1.role) },
      parameters: settings.expanded().map { (key: $0.key, value: $0.value) })
    evaluation.scenarioTitle = situation.scenario?.title
    evaluation.scenarioTitleEnglish = situation.scenario?.titleEnglish
    return evaluation
  }
}
