public import PlanningModel

/// A named patch on the baseline, with the assumptions it states.
///
/// The baseline is never changed: applying a scenario gives a new district.
public struct Scenario: Sendable {
  /// Its name, which is also the name of its file.
  public var id: String
  /// What reports call it.
  public var title: String
  /// What the English edition calls it.
  public var titleEnglish: String
  /// The date it is judged at, if it names one.
  public var asOf: CivilDate?
  /// What costs are counted in, for example 万元.
  public var currency: String?
  /// Registers taken to be complete.
  public var assumeComplete: [String]
  /// What it assumes besides, in words.
  public var assumptions: [StatedAssumption]
  /// What happens to facilities.
  public var facilities: FacilityPatches
  /// What happens to people.
  public var people: [PeoplePatch]
  /// What happens to roads.
  public var roads: RoadPatches
  /// What happens to the ways of travelling and judging.
  public var settings: SettingPatches
  /// Activity records that are added.
  public var activities: [ActivityRecord]
  /// Ledger entries that are added.
  public var progress: [LedgerEntry]
  /// The files that it was read from, the one that is extended first.
  public var files: [SourceText]

  /// Something the scenario takes for granted.
  public struct StatedAssumption: Sendable, Hashable {
    /// A short name.
    public var id: String
    /// What is assumed, in Chinese.
    public var text: String
    /// The same in English.
    public var textEnglish: String
  }

  /// A file as it was read.
  public struct SourceText: Sendable, Hashable {
    /// Its name.
    public var file: String
    /// Its content.
    public var text: String
  }
}

extension Scenario {
  /// The costs that are stated, added up; nil when none is.
  public var cost: ExactDecimal? {
    let stated = costs.compactMap { $0 }
    return stated.isEmpty ? nil : ExactDecimal.sum(of: stated)
  }

  /// How many patches state no cost.
  public var patchesWithoutCost: Int { costs.count { $0 == nil } }

  private var costs: [ExactDecimal?] {
    facilities.opened.map(\.cost) + facilities.closed.map(\.cost)
      + facilities.changed.map(\.cost) + roads.added.map(\.cost) + roads.changed.map(\.cost)
  }
}
