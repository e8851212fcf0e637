public import Geometry
public import PlanningModel

/// One file that the store was built from.
public struct SourceRecord: Sendable, Hashable {
  /// What it holds.
  public var role: SourceRole
  /// The path relative to the workspace.
  public var path: String
  /// SHA-256 of its bytes, lower-case hexadecimal.
  public var sha256: String
  /// How good it is, as declared.
  public var provenance: Provenance
  /// Who published it, as declared.
  public var publisher: String?
  /// Inside the district, or in the band around it.
  public var band: Band

  /// Describes a file.
  public init(
    role: SourceRole, path: String, sha256: String, provenance: Provenance,
    publisher: String? = nil, band: Band = .own
  ) {
    self.role = role
    self.path = path
    self.sha256 = sha256
    self.provenance = provenance
    self.publisher = publisher
    self.band = band
  }
}

/// The outline of a unit for maps; no figure is taken from it.
public struct UnitShape: Sendable, Hashable {
  /// The outline, WGS 84.
  public var shape: Shape
  /// How good it is.
  public var provenance: Provenance

  /// Describes an outline.
  public init(shape: Shape, provenance: Provenance) {
    self.shape = shape
    self.provenance = provenance
  }
}

/// Roads with where they belong and how good each is.
public struct RoadLayer: Sendable {
  /// The lines, WGS 84.
  public var lines: TaggedLines
  /// Inside the district or beyond, one for each line.
  public var bands: [Band]
  /// How good each line is.
  public var provenance: [Provenance]

  /// Assembles a layer; the lists have `lines.count` items each.
  public init(lines: TaggedLines, bands: [Band], provenance: [Provenance]) {
    self.lines = lines
    self.bands = bands
    self.provenance = provenance
  }
}

/// A named line of the background, for example a river.
public struct BackgroundLine: Sendable, Hashable {
  /// The name.
  public var name: String
  /// The name in English, if known.
  public var nameEnglish: String?
  /// The positions, WGS 84.
  public var positions: [Position]
  /// How good the course is.
  public var provenance: Provenance

  /// Assembles a line.
  public init(
    name: String, nameEnglish: String? = nil, positions: [Position], provenance: Provenance
  ) {
    self.name = name
    self.nameEnglish = nameEnglish
    self.positions = positions
    self.provenance = provenance
  }
}

/// Heights of the ground with how good they are.
public struct ElevationLayer: Sendable {
  /// The heights in metres.
  public var raster: Raster
  /// How good they are.
  public var provenance: Provenance

  /// Assembles a layer.
  public init(raster: Raster, provenance: Provenance) {
    self.raster = raster
    self.provenance = provenance
  }
}
