import Foundation
import Geometry
import Importing
import PlanningModel
import Projections
import Testing

@Suite struct VectorLayerTests {
  static let geojson = """
    {"type": "FeatureCollection", "features": [
    {"type": "Feature", "properties": {"name": "白马镇", "people": 120, "share": 0.1,
     "open": true, "since": "2024/03/06", "tags": ["a", "b"]}, "geometry": {"type": "Polygon",
     "coordinates": [[[107, 29], [108, 29], [108, 30], [107, 29]],
     [[107.5, 29.1], [107.6, 29.2], [107.6, 29.1], [107.5, 29.1]]]}},
    {"type": "Feature", "properties": {"name": null}, "geometry": {"type": "Point",
     "coordinates": [107.5, 29.5, 300]}},
    {"type": "Feature", "properties": {}, "geometry": null}]}
    """

  @Test func geojsonIsReadAsStored() throws {
    let folder = try VectorFolder()
    let layer = try VectorLayer.read(folder.write("units.geojson", Self.geojson), name: "units")
    #expect(layer.file == "units")
    #expect(layer.name == "units")
    #expect(layer.referenceSystem == "EPSG:4326")
    #expect(layer.fields == ["name", "people", "share", "open", "since", "tags"])
    #expect(
      layer.features.map(\.values) == [
        ["白马镇", "120", "0.1", "true", "2024/03/06", #"[ "a", "b" ]"#],
        [nil, nil, nil, nil, nil, nil], [nil, nil, nil, nil, nil, nil],
      ])
    #expect(layer.features.map(\.row) == [1, 2, 3])
    #expect(layer.features[0].shape?.polygons.first?.interiors.count == 1)
    #expect(layer.features[1].shape == .point(Position(x: 107.5, y: 29.5)))
    #expect(layer.features[2].shape == nil)
    #expect(layer.faults.isEmpty)
    #expect(layer.field("NAME") == 0)
    #expect(folder.names == ["units.geojson"])
  }

  @Test func layersOfAGeoPackageAreReadByName() throws {
    let folder = try VectorFolder()
    let path = folder.file("store.gpkg")
    VectorFixture.write(
      path, driver: "GPKG", layer: "villages", system: "EPSG:4545", fields: ["名称"],
      rows: [("POINT (480000 3240000)", ["庙树村"]), (nil, ["车坝村"])])
    VectorFixture.write(
      path, driver: "GPKG", layer: "道路", fields: ["highway"],
      rows: [("LINESTRING (107 29, 107.1 29)", ["track"])])
    #expect(try VectorLayer.names(in: path) == ["villages", "道路"])
    let villages = try VectorLayer.read(path, layer: "villages")
    #expect(villages.referenceSystem == "EPSG:4545")
    #expect(villages.features.map(\.values) == [["庙树村"], ["车坝村"]])
    #expect(villages.features.map(\.row) == [1, 2])
    #expect(villages.features[1].shape == nil)
    #expect(try VectorLayer.read(path, layer: "道路").features.count == 1)
    let missing = #expect(throws: WorkError.self) { try VectorLayer.read(path, layer: "roads") }
    #expect(missing?.code == .notFound)
    #expect(missing?.remedy.contains("villages, 道路") == true)
    let open = #expect(throws: WorkError.self) { try VectorLayer.read(path) }
    #expect(open?.code == .unsupported)
    #expect(folder.names == ["store.gpkg"])
  }

  @Test func curvesBecomeChordsAndSurfacesAreListed() throws {
    let folder = try VectorFolder()
    let path = folder.file("odd.gpkg")
    VectorFixture.write(
      path, driver: "GPKG", layer: "odd", fields: ["name"],
      rows: [
        ("CIRCULARSTRING (0 0, 1 1, 2 0)", ["curve"]),
        ("TIN (((0 0 0, 0 1 0, 1 0 0, 0 0 0)))", ["surface"]),
      ])
    let layer = try VectorLayer.read(path)
    #expect((layer.features[0].shape?.positions.count ?? 0) > 10)
    #expect(layer.features[1].shape == nil)
    #expect(layer.faults.map(\.check) == ["layer.shape_unreadable"])
    #expect(layer.faults.map(\.row) == [2])
  }

  @Test func layersAreLedBetweenDatums() throws {
    let folder = try VectorFolder()
    let path = folder.file("a.gpkg")
    VectorFixture.write(
      path, driver: "GPKG", layer: "a", system: "EPSG:4545", fields: [],
      rows: [("POINT (500000 3242500)", []), (nil, [])])
    let layer = try VectorLayer.read(path)
    let datum = try #require(try layer.statedDatum())
    let wgs84 = try layer.transformed(from: datum, to: .wgs84)
    #expect(wgs84.referenceSystem == "EPSG:4326")
    let place = try #require(wgs84.features[0].shape?.positions.first)
    #expect(abs(place.x - 108) < 1e-9 && abs(place.y - 29.3) < 0.01)
    #expect(wgs84.features[1].shape == nil)
    let gcj02 = try layer.transformed(from: datum, to: .gcj02)
    #expect(gcj02.features[0].shape?.positions.first == GCJ02.fromWGS84(place))
    #expect(gcj02.referenceSystem == nil)
  }

  @Test func concurrentReadsAgree() async throws {
    let folder = try VectorFolder()
    let path = try folder.write("units.geojson", Self.geojson)
    let expected = try VectorLayer.read(path).features
    try await withThrowingTaskGroup(of: [VectorFeature].self) { group in
      for _ in 0..<16 { group.addTask { try VectorLayer.read(path).features } }
      for try await features in group { #expect(features == expected) }
    }
  }
}
