import Certificates
import LocationAllocation
import Planning
import PlanningModel
import Targets

/// A repair as a planner would say it; for the terminal and the report.
struct RepairWording {
  let wording: Wording
  private var language: Language { wording.language }

  /// What a target needs and how it is repaired.
  func sentence(_ repair: TargetRepair) -> String {
    let title = language(
      repair.verdict.title, repair.verdict.titleEnglish ?? repair.verdict.title)
    let state = language(
      "\(repair.verdict.id)“\(title)”需 \(wording.count(repair.need))，现有 \(wording.count(repair.reachedBefore))",
      "\(repair.verdict.id) “\(title)” needs \(wording.count(repair.need)) and has "
        + wording.count(repair.reachedBefore))
    switch repair.answer.status {
    case .infeasible:
      return state
        + language("：候选地点全部建成也不够。", ": even all candidate sites together are too few.")
    case .unknown, .feasible: return state + language("：到时未找到方案。", ": the search was stopped.")
    case .optimal:
      guard !repair.sites.isEmpty else {
        return state + language("：不需要新建。", ": nothing has to be built.")
      }
      return state + built(repair)
    }
  }

  private func built(_ repair: TargetRepair) -> String {
    let count = repair.sites.count
    let after = wording.count(repair.reachedAfter)
    let isPriced = repair.expense != nil && !isPlain(repair.statement)
    let proof = proof(repair.answer.isCertified, isPriced: isPriced)
    let ties = ties(repair.equalChoices)
    return isPriced
      ? language(
        "：最省新建 \(count) 处，建成后 \(after)\(proof)\(ties)。",
        ": the cheapest are \(count) new sites, then \(after)\(proof)\(ties).")
      : language(
        "：最少新建 \(count) 处，建成后 \(after)\(proof)\(ties)。",
        ": \(count) new sites at the least, then \(after)\(proof)\(ties).")
  }

  /// Whether all new sites cost the same, so that the cheapest are the fewest.
  private func isPlain(_ statement: SitingStatement) -> Bool {
    let prices = zip(statement.states, statement.prices).filter { $0.0 == .free }.map(\.1)
    return Set(prices).count <= 1
  }

  private func proof(_ isCertified: Bool, isPriced: Bool) -> String {
    guard isCertified else { return "" }
    return isPriced
      ? language("（已证明没有更省的方案）", " (proven: nothing cheaper suffices)")
      : language("（已证明没有更少的方案）", " (proven: no fewer suffice)")
  }

  private func ties(_ choices: Int?) -> String {
    guard let choices, choices > 1 else { return "" }
    return language(
      "；同样好的选法共 \(wording.count(choices)) 种",
      "; \(wording.count(choices)) choices are equally good")
  }

  /// All targets together.
  func sentence(_ joint: JointRepair) -> String {
    let targets = joint.parts.map(\.verdict.id).joined(separator: language("、", ", "))
    switch joint.status {
    case .infeasible:
      let names = joint.infeasible.joined(separator: language("、", ", "))
      return language(
        "\(targets)一并补救：没有方案（\(names)候选地点全部建成也不够）。",
        "\(targets) together: no answer (all candidate sites are too few for \(names)).")
    case .unknown, .feasible:
      return language(
        "\(targets)一并补救：未找到方案。", "\(targets) together: no choice was found.")
    case .optimal: break
    }
    let count = joint.sites.count
    let shared = joint.sites.count { $0.serves.count > 1 }
    let separate =
      joint.separateSites.map {
        language("分别补救合计 \($0) 处，", "each by itself \($0) in all; ")
      } ?? ""
    let proof =
      joint.isCertified
      ? proof(true, isPriced: false)
      : language("（由求解器得出，方案已逐项复核）", " (by a solver; the choice itself was checked)")
    return language(
      "\(targets)一并补救：\(separate)合并最少新建 \(count) 处，其中 \(shared) 处同时计入几个目标\(proof)\(ties(joint.equalChoices))。",
      "\(targets) together: \(separate)\(count) new sites at the least, \(shared) of which count for "
        + "several targets\(proof)\(ties(joint.equalChoices)).")
  }

  /// The costs; nil where nobody says.
  func costs(_ expense: RepairExpense?) -> String? {
    guard let expense else { return nil }
    let unit = expense.currency ?? ""
    let total = Self.rounded(expense.total.doubleValue)
    let perUnit = expense.perUnit.map { value in
      language(
        "，每新覆盖一个单元 \(Self.rounded(value))\(unit)",
        ", \(Self.rounded(value)) \(unit) for each unit newly covered")
    }
    let perPerson = expense.perPerson.map { value in
      // 万元 a head would be thousandths; people think of it in 元.
      let isSmall = unit == "万元" && value < 1
      let amount = isSmall ? (value * 1_000_000).rounded() / 100 : value
      let name = isSmall ? "元" : unit
      return language(
        "，每新覆盖一人 \(Self.rounded(amount))\(name)",
        ", \(Self.rounded(amount)) \(name) for each person newly covered")
    }
    return language("费用 \(total)\(unit)", "Cost \(total) \(unit)") + (perUnit ?? "")
      + (perPerson ?? "")
      + language(
        "（\(wording.provenance(expense.provenance))）。",
        " (\(wording.provenance(expense.provenance))).")
  }

  /// What an effect reads like: the verdict with its figure.
  func effect(_ effect: RepairOption.Effect) -> String {
    let status = wording.status(effect.status)
    guard let achieved = effect.achieved else { return status }
    return language(
      "\(status)（\(wording.count(achieved))）", "\(status) (\(wording.count(achieved)))")
  }

  /// Four decimals at the most, without zeros at the end.
  static func rounded(_ value: Double) -> String {
    ShortestDecimal.text((value * 10_000).rounded() / 10_000) ?? "—"
  }
}
