/// A list of unit codes by one publisher; the same digits mean different places in different
/// systems, so a code is nothing without its system.
public struct CodeSystem: RawRepresentable, Hashable, Sendable {
  /// The name in files, for example `nbs2023` or `mca`.
  public let rawValue: String
  /// Wraps the name of a code system.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// 国家统计局 统计用区划代码, edition 2023.
  public static let nbs2023 = CodeSystem(rawValue: "nbs2023")
  /// 民政部 行政区划代码.
  public static let mca = CodeSystem(rawValue: "mca")
}

/// The class of a unit, in the words of the documents.
public enum UnitClass: String, Sendable, CaseIterable {
  /// 区县.
  case district = "区县"
  /// 街道: urban subdistrict.
  case street = "街道"
  /// 镇: town.
  case town = "镇"
  /// 乡: township.
  case township = "乡"
  /// 民族乡: ethnic township; 乡 includes it everywhere.
  case ethnicTownship = "民族乡"
  /// 社区: urban neighbourhood at village level.
  case community = "社区"
  /// 村: village.
  case village = "村"

  /// Whether a document's word covers this class: 乡 covers 民族乡 too.
  public func matches(_ word: UnitClass) -> Bool {
    self == word || (word == .township && self == .ethnicTownship)
  }
}

/// Where in the hierarchy a unit, or a line of a table, stands.
public enum UnitLevel: String, Sendable, CaseIterable {
  /// A set of units that a share is taken over (口径分母).
  case universe
  /// 区县.
  case district
  /// 街道, 镇, 乡.
  case township
  /// 社区, 村.
  case village
  /// A population cell below the village.
  case cell
}

/// A unit of administration at township level, with its seat and its people.
public struct AdministrativeUnit: Sendable, Hashable {
  /// Its code in the district's code system.
  public var id: UnitID
  /// The full official name, for example 某某苗族土家族乡.
  public var name: String
  /// The name in English, if known.
  public var nameEnglish: String?
  /// 街道, 镇, 乡 or 民族乡.
  public var unitClass: UnitClass
  /// The code of the unit above.
  public var parent: UnitID
  /// The name of the unit above, where units of several districts are held together; it tells
  /// units of one name apart.
  public var parentName: String?
  /// All codes it is known by.
  public var codes: [CodeSystem: String]
  /// Where its seat is (WGS 84).
  public var seat: GeographicPosition?
  /// How good the seat's position is.
  public var seatProvenance: Provenance?
  /// People by the census or register that the units file carries.
  public var population: Int?
  /// How good the population is.
  public var populationProvenance: Provenance?
  /// Area by publication, in square kilometres, as written.
  public var areaSquareKilometres: ExactDecimal?
  /// The publisher, as written in the source.
  public var source: String?

  /// Describes a unit.
  public init(
    id: UnitID, name: String, nameEnglish: String? = nil, unitClass: UnitClass, parent: UnitID,
    parentName: String? = nil, codes: [CodeSystem: String] = [:], seat: GeographicPosition? = nil,
    seatProvenance: Provenance? = nil, population: Int? = nil,
    populationProvenance: Provenance? = nil, areaSquareKilometres: ExactDecimal? = nil,
    source: String? = nil
  ) {
    self.id = id
    self.name = name
    self.nameEnglish = nameEnglish
    self.unitClass = unitClass
    self.parent = parent
    self.parentName = parentName
    self.codes = codes
    self.seat = seat
    self.seatProvenance = seatProvenance
    self.population = population
    self.populationProvenance = populationProvenance
    self.areaSquareKilometres = areaSquareKilometres
    self.source = source
  }
}
