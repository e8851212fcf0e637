public import PlanningModel

/// Everything `yike.yaml` says, typed, with defaults filled in.
public struct WorkspaceSettings: Sendable, Hashable {
  /// The district the workspace is about.
  public var district: DistrictSettings
  /// The day everything is judged at unless a flag or a scenario says otherwise.
  public var asOf: CivilDate
  /// The language of outputs unless a flag says otherwise.
  public var language: Language
  /// The projected reference system of the place, for example `EPSG:4545`.
  public var projected: String
  /// The groups of people that are counted, sorted by id.
  public var cohorts: [Cohort]
  /// The kinds of service that ledgers and policies may name, sorted by id.
  public var serviceTypes: [ServiceType]
  /// Named groups of kinds, sorted by id.
  public var serviceGroups: [ServiceGroup]
  /// How people travel.
  public var travel: TravelSettings
  /// The lists that can be declared complete, sorted by id.
  public var registers: [Register]
  /// Thresholds of the district's own for targets that promise no number, sorted by target.
  public var localThresholds: [LocalThreshold]
  /// What new sites cost, for siting and repairs; nothing where nobody says.
  public var siteCosts = SiteCosts()
  /// Further readings by which reports repair targets, in the order of the file.
  public var repairReadings: [RepairReading] = []
  /// Blocking faults that are turned into listed rejections, in the order of the file.
  public var waivers: [Waiver]
  /// Short or former names of units, and the full names they stand for.
  public var aliases: [String: String]
  /// What `decisions.yaml` says, which is put to the sources already.
  public var decisions: [PlannerDecision] = []
  /// What is imported, in the order of the file.
  public var sources: [SourceSettings]
  /// Policy files relative to the workspace; the last component may hold `*`.
  public var policies: [String]
}

/// The district a workspace is about.
public struct DistrictSettings: Sendable, Hashable {
  /// Its six-digit code.
  public var code: String
  /// Its name, for example 某某区.
  public var name: String
  /// Its name in English.
  public var nameEnglish: String
  /// The system that unit codes of all outputs are in.
  public var codeSystem: CodeSystem
}

/// Several kinds of service that answer the same need, for example all elderly care facilities.
public struct ServiceGroup: Sendable, Hashable {
  /// The name that flags and coverage tables use.
  public var id: String
  /// What reports call it.
  public var label: String
  /// What the English edition calls it.
  public var labelEnglish: String
  /// The kinds, sorted.
  public var kinds: [ServiceKind]
}

/// A threshold that a district sets itself where the document promises no number.
public struct LocalThreshold: Sendable, Hashable {
  /// The target's id.
  public var target: String
  /// The share or number, exactly as written.
  public var value: ExactDecimal

  /// Sets a threshold for a target.
  public init(target: String, value: ExactDecimal) {
    self.target = target
    self.value = value
  }
}

/// A blocking fault that a planner accepts, with the reason; the report prints it.
public struct Waiver: Sendable, Hashable {
  /// The check that found the fault, for example `unit.unmatched`.
  public var check: String
  /// The file, relative to the workspace.
  public var file: String
  /// The row, or nil for every row of the file.
  public var row: Int?
  /// Why it is accepted.
  public var reason: String

  /// Whether a fault is the one that is accepted.
  public func covers(_ fault: InputFault) -> Bool {
    check == fault.check && file == fault.file && (row == nil || row == fault.row)
  }
}
