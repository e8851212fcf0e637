public import Geometry
public import PlanningModel

/// Everything the store holds: what was imported, as values.
///
/// Written to a file and read back it is the same; units, places and facilities come back sorted
/// by id, everything else in its order.
public struct StoreContents: Sendable {
  /// The hash of the settings that the import read; see ``WorkspaceSettings/importText``.
  public var settingsSHA256: String
  /// The files it was built from, in the order of `sources`.
  public var sources: [SourceRecord]
  /// Township-level units.
  public var units: [AdministrativeUnit]
  /// Outlines of units for maps, WGS 84, with how good each is.
  public var unitShapes: [UnitID: UnitShape]
  /// Villages and communities, own and neighbours'.
  public var demandPoints: [DemandPoint]
  /// Facilities, own and neighbours'.
  public var facilities: [Facility]
  /// Activity records.
  public var activities: [ActivityRecord]
  /// Counted figures of progress ledgers.
  public var ledger: [LedgerEntry]
  /// Reports received, or known to be outstanding.
  public var submissions: [SubmissionRecord]
  /// States reached.
  public var milestones: [MilestoneRecord]
  /// Issues found and closed.
  public var issues: [IssueRecord]
  /// Splits, mergers, new names and codes of units.
  public var unitChanges: [UnitChange]
  /// Roads, own and neighbours'.
  public var roads: RoadLayer
  /// Rivers and other lines of the background.
  public var rivers: [BackgroundLine]
  /// Heights of the ground, in the raster's own reference system; nil when none are given.
  public var elevation: ElevationLayer?
  /// Warnings, hints and waived faults of the import.
  public var findings: [InputFault]

  /// Collects contents; what is left out is empty.
  public init(
    settingsSHA256: String, sources: [SourceRecord] = [], units: [AdministrativeUnit] = [],
    unitShapes: [UnitID: UnitShape] = [:], demandPoints: [DemandPoint] = [],
    facilities: [Facility] = [], activities: [ActivityRecord] = [], ledger: [LedgerEntry] = [],
    submissions: [SubmissionRecord] = [], milestones: [MilestoneRecord] = [],
    issues: [IssueRecord] = [], unitChanges: [UnitChange] = [],
    roads: RoadLayer = RoadLayer(lines: TaggedLines(keys: []), bands: [], provenance: []),
    rivers: [BackgroundLine] = [], elevation: ElevationLayer? = nil, findings: [InputFault] = []
  ) {
    self.settingsSHA256 = settingsSHA256
    self.sources = sources
    self.units = units
    self.unitShapes = unitShapes
    self.demandPoints = demandPoints
    self.facilities = facilities
    self.activities = activities
    self.ledger = ledger
    self.submissions = submissions
    self.milestones = milestones
    self.issues = issues
    self.unitChanges = unitChanges
    self.roads = roads
    self.rivers = rivers
    self.elevation = elevation
    self.findings = findings
  }
}

extension WorkspaceSettings {
  /// The district of a store's contents, with the cohorts, kinds and registers of the settings.
  public func district(with contents: StoreContents) -> District {
    District(
      code: district.code, name: district.name, nameEnglish: district.nameEnglish,
      codeSystem: district.codeSystem, cohorts: cohorts, serviceTypes: serviceTypes,
      units: contents.units, demandPoints: contents.demandPoints,
      facilities: contents.facilities, activities: contents.activities, ledger: contents.ledger,
      submissions: contents.submissions, milestones: contents.milestones, issues: contents.issues,
      unitChanges: contents.unitChanges, registers: registers)
  }

  /// Names that stand for units of a district: those that the planner declared, then former names
  /// of one successor by the list of changes.
  public func aliases(in district: District) -> [String: String] {
    UnitSuccession(district.unitChanges, units: district.units, district: district.code)
      .aliases.merging(aliases) { _, declared in declared }
  }
}

/// What travel times rest on: the roads and the ground, with what the store was built from.
public struct StoreGround: Sendable {
  /// The files and settings.
  public var origin: StoreOrigin
  /// Roads, own and neighbours'.
  public var roads: RoadLayer
  /// Heights of the ground; nil when none are given.
  public var elevation: ElevationLayer?

  /// Assembles the two.
  public init(origin: StoreOrigin, roads: RoadLayer, elevation: ElevationLayer?) {
    self.origin = origin
    self.roads = roads
    self.elevation = elevation
  }
}

extension StoreContents {
  /// What they were built from.
  public var origin: StoreOrigin {
    StoreOrigin(settingsSHA256: settingsSHA256, sources: sources)
  }

  /// Roads and elevation of contents that were read, or put together, with them.
  public var ground: StoreGround {
    StoreGround(origin: origin, roads: roads, elevation: elevation)
  }
}
