public import PlanningModel
public import TravelTimes

/// Judges every target of the policies on one district and date.
///
/// The verdicts are a function of what is passed in: no clock, no order of hashing. A target
/// that cannot be judged is `unknown` with the reason, never dropped.
public struct TargetEvaluator {
  private let policies: Policies
  private let district: District
  private let asOf: CivilDate
  private let reach: (any ReachSource)?
  private let settings: EvaluationSettings
  private let places: UnitPlaces

  /// Collects what a judgement rests on.
  ///
  /// - Parameters:
  ///   - policies: documents, universes and targets without blocking faults.
  ///   - district: the district with the scenario applied.
  ///   - asOf: the day everything is judged at.
  ///   - reach: answers questions of travel; nil leaves them unknown.
  ///   - settings: what the workspace and the scenario decide.
  public init(
    policies: Policies, district: District, asOf: CivilDate, reach: (any ReachSource)?,
    settings: EvaluationSettings
  ) {
    self.policies = policies
    self.district = district
    self.asOf = asOf
    self.reach = reach
    self.settings = settings
    places = UnitPlaces(district)
  }

  /// All verdicts in the order of the policy files, the checks between them, and the
  /// assumptions.
  ///
  /// - Throws: `WorkError` (`notFound`) for an assumed register or a local threshold that names
  ///   nothing, and what the source of travel times throws.
  public func evaluate() throws -> TargetResults {
    try checkSettings()
    let contexts = contexts
    var verdicts: [Verdict] = []
    for target in policies.targets { verdicts.append(try verdict(on: target, contexts)) }
    return TargetResults(
      verdicts: verdicts, crossChecks: try contexts.stated.crossChecks(verdicts),
      assumptions: assumedRegisters.map(assumption))
  }

  /// The verdict on one target alone; nil for an id that no target has.
  ///
  /// - Throws: as ``evaluate()``.
  public func verdict(on id: String) throws -> Verdict? {
    try checkSettings()
    return try policies.target(id).map { try verdict(on: $0, contexts) }
  }

  /// What is judged under, as stated and with each assumed register withdrawn.
  private struct Contexts {
    var stated: EvaluationContext
    var weaker: [(register: Register, context: EvaluationContext)]
  }

  private var contexts: Contexts {
    let cache = ReachCache(reach)
    let assumed = assumedRegisters
    let all = Set(assumed.map(\.id))
    return Contexts(
      stated: context(assuming: all, cache),
      weaker: assumed.map { ($0, context(assuming: all.subtracting([$0.id]), cache)) })
  }

  private func verdict(on target: Target, _ contexts: Contexts) throws -> Verdict {
    var verdict = try contexts.stated.verdict(on: target)
    // A verdict rests on an assumption when it would read differently without it.
    for other in contexts.weaker where target.reads(other.register) {
      if try other.context.verdict(on: target) != verdict {
        verdict.assumptions.append("assume_complete:\(other.register.id)")
      }
    }
    return verdict
  }

  /// Every question of travel that the judgement will ask, in its order.
  ///
  /// Found by judging without answers, so that nothing has to be known here of how each measure
  /// asks; what only an answer would lead to is left out.
  ///
  /// - Throws: as ``evaluate()``.
  public func reachQueries() throws -> [ReachQuery] {
    try checkSettings()
    let asked = AskedQueries()
    let context = context(assuming: Set(assumedRegisters.map(\.id)), ReachCache(asked))
    for target in policies.targets where target.asksOfTravel { _ = try context.verdict(on: target) }
    return asked.queries
  }

  /// Registers that the scenario takes to be complete and that do not say so themselves.
  private var assumedRegisters: [Register] {
    district.registers.filter { settings.assumedComplete.contains($0.id) && !$0.isComplete }
  }

  private func context(assuming: Set<String>, _ cache: ReachCache) -> EvaluationContext {
    EvaluationContext(
      policies: policies, district: district, asOf: asOf, settings: settings,
      registers: RegisterBook(district.registers, assuming: assuming), reach: cache,
      places: places)
  }

  private func checkSettings() throws {
    for id in settings.assumedComplete where !district.registers.contains(where: { $0.id == id }) {
      throw WorkError(
        .notFound, operation: "assume complete", subject: id,
        message: Bilingual("没有名为“\(id)”的名册", "no register is called “\(id)”"),
        remedy: Bilingual(
          "在 yike.yaml 的 registers 中声明，或更正 assume_complete",
          "declare it under registers in yike.yaml, or correct assume_complete"))
    }
    for id in settings.localThresholds.keys.sorted() where policies.target(id) == nil {
      throw WorkError(
        .notFound, operation: "apply local threshold", subject: id,
        message: Bilingual("没有 id 为“\(id)”的目标", "no target has the id “\(id)”"),
        remedy: Bilingual(
          "更正 yike.yaml 中的 local_thresholds", "correct local_thresholds in yike.yaml"))
    }
  }

  private func assumption(_ register: Register) -> Assumption {
    let labels = Dictionary(
      district.serviceTypes.map { ($0.id, ($0.label, $0.labelEnglish)) },
      uniquingKeysWith: { first, _ in first })
    let activities = register.activities.map { policies.terms[$0] }
    let chinese = register.kinds.map { labels[$0]?.0 ?? $0.rawValue } + activities.map(\.chinese)
    let english = register.kinds.map { labels[$0]?.1 ?? $0.rawValue } + activities.map(\.english)
    return Assumption(
      id: "assume_complete:\(register.id)",
      text: "假定\(chinese.joined(separator: "、"))的登记册截至\(asOf)是完整的：未登记即没有",
      textEnglish: "the register of \(english.joined(separator: ", ")) is taken to be complete as "
        + "of \(asOf): what is not in it does not exist")
  }
}
