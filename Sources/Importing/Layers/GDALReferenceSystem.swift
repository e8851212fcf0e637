import CGDAL

/// Names a reference system that a file carries.
enum GDALReferenceSystem {
  /// `EPSG:4545` where the system has a code or is known beyond doubt, else its WKT; nil when
  /// the file carries none.
  static func name(_ system: OGRSpatialReferenceH?) -> String? {
    guard let system else { return nil }
    if let code = code(system) { return code }
    if let code = knownCode(system) { return code }
    var text: UnsafeMutablePointer<CChar>?
    let result = OSRExportToWkt(system, &text)
    defer { VSIFree(text) }
    guard result == OGRERR_NONE, let text else { return nil }
    let wkt = String(cString: text)
    // Drivers write an unknown engineering system where a file says nothing.
    return wkt.isEmpty || wkt.hasPrefix("LOCAL_CS") || wkt.hasPrefix("ENGCRS") ? nil : wkt
  }

  private static func code(_ system: OGRSpatialReferenceH) -> String? {
    guard let authority = OSRGetAuthorityName(system, nil),
      let code = OSRGetAuthorityCode(system, nil)
    else { return nil }
    let name = "\(String(cString: authority)):\(String(cString: code))"
    return name == "OGC:CRS84" ? "EPSG:4326" : name
  }

  /// The code of the registry's system that is the same, by definition and not by name alone.
  private static func knownCode(_ system: OGRSpatialReferenceH) -> String? {
    var count: Int32 = 0
    var confidences: UnsafeMutablePointer<Int32>?
    guard let matches = OSRFindMatches(system, nil, &count, &confidences) else { return nil }
    defer {
      OSRFreeSRSArray(matches)
      VSIFree(confidences)
    }
    guard count > 0, let confidences, confidences[0] >= 90, let first = matches[0] else {
      return nil
    }
    return code(first)
  }
}
