import CGDAL
import Foundation

/// Finds out how the texts of a Shapefile are stored.
///
/// What a .cpg or the table's language byte says is believed, with two exceptions that are met
/// daily: nothing is said (or Latin-1, which programs write by habit), and UTF-8 is said where
/// the bytes are not UTF-8. Then the texts decide: UTF-8 if all are, else GB18030.
enum VectorLayerEncoding {
  private static let gb18030 = String.Encoding(rawValue: 0x8000_0632)

  /// The encoding to ask the driver for; nil to leave it to the driver, as for other formats.
  static func of(_ file: VectorLayerFile) -> String? {
    guard file.isShapefile, let raw = file.open(["ENCODING="]) else { return nil }
    defer { GDALClose(raw) }
    guard let layer = GDALDatasetGetLayer(raw, 0) else { return nil }
    let texts = texts(of: layer)
    guard texts.contains(where: { $0.contains { $0 >= 0x80 } }) else { return nil }
    let areUTF8 = texts.allSatisfy { isUTF8($0) }
    let page = declared(layer, "ENCODING_FROM_CPG")
    let language = declared(layer, "ENCODING_FROM_LDID")
    let isUTF8Declared = page?.uppercased().filter { $0 != "-" } == "UTF8"
    if let page, !isUTF8Declared || areUTF8 { return page }
    if page == nil, let language, language != "ISO-8859-1", language != "CP1252" {
      return language
    }
    if areUTF8 { return "UTF-8" }
    return texts.allSatisfy(isGB18030) ? "GB18030" : page ?? language
  }

  private static func declared(_ layer: OGRLayerH, _ key: String) -> String? {
    guard let value = GDALGetMetadataItem(layer, key, "SHAPEFILE") else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// The bytes of all field names and text values.
  private static func texts(of layer: OGRLayerH) -> [[UInt8]] {
    let definition = OGR_L_GetLayerDefn(layer)
    var texts: [[UInt8]] = []
    var columns: [Int32] = []
    for column in 0..<OGR_FD_GetFieldCount(definition) {
      let field = OGR_FD_GetFieldDefn(definition, column)
      if let name = OGR_Fld_GetNameRef(field) { texts.append(bytes(name)) }
      if OGR_Fld_GetType(field) == OFTString { columns.append(column) }
    }
    OGR_L_ResetReading(layer)
    while let feature = OGR_L_GetNextFeature(layer) {
      defer { OGR_F_Destroy(feature) }
      for column in columns {
        if let value = OGR_F_GetFieldAsString(feature, column) { texts.append(bytes(value)) }
      }
    }
    return texts
  }

  private static func bytes(_ text: UnsafePointer<CChar>) -> [UInt8] {
    UnsafeBufferPointer(start: text, count: strlen(text)).map { UInt8(bitPattern: $0) }
  }

  /// Whether bytes are UTF-8; the column's width may have cut the last character.
  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    (0...min(3, bytes.count)).contains {
      String(validating: bytes.dropLast($0), as: UTF8.self) != nil
    }
  }

  /// Whether bytes are GB18030; the column's width may have cut the last character.
  private static func isGB18030(_ bytes: [UInt8]) -> Bool {
    (0...min(3, bytes.count)).contains {
      String(data: Data(bytes.dropLast($0)), encoding: gb18030) != nil
    }
  }
}
