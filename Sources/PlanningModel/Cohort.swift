/// A counted group of people, or of households (人群).
public struct Cohort: Sendable, Hashable {
  /// The identifier, which is also the column name in ledgers.
  public var id: CohortID
  /// What reports call it.
  public var label: String
  /// What the English edition calls it.
  public var labelEnglish: String
  /// What is counted, for tables: 人, or 户 for households.
  public var unit: String
  /// The same in English.
  public var unitEnglish: String
  /// Counts under 5 of a sensitive group never leave (DESIGN §5.13).
  public var isSensitive: Bool

  /// Describes a cohort.
  public init(
    id: CohortID, label: String, labelEnglish: String, unit: String = "人",
    unitEnglish: String = "people", isSensitive: Bool = false
  ) {
    self.id = id
    self.label = label
    self.labelEnglish = labelEnglish
    self.unit = unit
    self.unitEnglish = unitEnglish
    self.isSensitive = isSensitive
  }
}

/// Whose territory a place belongs to.
public enum Band: String, Sendable {
  /// Inside the district.
  case own
  /// In the band of neighbours around it.
  case neighbour
}

/// A place where people are counted: a village, a community, a population cell.
public struct DemandPoint: Sendable, Hashable {
  /// `<township code>/<name>` where no official code exists.
  public var id: DemandPointID
  /// The official code, if there is one.
  public var code: String?
  /// The name, for example 某某村.
  public var name: String
  /// 村 or 社区.
  public var unitClass: UnitClass
  /// The township-level unit it belongs to; nil beyond the border.
  public var unit: UnitID?
  /// Where its people are taken to live (WGS 84); nil when not known.
  public var position: GeographicPosition?
  /// Counted people by cohort; a cohort that is missing is unknown, not zero.
  public var people: [CohortID: Int]
  /// Inside the district, or in the band around it.
  public var band: Band
  /// 城乡分类代码 of the statistics office, for example 111 for 主城区; nil when not known.
  public var urbanRuralCode: String?
  /// Marks that universes ask for, for example 易地扶贫搬迁安置点.
  public var tags: [String]
  /// How good the position is.
  public var positionProvenance: Provenance
  /// How good the counts are.
  public var peopleProvenance: Provenance

  /// Describes a demand point.
  public init(
    id: DemandPointID, code: String? = nil, name: String, unitClass: UnitClass, unit: UnitID?,
    position: GeographicPosition?, people: [CohortID: Int], band: Band = .own,
    urbanRuralCode: String? = nil, tags: [String] = [], positionProvenance: Provenance,
    peopleProvenance: Provenance
  ) {
    self.id = id
    self.code = code
    self.name = name
    self.unitClass = unitClass
    self.unit = unit
    self.position = position
    self.people = people
    self.band = band
    self.urbanRuralCode = urbanRuralCode
    self.tags = tags
    self.positionProvenance = positionProvenance
    self.peopleProvenance = peopleProvenance
  }
}
