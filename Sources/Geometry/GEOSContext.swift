import CGEOS

/// Owns a GEOS context and the text of its last error.
///
/// A context may be used by one thread at a time. It cannot be copied and every operation is
/// `mutating`, so the compiler's exclusivity rule gives that guarantee. Handles of geometries
/// are freed in the function that made them; values cross the border as well-known binary.
struct GEOSContext: ~Copyable {
  let handle: GEOSContextHandle_t
  private let text: UnsafeMutablePointer<String>

  init() throws(GeometryError) {
    guard let handle = GEOS_init_r() else {
      throw GeometryError(
        .refused, operation: "start GEOS", message: "no context was given", subject: "GEOS")
    }
    self.handle = handle
    text = .allocate(capacity: 1)
    text.initialize(to: "")
    _ = GEOSContext_setErrorMessageHandler_r(
      handle,
      { message, user in
        guard let message, let user else { return }
        user.assumingMemoryBound(to: String.self).pointee = String(cString: message)
      }, text)
  }

  deinit {
    GEOS_finish_r(handle)
    text.deinitialize(count: 1)
    text.deallocate()
  }

  /// What GEOS said last, as an error; the text is cleared.
  mutating func failure(_ operation: String, _ subject: String) -> GeometryError {
    let message = text.pointee
    text.pointee = ""
    // GEOS puts the class of its exception before the words.
    let code: GeometryError.Code =
      message.hasPrefix("IllegalArgumentException") || message.hasPrefix("TopologyException")
      ? .invalid : message.hasPrefix("ParseException") ? .malformed : .refused
    return GeometryError(
      code, operation: operation, message: message.isEmpty ? "GEOS gave no reason" : message,
      subject: subject)
  }

  /// A handle for a shape; the caller destroys it.
  mutating func make(
    _ shape: Shape, for operation: String
  ) throws(GeometryError) -> OpaquePointer {
    try make(shape.wellKnownBinary, for: operation, subject: shape.kind)
  }

  /// A handle for a collection of shapes; the caller destroys it.
  mutating func makeCollection(
    of shapes: [Shape], for operation: String
  ) throws(GeometryError) -> OpaquePointer {
    var writer = WellKnownBinaryWriter()
    writer.writeCollection(shapes)
    return try make(writer.bytes, for: operation, subject: "\(shapes.count) shapes")
  }

  private mutating func make(
    _ bytes: [UInt8], for operation: String, subject: String
  ) throws(GeometryError) -> OpaquePointer {
    let reader = GEOSWKBReader_create_r(handle)
    defer { GEOSWKBReader_destroy_r(handle, reader) }
    guard let geometry = GEOSWKBReader_read_r(handle, reader, bytes, bytes.count) else {
      throw failure(operation, subject)
    }
    return geometry
  }

  /// The shape behind a handle, which stays the caller's; nil when it is empty.
  mutating func shape(
    of geometry: OpaquePointer, for operation: String
  ) throws(GeometryError) -> Shape? {
    let writer = GEOSWKBWriter_create_r(handle)
    defer { GEOSWKBWriter_destroy_r(handle, writer) }
    var size = 0
    guard let buffer = GEOSWKBWriter_write_r(handle, writer, geometry, &size) else {
      throw failure(operation, "result")
    }
    defer { GEOSFree_r(handle, buffer) }
    let shape = try Shape(
      wellKnownBinary: Array(UnsafeBufferPointer(start: buffer, count: size)))
    return shape.isEmpty ? nil : shape
  }

  func destroy(_ geometry: OpaquePointer?) {
    if let geometry { GEOSGeom_destroy_r(handle, geometry) }
  }
}
