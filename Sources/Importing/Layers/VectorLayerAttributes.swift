import CGDAL

/// Turns the attributes of features into text, as stored.
struct VectorLayerAttributes {
  private enum Kind {
    case text
    case truth
    case number
    case singleNumber
    case date(withTime: Bool)
  }

  /// The names of the fields.
  let names: [String]
  private let kinds: [Kind]

  init(_ definition: OGRFeatureDefnH?) {
    var names: [String] = []
    var kinds: [Kind] = []
    for column in 0..<OGR_FD_GetFieldCount(definition) {
      let field = OGR_FD_GetFieldDefn(definition, column)
      names.append(OGR_Fld_GetNameRef(field).map { String(cString: $0) } ?? "")
      kinds.append(Self.kind(OGR_Fld_GetType(field), OGR_Fld_GetSubType(field)))
    }
    self.names = names
    self.kinds = kinds
  }

  /// The attributes of a feature, in the order of the fields.
  func values(of feature: OGRFeatureH) -> [String?] {
    kinds.indices.map { column in
      let index = Int32(column)
      guard OGR_F_IsFieldSetAndNotNull(feature, index) != 0 else { return nil }
      switch kinds[column] {
      case .text: return OGR_F_GetFieldAsString(feature, index).map { String(cString: $0) }
      case .truth: return OGR_F_GetFieldAsInteger(feature, index) != 0 ? "true" : "false"
      case .number: return Self.plain(OGR_F_GetFieldAsDouble(feature, index))
      case .singleNumber: return Self.plain(Float(OGR_F_GetFieldAsDouble(feature, index)))
      case .date(let withTime): return Self.date(feature, index, withTime)
      }
    }
  }

  private static func kind(_ type: OGRFieldType, _ subtype: OGRFieldSubType) -> Kind {
    switch type {
    case OFTInteger where subtype == OFSTBoolean: .truth
    case OFTReal: subtype == OFSTFloat32 ? .singleNumber : .number
    case OFTDate: .date(withTime: false)
    case OFTDateTime: .date(withTime: true)
    default: .text
    }
  }

  /// The shortest decimal that reads back to the same number; whole numbers without a point.
  private static func plain(_ value: some BinaryFloatingPoint & CustomStringConvertible) -> String {
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// ISO 8601, where GDAL itself would write slashes.
  private static func date(_ feature: OGRFeatureH, _ index: Int32, _ withTime: Bool) -> String? {
    var (year, month, day, hour, minute, zone) = (
      Int32(), Int32(), Int32(), Int32(), Int32(), Int32()
    )
    var second: Float = 0
    guard
      OGR_F_GetFieldAsDateTimeEx(
        feature, index, &year, &month, &day, &hour, &minute, &second, &zone) != 0
    else { return nil }
    func two(_ value: Int32) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let padded = String(repeating: "0", count: max(0, 4 - "\(year)".count)) + "\(year)"
    let date = "\(padded)-\(two(month))-\(two(day))"
    return withTime ? "\(date)T\(two(hour)):\(two(minute)):\(two(Int32(second)))" : date
  }
}
