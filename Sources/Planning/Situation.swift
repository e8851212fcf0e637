import Foundation
import PlanningModel
import Scenarios
import Targets
import TravelTimes
import Workspace

/// One evaluation being put together: the patched district, its date, its cost field.
struct Situation {
  var loaded: LoadedWorkspace
  var scenario: Scenario?
  var scenarioInput: InputRecord?
  var asOf: CivilDate
  var district: District
  var roads: BuiltRoads
  var field: CostField
  var reach: FieldReach
  var threads: Int
}

/// One coverage question, ready to be counted.
struct AskedCoverage {
  var service: String
  var label: String
  var labelEnglish: String
  var query: ReachQuery
  var cohort: CohortID
  var limit: TravelTime
}

extension WorkspaceSession {
  func situation(_ request: EvaluationRequest) throws -> Situation {
    let loaded = try load()
    try refuse(loaded.policies.faults, "read policies", "policies")
    try refuse(
      loaded.roadRules.faults, "read road rules", settings.travel.roadRulesFile ?? "")
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
    let threads = request.threads ?? ProcessInfo.processInfo.activeProcessorCount
    let (roads, provenance) = try roads(loaded)
    let field = try field(
      travel: settings.travel, roads: roads, provenance: provenance, district: district,
      loaded, threads: threads)
    return Situation(
      loaded: loaded, scenario: scenario, scenarioInput: input, asOf: asOf,
      district: district, roads: roads, field: field,
      reach: FieldReach(district: district, asOf: asOf, field: field), threads: threads)
  }

  func refuse(_ faults: [InputFault], _ operation: String, _ subject: String) throws {
    let blocking = faults.filter { $0.severity == .blocking }
    guard blocking.isEmpty else {
      throw WorkError(
        .blocked, operation: operation, subject: subject,
        message: Bilingual("\(blocking.count) 项阻断问题", "\(blocking.count) blocking findings"),
        remedy: Bilingual("按各行提示更正", "correct each line"), faults: blocking)
    }
  }

  func evaluationSettings(_ scenario: Scenario?) -> EvaluationSettings {
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

  func service(
    _ name: String
  ) throws -> (label: String, labelEnglish: String, kinds: [ServiceKind]) {
    if let group = settings.serviceGroups.first(where: { $0.id == name }) {
      return (group.label, group.labelEnglish, group.kinds)
    }
    if let type = settings.serviceTypes.first(where: { $0.id.rawValue == name }) {
      return (type.label, type.labelEnglish, [type.id])
    }
    throw unknown(
      "service", Bilingual("服务类型或类型组", "service types and groups"), name,
      known: settings.serviceGroups.map(\.id) + settings.serviceTypes.map(\.id.rawValue))
  }

  /// A profile with the workspace's pace and direction where none is given.
  func profile(
    mode: TravelMode, pace: String?, direction: TravelDirection?
  ) throws -> TravelProfile {
    guard let profile = settings.travel.profile(mode: mode, pace: pace, direction: direction)
    else {
      throw unknown(
        "pace", Bilingual("步速", "paces"), pace ?? "", known: settings.travel.paces.map(\.name))
    }
    return profile
  }

  func unknown(
    _ what: String, _ kinds: Bilingual, _ name: String, known: [String]
  ) -> WorkError {
    let list = known.sorted().joined(separator: ", ")
    return WorkError(
      .notFound, operation: "find \(what)", subject: name,
      message: Bilingual(
        "yike.yaml 和目标文件中没有\(kinds.chinese)“\(name)”",
        "yike.yaml and the policies know no \(what) “\(name)”"),
      remedy: Bilingual("已有的\(kinds.chinese)：\(list)", "known \(kinds.english): \(list)"))
  }
}
