public import Coverage
public import Geometry
public import PlanningModel
public import Targets

/// A coverage question and its answer by village, township and district.
public struct CoverageTable: Sendable {
  /// The name of the service or group of services, for example `elder_service`.
  public var service: String
  /// What reports call it.
  public var label: String
  /// What the English edition calls it.
  public var labelEnglish: String
  /// The covered-rule: when a place counts as covered.
  public var rule: CoveredRuleKind
  /// How people travel there; nil where the rule knows no travel.
  public var profile: TravelProfile?
  /// Who is counted.
  public var cohort: CohortID
  /// The limit; nil where the rule has none.
  public var limit: TravelTime?
  /// Cells by id where people are spread over them, villages by id, then townships by id, then
  /// the district or the universe.
  public var rows: [CoverageRow]

  /// Assembles a table.
  public init(
    service: String, label: String, labelEnglish: String, rule: CoveredRuleKind = .withinTime,
    profile: TravelProfile?, cohort: CohortID, limit: TravelTime?, rows: [CoverageRow]
  ) {
    self.service = service
    self.label = label
    self.labelEnglish = labelEnglish
    self.rule = rule
    self.profile = profile
    self.cohort = cohort
    self.limit = limit
    self.rows = rows
  }
}

/// Shapes for maps; no figure is taken from them.
public struct MapLayers: Sendable {
  /// Polygons of the units, WGS 84.
  public var unitShapes: [UnitID: Shape]
  /// How good the polygons are.
  public var unitShapesProvenance: Provenance
  /// Roads, own and neighbours'; empty unless ``EvaluationRequest/drawsRoads``.
  public var roads: TaggedLines
  /// How good the roads are.
  public var roadsProvenance: Provenance
  /// Named background lines, for example rivers.
  public var rivers: [NamedLine]

  /// A line of the background with its name.
  public struct NamedLine: Sendable {
    /// The name.
    public var name: String
    /// The positions, WGS 84.
    public var positions: [Position]
    /// How good the course is.
    public var provenance: Provenance

    /// Assembles a line.
    public init(name: String, positions: [Position], provenance: Provenance) {
      self.name = name
      self.positions = positions
      self.provenance = provenance
    }
  }

  /// Assembles the layers.
  public init(
    unitShapes: [UnitID: Shape], unitShapesProvenance: Provenance, roads: TaggedLines,
    roadsProvenance: Provenance, rivers: [NamedLine]
  ) {
    self.unitShapes = unitShapes
    self.unitShapesProvenance = unitShapesProvenance
    self.roads = roads
    self.roadsProvenance = roadsProvenance
    self.rivers = rivers
  }
}

/// One input of a run and the hash that identifies it.
public struct InputRecord: Sendable, Hashable {
  /// The path relative to the workspace.
  public var path: String
  /// What it holds: units, villages, roads and so on.
  public var role: String
  /// SHA-256 of its bytes, lower-case hexadecimal.
  public var sha256: String
  /// How good it is, as declared.
  public var provenance: Provenance?
  /// The publisher, as declared.
  public var publisher: String?

  /// Assembles a record.
  public init(
    path: String, role: String, sha256: String, provenance: Provenance?, publisher: String?
  ) {
    self.path = path
    self.role = role
    self.sha256 = sha256
    self.provenance = provenance
    self.publisher = publisher
  }
}

/// Everything one run found out, ready to be shown; a pure function of its inputs.
public struct Evaluation: Sendable {
  /// The date everything is judged at.
  public var asOf: CivilDate
  /// The scenario's name, or nil for the baseline.
  public var scenario: String?
  /// What the scenario is called, in Chinese; nil for the baseline.
  public var scenarioTitle: String?
  /// The same in English.
  public var scenarioTitleEnglish: String?
  /// The district with the scenario applied.
  public var district: District
  /// Verdicts, cross-checks, assumptions.
  public var results: TargetResults
  /// The targets that were judged, as the policy files state them.
  public var targets: [Target] = []
  /// What ids and words of the policy files are called.
  public var terms = Terms()
  /// What universes are called, by id.
  public var universeNames: [String: Bilingual] = [:]
  /// Coverage tables, one per access target.
  public var coverage: [CoverageTable]
  /// Shapes for the maps.
  public var layers: MapLayers
  /// Findings on the data, waived ones included.
  public var findings: [InputFault]
  /// Waivers in force: the check, the file, the row if any, and the reason.
  public var waivers: [String]
  /// All inputs.
  public var inputs: [InputRecord]
  /// Every parameter with its defaults expanded, as dotted keys and text, sorted by key.
  public var parameters: [(key: String, value: String)]

  /// Assembles an evaluation.
  public init(
    asOf: CivilDate, scenario: String?, district: District, results: TargetResults,
    coverage: [CoverageTable], layers: MapLayers, findings: [InputFault], waivers: [String],
    inputs: [InputRecord], parameters: [(key: String, value: String)]
  ) {
    self.asOf = asOf
    self.scenario = scenario
    scenarioTitle = scenario
    scenarioTitleEnglish = scenario
    self.district = district
    self.results = results
    self.coverage = coverage
    self.layers = layers
    self.findings = findings
    self.waivers = waivers
    self.inputs = inputs
    self.parameters = parameters
  }
}
