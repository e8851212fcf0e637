import Geometry
import Importing
import PlanningModel

/// Where things stand in the files, for findings that need more than one row.
struct ImportedPlaces {
  var populationYear: Int?
  var polygons: [UnitPolygon] = []
  var units: [UnitID: SourcePlace] = [:]
  var villages: [DemandPointID: SourcePlace] = [:]
  var facilities: [FacilityID: SourcePlace] = [:]
  var box: DistrictBox?
}

/// Where the district is, from its unit polygons; places far outside cannot be right.
struct DistrictBox {
  private let extent: Bounds

  /// Beyond the polygons, places of the district itself may lie this far out: drawn borders are
  /// coarse.
  private static let ownMarginDegrees = 0.02
  /// The band of neighbours reaches this far.
  private static let bandMarginDegrees = 0.5

  /// Nil when there are no shapes.
  init?(_ shapes: [Shape]) {
    let all = shapes.compactMap(\.bounds)
    guard let first = all.first else { return nil }
    extent = all.dropFirst().reduce(first) { $0.joined(with: $1) }
  }

  /// The box for a band.
  func bounds(of band: Band) -> Bounds {
    let margin = band == .own ? Self.ownMarginDegrees : Self.bandMarginDegrees
    return extent.expanded(byX: margin, y: margin)
  }
}
