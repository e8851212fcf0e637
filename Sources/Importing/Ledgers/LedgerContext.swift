public import PlanningModel

/// What a ledger's rows are matched against.
public struct LedgerContext: Sendable {
  /// The district's six-digit code.
  public var districtCode: String
  /// The district's name.
  public var districtName: String
  /// The system its unit codes are in.
  public var codeSystem: CodeSystem
  /// The district's units; empty while they are being read.
  public var units: [AdministrativeUnit]
  /// The villages that facilities may name; empty where they are not loaded.
  public var demandPoints: [DemandPoint]
  /// The cohorts that villages are counted by.
  public var cohorts: [Cohort]
  /// The declared kinds of service.
  public var serviceTypes: [ServiceType]
  /// How coordinates are read.
  public var coordinates: CoordinateReading
  /// Whether the file is about the district or about the band around it.
  public var band: Band
  /// How good rows are that do not say so themselves.
  public var provenance: Provenance

  /// The day of the evaluation; names that a row with a day of its own uses are judged at that.
  public var asOf: CivilDate?

  let names: UnitNames
  let succession: UnitSuccession

  /// Describes the surroundings of a ledger; `aliases` maps short or former names of units to
  /// full names, `changes` are splits, mergers and new names of units.
  public init(
    districtCode: String, districtName: String, codeSystem: CodeSystem,
    units: [AdministrativeUnit] = [], aliases: [String: String] = [:],
    changes: [UnitChange] = [], asOf: CivilDate? = nil, demandPoints: [DemandPoint] = [],
    cohorts: [Cohort] = [], serviceTypes: [ServiceType] = [],
    coordinates: CoordinateReading, band: Band = .own, provenance: Provenance = .secondary
  ) {
    self.districtCode = districtCode
    self.districtName = districtName
    self.codeSystem = codeSystem
    self.units = units
    self.demandPoints = demandPoints
    self.cohorts = cohorts
    self.serviceTypes = serviceTypes
    self.coordinates = coordinates
    self.band = band
    self.provenance = provenance
    self.asOf = asOf
    names = UnitNames(units, aliases: aliases)
    succession = UnitSuccession(changes, units: units, district: districtCode)
  }
}
