import Foundation
import Geometry
import Importing
import PlanningModel
import Projections
import Workspace

extension WorkspaceSession {
  /// The places where new sites may stand, sorted by id.
  ///
  /// - Throws: `WorkError` for a kind that is not known, a file that cannot be used, a grid
  ///   without polygons of the units, and where no place is left.
  func places(_ source: CandidatePlaces, _ situation: Situation) throws -> [TargetRepair.Site] {
    let district = situation.district
    let found: [TargetRepair.Site]
    switch source {
    case .units:
      found = district.units.map { unit in
        .init(
          id: unit.id.rawValue, name: unit.name, position: unit.seat, unit: unit.id,
          provenance: unit.seatProvenance ?? .derived)
      }
    case .villages:
      found = district.demandPoints.filter { $0.band == .own }.map { place in
        .init(
          id: place.id.rawValue, name: place.name, position: place.position, unit: place.unit,
          provenance: place.positionProvenance)
      }
    case .facilities(let name):
      let kinds = try service(name).kinds
      found = district.facilities.filter { $0.band == .own && kinds.contains($0.kind) }.map {
        .init(
          id: $0.id.rawValue, name: $0.name, position: $0.position, unit: $0.host,
          provenance: $0.provenance.position)
      }
    case .grid(let metres): found = try gridPlaces(metres, UnitFinder(situation))
    case .file(let path): found = try filePlaces(path, UnitFinder(situation))
    }
    let standing = found.filter { $0.position != nil }.sorted {
      $0.id.utf8.lexicographicallyPrecedes($1.id.utf8)
    }
    guard !standing.isEmpty else {
      throw refusedPlaces(
        "--places", Bilingual("没有有坐标的候选地点", "no candidate place has a position"),
        Bilingual("换一种候选地点，或补坐标", "take other places, or add positions"))
    }
    return standing
  }

  private func gridPlaces(_ metres: Int, _ finder: UnitFinder) throws -> [TargetRepair.Site] {
    guard let bounds = finder.bounds else {
      throw refusedPlaces(
        "--places grid",
        Bilingual("网格候选点需要乡镇界线面", "a grid needs the polygons of the units"),
        Bilingual("提供 unit_polygons，或用 villages", "give unit_polygons, or take villages"))
    }
    let middle = (bounds.south + bounds.north) / 2
    let north = Double(metres) / 111_132
    let east = Double(metres) / (111_320 * cos(middle * .pi / 180))
    let (rows, columns) = (
      Int((bounds.north - bounds.south) / north), Int((bounds.east - bounds.west) / east)
    )
    guard rows * columns <= 250_000 else {
      throw refusedPlaces(
        "--places grid", Bilingual("网格过密", "the grid is too fine"),
        Bilingual("加大间距", "take a wider one"))
    }
    let crossings = (0...rows).flatMap { row in
      (0...columns).map { column in
        (
          id: "grid-\(row)-\(column)",
          place: Self.rounded(
            GeographicPosition(
              longitude: bounds.west + (Double(column) + 0.5) * east,
              latitude: bounds.south + (Double(row) + 0.5) * north))
        )
      }
    }
    return zip(crossings, try finder.units(of: crossings.map(\.place))).compactMap {
      crossing, unit in
      unit.map {
        TargetRepair.Site(
          id: crossing.id, name: crossing.id, position: crossing.place, unit: $0,
          provenance: .derived)
      }
    }
  }

  private func filePlaces(_ path: String, _ finder: UnitFinder) throws -> [TargetRepair.Site] {
    let isTable = ["csv", "tsv", "txt", "xlsx"].contains(
      URL(filePath: path).pathExtension.lowercased())
    let rows = isTable ? try tablePlaces(path) : try layerPlaces(path)
    var seen: Set<String> = []
    for row in rows where !seen.insert(row.id).inserted {
      throw refusedPlaces(
        path, Bilingual("id“\(row.id)”出现两次", "the id “\(row.id)” stands twice"),
        Bilingual("每处用各自的 id", "give every place an id of its own"))
    }
    let known = rows.compactMap { row in
      row.position.map { (row.id, row.name, Self.rounded($0)) }
    }
    return zip(known, try finder.units(of: known.map(\.2))).map { row, unit in
      TargetRepair.Site(
        id: row.0, name: row.1, position: row.2, unit: unit, provenance: .estimated)
    }
  }

  /// To 10⁻⁷ degrees, about a centimetre, so that a scenario can say where it is.
  private static func rounded(_ place: GeographicPosition) -> GeographicPosition {
    GeographicPosition(
      longitude: (place.longitude * 1e7).rounded() / 1e7,
      latitude: (place.latitude * 1e7).rounded() / 1e7)
  }

  private typealias PlaceRow = (id: String, name: String, position: GeographicPosition?)

  private func tablePlaces(_ path: String) throws -> [PlaceRow] {
    let table = try PointTable(path, datum: "wgs84")
    return zip(table.ids, table.places).map { ($0, $0, $1) }
  }

  private func layerPlaces(_ path: String) throws -> [PlaceRow] {
    let read = try VectorLayer.read(path, layer: nil, option: "--places")
    guard let datum = try read.statedDatum() else {
      throw refusedPlaces(
        path, Bilingual("图层没有写明坐标系", "the layer states no reference system"),
        Bilingual("按 WGS 84 导出", "export it in WGS 84"))
    }
    let layer = try read.transformed(from: datum, to: .wgs84)
    let (id, name) = (layer.field("id"), layer.field("name"))
    return try layer.features.map { feature in
      guard case .point(let position)? = feature.shape else {
        throw refusedPlaces(
          path, Bilingual("第\(feature.row)个要素不是点", "feature \(feature.row) is no point"),
          Bilingual("给出点图层", "give a layer of points"))
      }
      let own = id.flatMap { feature.values[$0] } ?? "\(feature.row)"
      let isReal = position.x.isFinite && position.y.isFinite
      return (
        own, name.flatMap { feature.values[$0] } ?? own,
        isReal ? GeographicPosition(longitude: position.x, latitude: position.y) : nil
      )
    }
  }

  private func refusedPlaces(
    _ subject: String, _ message: Bilingual, _ remedy: Bilingual
  ) -> WorkError {
    WorkError(
      .unsupported, operation: "read candidate places", subject: subject, message: message,
      remedy: remedy)
  }
}
