import Foundation
import LocationAllocation
import PlanningModel
import Scenarios
import Targets
import Workspace

extension WorkspaceSession {
  /// The one best plan over years: least cost, then most served, then earliest.
  ///
  /// - Throws: `WorkError` (`blocked`) with every fault of the file, (`notFound`) for a base
  ///   scenario that is not there, (`unsupported`) for targets that new sites do not bring about.
  public func plan(_ request: PlanRequest) throws -> PlanOutcome {
    let loaded = try load()
    try refuse(loaded.policies.faults, "read policies", "policies")
    let reader = ScenarioReader(
      names: UnitNames(loaded.district.units, aliases: settings.aliases),
      kinds: Set(settings.serviceTypes.map(\.id)),
      registers: Set(settings.registers.map(\.id)), cohorts: Set(settings.cohorts.map(\.id)))
    let policies = loaded.policies.policies
    let (read, faults) = try reader.plan(
      request.file.text, file: request.file.name, targets: Set(policies.targets.map(\.id))
    ) { name in
      let table = try PlanTable(name, beside: request.file.name)
      return (table.file, table.yaml)
    }
    try refuse(faults, "read plan", request.file.name)
    guard let plan = read else { throw noPlan(request.file.name) }
    try refuse(ruleFaults(plan, policies), "read plan", request.file.name)
    let folder = try baseFolder(request, plan)
    let writer = try scenarioWriter(plan, folder, policies, request)
    let base = try base(plan, writer, folder, request)
    let question = try question(plan, base)
    let answer = PhasedSolver().solve(question.statement)
    return try outcome(question, answer, base, writer, folder, request)
  }

  /// Rules that a target does not name, and promises whose evidence belongs to another year.
  private func ruleFaults(_ plan: MultiYearPlan, _ policies: Policies) -> [InputFault] {
    plan.targets.compactMap { goal in
      guard let target = policies.targets.first(where: { $0.id == goal.target }) else {
        return nil
      }
      let own = [target.covered?.rule].compactMap(\.self) + (target.covered?.alternatives ?? [])
      let known = own.map(\.rawValue).joined(separator: ", ")
      if let rule = goal.rule, !own.contains(where: { $0.rawValue == rule }) {
        return goal.fault(
          "plan.rule", rule,
          Bilingual("该目标没有这一口径", "the target does not know this rule"),
          Bilingual("可用的口径：\(known)", "known rules: \(known)"))
      }
      let rule = goal.rule ?? target.covered?.rule.rawValue
      let year =
        (target.due.judgedDate ?? target.due.date)?.year
        ?? policies.document(target.cite.document)?.year
      guard rule == CoveredRuleKind.activity.rawValue, let year, plan.years != [year] else {
        return nil
      }
      return goal.fault(
        "plan.evidence_year", target.id,
        Bilingual(
          "按“开展服务”口径，这一承诺只认\(year)年的活动记录，其他年度新建的不能计入",
          "under the rule “activity” this promise counts records of \(year) only; what opens in "
            + "other years cannot count"),
        Bilingual(
          "在计划中为该目标写 rule（可用：\(known)）", "give the target a rule in the plan (known: \(known))"))
    }
  }

  private func noPlan(_ file: String) -> WorkError {
    WorkError(
      .malformed, operation: "read plan", subject: file,
      message: Bilingual("文件不是计划", "the file is no plan"),
      remedy: Bilingual("见 docs/formats/plans.md", "see docs/formats/plans.md"))
  }

  /// Where the base scenario lies, and its name; the workspace's `scenarios` for the baseline.
  private func baseFolder(
    _ request: PlanRequest, _ plan: MultiYearPlan
  ) throws -> PlanFolder {
    if let scenario = request.scenario {
      let url = URL(filePath: scenario.name)
      let parent = scenario.name.split(separator: "/", omittingEmptySubsequences: false)
        .dropLast().joined(separator: "/")
      return PlanFolder(path: parent.isEmpty ? "." : parent, base: url.lastPathComponent)
    }
    let path = folder.root.appending(path: "scenarios").relativePath
    if let base = plan.base {
      let url = URL(filePath: path).appending(path: base)
      guard url.lastPathComponent == base,
        FileManager.default.isReadableFile(atPath: url.path(percentEncoded: false))
      else {
        throw WorkError(
          .notFound, operation: "read plan", subject: "\(request.file.name): scenario: \(base)",
          message: Bilingual("没有这个情景文件", "there is no such scenario file"),
          remedy: Bilingual(
            "写 scenarios/ 中情景文件的名称", "name a scenario file of the folder scenarios/"))
      }
    }
    return PlanFolder(path: path, base: plan.base)
  }

  private func scenarioWriter(
    _ plan: MultiYearPlan, _ folder: PlanFolder, _ policies: Policies, _ request: PlanRequest
  ) throws -> PlanScenario {
    var activities: [String: Int] = [:]
    var rules: [Assumption] = []
    for goal in plan.targets {
      guard let target = policies.targets.first(where: { $0.id == goal.target }) else { continue }
      if let rule = goal.rule.flatMap(CoveredRuleKind.init(rawValue:)) {
        rules.append(PlanAssumptions.counted(target, by: rule))
      } else if target.covered?.rule == .activity, let activity = target.covered?.activity {
        let sessions = target.covered?.evidence.sessionsInYear ?? 1
        activities[activity] = max(activities[activity] ?? 1, sessions)
      }
    }
    let stands = try situation(
      EvaluationRequest(
        scenario: try folder.text(), asOf: plan.periods.last?.end, threads: request.threads))
    let stated = plan.assumptions.map {
      Assumption(id: $0.id, text: $0.text, textEnglish: $0.textEnglish)
    }
    let assumptions =
      stated + rules + [PlanAssumptions.opensAtEnd]
      + (activities.isEmpty ? [] : [PlanAssumptions.runs])
      + (activities.isEmpty || !plan.continuesActivities ? [] : [PlanAssumptions.continues])
    return PlanScenario(
      plan: plan, base: folder.base, activities: activities,
      records: stands.district.activities, assumptions: assumptions)
  }

  private func base(
    _ plan: MultiYearPlan, _ writer: PlanScenario, _ folder: PlanFolder, _ request: PlanRequest
  ) throws -> PlanBase {
    let situations = try plan.periods.map { period in
      try situation(
        EvaluationRequest(
          scenario: folder.scenario(writer, [], period), threads: request.threads))
    }
    // What counts already does not hang on other promises; judging them all would take its time.
    let asked = Set(plan.targets.map(\.target) + [plan.candidates.unitsOf].compactMap(\.self))
    return PlanBase(
      situations: situations,
      verdicts: try situations.map { situation in
        var situation = situation
        situation.policies.targets.removeAll { !asked.contains($0.id) }
        return try verdicts(situation)
      })
  }

  /// Verdicts on all targets, as every other command gives them.
  private func verdicts(_ situation: Situation) throws -> [Verdict] {
    try TargetEvaluator(
      policies: situation.policies, district: situation.district, asOf: situation.asOf,
      reach: situation.reach, settings: evaluationSettings(situation)
    ).evaluate().verdicts
  }

  private func question(_ plan: MultiYearPlan, _ base: PlanBase) throws -> PlanQuestion {
    let policies = base.last.policies
    func target(_ id: String) throws -> Target {
      guard let target = policies.targets.first(where: { $0.id == id }) else {
        throw unknown("target", Bilingual("目标", "targets"), id, known: policies.targets.map(\.id))
      }
      return target
    }
    var goals = PlanGoals(session: self, plan: plan, base: base, sites: [])
    let units = try plan.candidates.unitsOf.map { try goals.members(target($0)).map(\.id) } ?? []
    let (sites, faults) = PlanCandidates(
      plan: plan, district: base.last.district
    ).sites(units: units)
    try refuse(faults, "read plan", plan.source.file)
    goals = PlanGoals(session: self, plan: plan, base: base, sites: sites)
    let groups = try plan.targets.map { try goals.groups(target($0.target)) }
    let asked = try zip(plan.targets, groups).map { goal, groups in
      try self.goal(goal, target(goal.target), groups, plan, base)
    }
    let owed = try PlanFloors(plan: plan, sites: sites, goals: goals).owed()
    return PlanQuestion(
      plan: plan, sites: sites, goals: asked, groups: groups, floors: owed,
      standing: base.last.district.facilities)
  }

  private func goal(
    _ goal: MultiYearPlan.Goal, _ target: Target, _ groups: PlanGoals.Groups,
    _ plan: MultiYearPlan, _ base: PlanBase
  ) throws -> PlanOutcome.Goal {
    let universe = groups.groups.reduce(0) { $0 + Int($1.value) }
    var required: [Int?] = plan.periods.map { _ in nil }
    for (period, amount) in goal.required {
      guard let index = plan.index(of: period) else { continue }
      switch amount {
      case .count(let count): required[index] = max(required[index] ?? 0, count)
      case .share(let share): required[index] = max(required[index] ?? 0, share.need(of: universe))
      }
    }
    let nothing = PhasedSchedule(opens: [])
    let without = PhasedStatement.Target(
      groups: groups.groups.map { group in
        var group = group
        for point in group.points.indices { group.points[point].sites = [] }
        return group
      }, needs: [])
    return PlanOutcome.Goal(
      id: target.id, title: target.title, titleEnglish: target.titleEnglish,
      countsPeople: groups.countsPeople, universe: universe, required: required,
      before: plan.periods.indices.map { Int(nothing.reached(without, in: $0)) })
  }

  private func outcome(
    _ question: PlanQuestion, _ answer: PhasedAnswer, _ base: PlanBase, _ writer: PlanScenario,
    _ folder: PlanFolder, _ request: PlanRequest
  ) throws -> PlanOutcome {
    let plan = question.plan
    let scenario = base.last.scenario
    var outcome = PlanOutcome(
      plan: plan, base: folder.base.flatMap { _ in scenario?.id }, status: answer.status,
      sites: question.sites, targets: question.goals, assumptions: writer.assumptions,
      provenance: plan.provenance)
    outcome.inputs = try inputs(plan)
    outcome.baseText = try folder.text()
    outcome.failure = answer.failure.map(question.failure)
    guard let schedule = answer.schedule else { return outcome }
    for site in outcome.sites.indices { outcome.sites[site].opens = schedule.opens[site] }
    outcome.years = question.years(schedule)
    outcome.regret = question.regret(schedule)
    for (number, target) in question.statement.targets.enumerated() {
      outcome.targets[number].reached = plan.periods.indices.map {
        Int(schedule.reached(target, in: $0))
      }
    }
    for (index, period) in plan.periods.enumerated() where plan.year(endingWith: index) != nil {
      let opened = outcome.built.filter { ($0.opens ?? .max) <= index }
      let text = folder.scenario(writer, opened, period)
      let judged = try verdicts(
        situation(EvaluationRequest(scenario: text, threads: request.threads)))
      for number in outcome.targets.indices {
        let id = outcome.targets[number].id
        outcome.targets[number].verdicts += judged.filter { $0.id == id }
      }
      outcome.scenarios.append(
        ScenarioText(name: "\(plan.id)-\(period.year).yaml", text: text.text))
    }
    outcome.baseFiles =
      scenario?.files.dropLast().map { source in
        ScenarioText(name: URL(filePath: source.file).lastPathComponent, text: source.text)
      } ?? []
    outcome.provenance =
      Provenance.weakest(
        of: [plan.provenance] + outcome.built.map(\.provenance)
          + outcome.targets.flatMap { $0.verdicts.compactMap(\.provenance) }) ?? plan.provenance
    return outcome
  }
}

extension WorkspaceSession {
  /// The plan and its table as inputs, named by their place in the workspace or by their names.
  private func inputs(_ plan: MultiYearPlan) throws -> [InputRecord] {
    func record(_ name: String, _ role: String, _ sha256: String) -> InputRecord {
      InputRecord(
        path: "plans/\(URL(filePath: name).lastPathComponent)", role: role, sha256: sha256,
        provenance: plan.provenance, publisher: nil)
    }
    let file = plan.source.file
    var inputs = [record(file, "plan", SHA256Digest.hexadecimal(of: plan.source.text))]
    if let table = plan.candidates.file {
      let path = PlanTable.path(table, beside: file)
      inputs.append(
        record(
          table, "plan_candidates", try FileDigest.sha256(of: URL(filePath: path), name: table))
      )
    }
    return inputs
  }
}

extension MultiYearPlan.Goal {
  /// A fault at the place where the goal stands written.
  fileprivate func fault(
    _ check: String, _ value: String, _ rule: Bilingual, _ remedy: Bilingual
  ) -> InputFault {
    InputFault(
      check: check, severity: .blocking, file: origin.file, row: origin.line, column: "rule",
      value: value, rule: rule, remedy: remedy)
  }
}
