public import LocationAllocation
public import PlanningModel
public import Targets

/// The cheapest sites that repair several targets together: a site that counts for several of
/// them is built, and paid, once.
public struct JointRepair: Sendable {
  /// A new site and the targets for which it counts.
  public struct Site: Sendable, Hashable {
    /// Where.
    public var site: TargetRepair.Site
    /// The ids of the targets.
    public var serves: [String]
    /// What it offers, so that every one of them is served.
    public var kinds: [ServiceKind]
    /// What it costs; nil where nobody says.
    public var cost: ExactDecimal?
  }

  /// The day that is judged.
  public var asOf: CivilDate
  /// How far the search came.
  public var status: SitingAnswer.Status
  /// Whether every part of the proof was re-checked in this run; otherwise a solver's word
  /// stands behind it.
  public var isCertified: Bool
  /// The sites.
  public var sites: [Site]
  /// The price of all sites in units of the costs, or how many they are; nil without an answer.
  public var objective: ExactAmount?
  /// Each target with those of the sites that count for it.
  public var parts: [TargetRepair]
  /// How many sites the targets need when each is repaired by itself; nil where one cannot be.
  public var separateSites: Int?
  /// How many equally good choices there are; nil where that is not a plain count.
  public var equalChoices: Int?
  /// Other choices that are as good, as far as they were asked for.
  public var alternatives: [[TargetRepair.Site]]
  /// Whether there are no more of them; nil when they were not searched.
  public var areTiesComplete: Bool?
  /// The targets that no choice of sites repairs, alone or together.
  public var infeasible: [String]
  /// What the sites cost, for each unit that counts anew and each person who gains; nobody is
  /// counted twice.
  public var expense: RepairExpense?
  /// What it takes for granted.
  public var assumptions: [Assumption]
  /// The weakest data that the choice rests on.
  public var provenance: Provenance

  /// Whether all candidate places together are too few.
  public var isInfeasible: Bool { status == .infeasible }
}

extension JointRepair {
  /// The sites as a scenario.
  ///
  /// - Parameters:
  ///   - base: the name of the scenario file on which the repair rests; nil for the baseline.
  public func scenario(base: String?) -> RepairScenario {
    let names = parts.map(\.verdict.id)
    return RepairScenario(
      id: "repair-\(names.joined(separator: "-"))",
      title: Bilingual(
        "\(names.joined(separator: "、"))补救方案", "Repair of \(names.joined(separator: ", "))"),
      base: base, asOf: asOf,
      currency: expense?.currency, assumptions: assumptions,
      openings: sites.flatMap { site in
        site.kinds.enumerated().map { number, kind in
          RepairScenario.Opening(
            site: site.site, kind: kind,
            activity: parts.first {
              site.serves.contains($0.verdict.id) && $0.kinds.contains(kind.rawValue)
                && $0.activity != nil
            }?.activity, cost: number == 0 ? site.cost?.description : nil)
        }
      })
  }
}
