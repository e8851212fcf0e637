public import PlanningModel

/// What a source holds.
public enum SourceRole: String, Sendable, CaseIterable {
  /// Township-level units with their seats.
  case units
  /// Villages and communities with their people.
  case villages
  /// Facilities.
  case facilities
  /// Records of activities.
  case activities
  /// Counted figures of progress ledgers.
  case progress
  /// Reports received.
  case submissions
  /// States reached.
  case milestones
  /// Issues found and closed.
  case issues
  /// Splits, mergers, new names and codes of units.
  case unitChanges = "unit_changes"
  /// Outlines of units, for maps.
  case unitPolygons = "unit_polygons"
  /// Roads, tracks and paths.
  case roads
  /// Heights of the ground.
  case elevation
  /// Rivers, for maps.
  case rivers
}

/// How the degrees of a source are to be understood.
public enum SourceDatum: String, Sendable, CaseIterable {
  /// WGS 84: GPS receivers, OpenStreetMap.
  case wgs84
  /// China Geodetic Coordinate System 2000.
  case cgcs2000
  /// GCJ-02: Amap, Tencent, Google maps of China.
  case gcj02
  /// BD-09: Baidu.
  case bd09
}

/// One entry of `sources`: a file, what it holds and how good it is.
public struct SourceSettings: Sendable, Hashable {
  /// What it holds.
  public var role: SourceRole
  /// The file, relative to the workspace (or absolute, with a warning).
  public var file: String
  /// The sheet or layer inside the file.
  public var layer: String?
  /// How good its figures are where a row does not say.
  public var provenance: Provenance
  /// Who published it, as reports cite it.
  public var publisher: String?
  /// The datum of its degrees; nil when not declared.
  public var datum: SourceDatum?
  /// Its projected reference system, for example `EPSG:4545`; nil when not declared.
  public var referenceSystem: String?
  /// Inside the district, or in the band around it.
  public var band: Band
  /// The file's column names and the names Yike knows them by.
  public var columns: [String: String]
  /// The row that holds the column names, as a spreadsheet numbers it; nil to find it.
  public var headerRow: Int?
  /// Columns of units in which an empty cell means “as above”, beside those where it always does.
  public var fillDown: [String]
  /// Names of units in the file and the full names that `decisions.yaml` gives them.
  public var unitNames: [String: String] = [:]
}
