public import Geometry
public import PlanningModel

/// The polygon of a unit, with its place in the files.
public struct UnitPolygon: Sendable {
  /// The unit whose territory it is.
  public var unit: UnitID
  /// The territory in WGS 84 degrees.
  public var shape: Shape
  /// Where it stands.
  public var place: SourcePlace

  /// Names a territory.
  public init(unit: UnitID, shape: Shape, place: SourcePlace) {
    self.unit = unit
    self.shape = shape
    self.place = place
  }
}

/// Everything that the data checks look at.
public struct LoadedData: Sendable {
  /// Units, villages, facilities and records.
  public var district: District
  /// The date that the evaluation is for.
  public var asOf: CivilDate
  /// The year that the units' population is of; nil when not known.
  public var populationYear: Int?
  /// The units' territories; empty when none are loaded.
  public var polygons: [UnitPolygon]
  /// Where units stand in the files.
  public var unitPlaces: [UnitID: SourcePlace]
  /// Where villages stand in the files.
  public var demandPointPlaces: [DemandPointID: SourcePlace]
  /// Where facilities stand in the files.
  public var facilityPlaces: [FacilityID: SourcePlace]

  /// Gathers what is loaded; findings about things without a place name no file.
  public init(
    district: District, asOf: CivilDate, populationYear: Int? = nil,
    polygons: [UnitPolygon] = [], unitPlaces: [UnitID: SourcePlace] = [:],
    demandPointPlaces: [DemandPointID: SourcePlace] = [:],
    facilityPlaces: [FacilityID: SourcePlace] = [:]
  ) {
    self.district = district
    self.asOf = asOf
    self.populationYear = populationYear
    self.polygons = polygons
    self.unitPlaces = unitPlaces
    self.demandPointPlaces = demandPointPlaces
    self.facilityPlaces = facilityPlaces
  }
}

extension ImportCheck {
  /// A finding about a thing that stands at a place.
  func fault(
    at place: SourcePlace?, _ column: String?, value: String? = nil, _ rule: Bilingual,
    _ remedy: Bilingual
  ) -> InputFault {
    fault(
      file: place?.file ?? "", layer: place?.layer, row: place?.row, column: column,
      value: value, rule: rule, remedy: remedy)
  }
}
