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
  /// The workspace's settings, with what the scenario changes.
  var settings: WorkspaceSettings
  /// The targets, with what the scenario changes.
  var policies: Policies
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
    let scenario = try scenario(request, loaded.district)
    let asOf = request.asOf ?? scenario?.asOf ?? settings.asOf
    let threads = request.threads ?? ProcessInfo.processInfo.activeProcessorCount
    var district = loaded.district
    var settings = settings
    var policies = loaded.policies.policies
    if let scenario {
      let file = scenario.files.last?.file ?? scenario.id
      let (patched, conflicts) = scenario.applied(to: district, on: asOf)
      let (known, unknown) = settings.patched(
        by: scenario.settings, targets: Set(policies.targets.map(\.id)))
      let (judged, unfit) = policies.patched(by: scenario.settings)
      try refuse(conflicts + unknown + unfit, "apply scenario", file)
      (district, settings, policies) = (patched, known, judged)
    }
    let (roads, provenance) = try roads(loaded)
    let field = try field(
      travel: settings.travel, roads: roads, patches: scenario?.roads, provenance: provenance,
      district: district, loaded, threads: threads)
    return Situation(
      loaded: loaded, scenario: scenario, settings: settings, policies: policies, asOf: asOf,
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

  func evaluationSettings(_ situation: Situation) -> EvaluationSettings {
    let settings = situation.settings
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
      assumedComplete: situation.scenario?.assumeComplete ?? [],
      aliases: settings.aliases(in: situation.district))
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
    mode: TravelMode, pace: String?, direction: TravelDirection?, _ situation: Situation
  ) throws -> TravelProfile {
    let travel = situation.settings.travel
    guard let profile = travel.profile(mode: mode, pace: pace, direction: direction) else {
      throw unknown(
        "pace", Bilingual("步速", "paces"), pace ?? "", known: travel.paces.map(\.name))
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
