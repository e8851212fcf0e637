import CPROJ

/// Owns a PROJ context and the text of its last complaint; used by one thread at a time.
///
/// The network is off: no grid is ever fetched, so a result depends on the machine's PROJ data
/// alone.
struct PROJContext: ~Copyable {
  let handle: OpaquePointer
  private let text: UnsafeMutablePointer<String>

  init() throws(ProjectionError) {
    guard let handle = proj_context_create() else {
      throw ProjectionError(
        .unavailable, operation: "start PROJ", message: "no context was given", subject: "PROJ")
    }
    self.handle = handle
    text = .allocate(capacity: 1)
    text.initialize(to: "")
    proj_log_func(handle, text) { user, level, message in
      guard let user, let message, level == PJ_LOG_ERROR.rawValue else { return }
      user.assumingMemoryBound(to: String.self).pointee = String(cString: message)
    }
    proj_context_set_enable_network(handle, 0)
  }

  deinit {
    proj_context_destroy(handle)
    text.deinitialize(count: 1)
    text.deallocate()
  }

  /// What PROJ said last, as an error; the text is cleared.
  mutating func failure(
    _ code: ProjectionError.Code, _ operation: String, _ subject: String
  ) -> ProjectionError {
    var message = text.pointee
    text.pointee = ""
    if message.isEmpty, let words = proj_context_errno_string(handle, proj_context_errno(handle)) {
      message = String(cString: words)
    }
    return ProjectionError(
      code, operation: operation, message: message.isEmpty ? "PROJ gave no reason" : message,
      subject: subject)
  }
}
