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

/// The set of units that a share is taken over (口径分母).
public struct Universe: Sendable, Hashable {
  /// The name that entries refer to, for example `WL.town_xiang`.
  public var id: String
  /// The level of its members.
  public var level: UniverseLevel
  /// The code of the district it lies in.
  public var within: String
  /// Classes that belong to it; nil for all.
  public var classes: [UnitClass]?
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
  /// What a reader should know, in Chinese.
  public var note: String?
  /// The same in English.
  public var noteEnglish: String?
  /// The file it stands in.
  public var file: String
  /// The line of the file.
  public var line: Int
}
