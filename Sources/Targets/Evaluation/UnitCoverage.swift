public import PlanningModel

/// Which units or villages a covered-rule calls covered, apart from any target.
///
/// The same rules as those that decide targets, so that a coverage table and a verdict cannot
/// disagree (DESIGN §5.10).
public struct UnitCoverage {
  /// What a rule says of one unit or village.
  public struct Finding: Sendable, Hashable {
    /// The code, or `<township code>/<name>`.
    public var id: String
    /// Whether it is covered; nil when that is not known.
    public var isCovered: Bool?
    /// The facilities that cover it, by id; none where an activity or a record shows it.
    public var by: [FacilityID]
    /// Why it is not covered, or not known to be.
    public var reason: Reason?
    /// The weakest data that was read; nil when none was.
    public var provenance: Provenance?
  }

  /// What a rule looks for.
  public struct Wanted: Sendable, Hashable {
    /// The kinds of facility that count.
    public var kinds: [ServiceKind]
    /// The activity that a record must show, for `activity`.
    public var activity: String?
    /// The records that must all exist, for `record`.
    public var records: [String]

    /// Says what to look for.
    public init(kinds: [ServiceKind], activity: String? = nil, records: [String] = []) {
      self.kinds = kinds
      self.activity = activity
      self.records = records
    }
  }

  /// The members of a universe.
  public enum Members: Sendable, Hashable {
    /// Township-level units or villages by id; names that match nothing that is loaded are left
    /// out and counted.
    case known([String], level: UniverseLevel, unmatched: Int)
    /// Nobody has said what belongs to it, or its units are not loaded.
    case undefined(Bilingual)
  }

  private let context: EvaluationContext

  /// Prepares to judge a district on a date.
  ///
  /// - Parameters:
  ///   - policies: for the universes.
  ///   - settings: for registers that are assumed complete, and for aliases.
  public init(
    policies: Policies, district: District, asOf: CivilDate, settings: EvaluationSettings
  ) {
    context = EvaluationContext(
      policies: policies, district: district, asOf: asOf, settings: settings,
      registers: RegisterBook(district.registers, assuming: Set(settings.assumedComplete)),
      reach: ReachCache(nil))
  }

  /// What a rule says of every unit of a level (`township` or `village`), by id.
  ///
  /// - Parameter rule: hosted, assigned, activity or record; nil is returned for the others,
  ///   which are decided from travel times, catchments or amounts.
  public func findings(
    _ rule: CoveredRuleKind, level: UniverseLevel, _ wanted: Wanted
  ) throws -> [Finding]? {
    guard [.hosted, .assigned, .activity, .record].contains(rule) else { return nil }
    let everything = Universe.everything(level, within: context.district.code)
    guard case .members(let members) = context.universes.members(of: everything) else { return [] }
    let covered = CoveredRule(
      rule: rule, alternatives: [], activity: wanted.activity,
      evidence: EvidenceMinimum(sessionsInYear: 1, servedPeople: 1), allOf: wanted.records,
      time: nil)
    let input = RuleInput(
      kinds: wanted.kinds, state: nil, covered: covered, year: context.asOf.year)
    return try context.evidence(rule, for: members, input)?.map(Self.finding)
  }

  /// Whether absence from the registers of these kinds means that there is none.
  public func isComplete(kinds: [ServiceKind]) -> Bool {
    context.registers.isComplete(kinds: kinds)
  }

  /// The members of a universe of the policy files; nil for a name they do not have.
  public func members(of id: String) -> Members? {
    guard let universe = context.policies.universe(id) else { return nil }
    switch context.universes.members(of: universe) {
    case .unknown(let reason): return .undefined(reason)
    case .members(let members):
      let known = members.filter { $0.unitClass != nil }
      return .known(
        known.map(\.id), level: universe.level, unmatched: members.count - known.count)
    }
  }

  private static func finding(_ evidence: UnitEvidence) -> Finding {
    var finding = Finding(
      id: evidence.member.id, isCovered: nil, by: [], reason: nil,
      provenance: evidence.provenance)
    switch evidence.answer {
    case .yes(let facilities):
      finding.isCovered = true
      finding.by = facilities.sorted()
    case .no(let reason):
      finding.isCovered = false
      finding.reason = reason
    case .unknown(let reason): finding.reason = reason
    }
    return finding
  }
}
