public import PlanningModel

/// The level whose members a universe counts.
public enum UniverseLevel: String, Sendable, CaseIterable {
  /// 区县.
  case district
  /// 街道, 镇, 乡.
  case township
  /// 社区, 村.
  case village
  /// A settlement below the village, for example a relocation site.
  case settlement
  /// A population cell.
  case cell
}

/// What a universe asks of a village besides its class; all of it must hold.
public struct UniverseCondition: Sendable, Hashable {
  /// The 城乡分类代码 must begin with one of these; empty for any.
  public var urbanRuralPrefixes: [String] = []
  /// A mark it must carry, for example 易地扶贫搬迁安置点.
  public var tag: String?
  /// Names or codes of districts it must lie in; empty for any.
  public var districts: [String] = []
  /// How many people of a cohort it must have.
  public var people: PeopleCondition?

  /// So many people of a cohort.
  public struct PeopleCondition: Sendable, Hashable {
    /// Who is counted.
    public var cohort: CohortID
    /// How the count compares.
    public var comparison: Comparison
    /// The number; nil where a parameter gives it.
    public var value: Int?
    /// The name of the parameter that gives it.
    public var parameter: String?
  }

  /// Whether nothing is asked.
  public var isEmpty: Bool {
    urbanRuralPrefixes.isEmpty && tag == nil && districts.isEmpty && people == nil
  }
}

/// The set of units that a share is taken over (口径分母).
public struct Universe: Sendable, Hashable {
  /// The name that entries refer to, for example `WL.town_xiang`.
  public var id: String
  /// The level of its members.
  public var level: UniverseLevel
  /// The code of the district it lies in.
  public var within: String
  /// A code that the district had before; its data may still carry it.
  public var formerCode: String?
  /// Classes that belong to it; nil for all.
  public var classes: [UnitClass]?
  /// What it asks besides the class.
  public var condition = UniverseCondition()
  /// Its members by name or id, where they are listed; nil when classes decide.
  public var list: [String]?
  /// How many members the publisher counts; compared with what is loaded.
  public var declaredCount: Int?
  /// The same by class.
  public var declaredCountByClass: [UnitClass: Int]
  /// Names that must be its members; nil when none are given.
  public var expectedNames: [String]?
  /// Whether anyone has said what belongs to it.
  public var isDefined: Bool
  /// What reports call it, in Chinese; nil where only its id is given.
  public var label: String?
  /// The same in English.
  public var labelEnglish: String?
  /// What a reader should know, in Chinese.
  public var note: String?
  /// The same in English.
  public var noteEnglish: String?
  /// The file it stands in.
  public var file: String
  /// The line of the file.
  public var line: Int

  /// What it is called in either language; its id where nobody has given it a name.
  public var name: Bilingual { Bilingual(label ?? id, labelEnglish ?? label ?? id) }
}
