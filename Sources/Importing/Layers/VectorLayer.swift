public import Geometry
public import PlanningModel

/// One feature of a layer: a shape and its attributes.
public struct VectorFeature: Hashable, Sendable {
  /// Which one it is: the row id of a GeoPackage, the number from 1 in any other format.
  public var row: Int
  /// The attributes in the order of the layer's fields, as text; nil where none is stored.
  public var values: [String?]
  /// The shape; nil where the feature has none.
  public var shape: Shape?

  /// Makes a feature.
  public init(row: Int, values: [String?], shape: Shape?) {
    self.row = row
    self.values = values
    self.shape = shape
  }
}

/// A layer of a GeoJSON, GeoPackage, Shapefile or similar file, as values.
public struct VectorLayer: Sendable {
  /// What messages call the file.
  public var file: String
  /// The layer's name.
  public var name: String
  /// The reference system as `EPSG:4545` or WKT; nil when the file says nothing.
  ///
  /// A GeoJSON without a `crs` member is in WGS 84 by its standard and says `EPSG:4326`.
  public var referenceSystem: String?
  /// The encoding that the texts were stored in, where the format does not fix it (Shapefile).
  public var textEncoding: String?
  /// The names of the attributes.
  public var fields: [String]
  /// The features, in the order of the file.
  public var features: [VectorFeature]
  /// What could not be read, and what GDAL warned of.
  public var faults: [InputFault]

  /// Makes a layer.
  public init(
    file: String, name: String, referenceSystem: String?, textEncoding: String? = nil,
    fields: [String], features: [VectorFeature], faults: [InputFault] = []
  ) {
    self.file = file
    self.name = name
    self.referenceSystem = referenceSystem
    self.textEncoding = textEncoding
    self.fields = fields
    self.features = features
    self.faults = faults
  }

  /// The position of a field by its name, where `:`, `_`, `-`, spaces and case do not matter.
  public func field(_ name: String) -> Int? {
    let folded = VectorLayer.folded(name)
    return fields.firstIndex(of: name)
      ?? fields.firstIndex { VectorLayer.folded($0) == folded }
  }

  /// A field name without what formats change in it: case and separators.
  static func folded(_ name: String) -> String {
    name.lowercased().filter { !":_- ".contains($0) }
  }
}
