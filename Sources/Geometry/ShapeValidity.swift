import CGEOS

/// Whether a shape obeys the simple-features rules, and if not, why and where.
public struct Validity: Hashable, Sendable {
  /// What is wrong, in the words of GEOS, for example `Self-intersection`; nil when valid.
  public var reason: String?
  /// Where it is wrong, if one place can be named.
  public var place: Position?

  /// States a verdict; no reason means valid.
  public init(reason: String?, place: Position?) {
    self.reason = reason
    self.place = place
  }

  /// Whether nothing is wrong.
  public var isValid: Bool { reason == nil }
}

extension Shape {
  /// Whether the shape is valid (OGC 06-103r4), with the reason and the place if it is not.
  ///
  /// Rings that are not closed or have under four positions are invalid too, not an error.
  public func validity() throws(GeometryError) -> Validity {
    var context = try GEOSContext()
    let geometry: OpaquePointer
    do throws(GeometryError) {
      geometry = try context.make(self, for: "validity")
    } catch {
      return Validity(reason: error.message, place: positions.first)
    }
    defer { context.destroy(geometry) }
    var reason: UnsafeMutablePointer<CChar>?
    var location: OpaquePointer?
    let answer = GEOSisValidDetail_r(context.handle, geometry, 0, &reason, &location)
    defer {
      context.destroy(location)
      if let reason { GEOSFree_r(context.handle, reason) }
    }
    switch answer {
    case 1: return Validity(reason: nil, place: nil)
    case 0:
      var place: Position?
      if let location, case .point(let position)? = try context.shape(of: location, for: "validity")
      {
        place = position
      }
      return Validity(reason: reason.map { String(cString: $0) } ?? "invalid", place: place)
    default: throw context.failure("validity", kind)
    }
  }

  /// A valid shape that keeps the area of an areal one; nil when nothing is left.
  ///
  /// Rings are repaired, then holes are cut out of shells; what collapses to lines or points is
  /// dropped.
  public func madeValid() throws(GeometryError) -> Shape? {
    try transformed("make valid") { handle, geometry in
      let parameters = GEOSMakeValidParams_create_r(handle)
      defer { GEOSMakeValidParams_destroy_r(handle, parameters) }
      _ = GEOSMakeValidParams_setMethod_r(handle, parameters, GEOS_MAKE_VALID_STRUCTURE)
      _ = GEOSMakeValidParams_setKeepCollapsed_r(handle, parameters, 0)
      return GEOSMakeValidWithParams_r(handle, geometry, parameters)
    }
  }
}
