/// An answer that differs from what it was checked against; nothing is timed then.
struct CheckFailure: Error, CustomStringConvertible {
  /// What differs, and by how much.
  var description: String

  /// Fails unless something holds.
  static func unless(_ holds: Bool, _ description: @autoclosure () -> String) throws {
    if !holds { throw CheckFailure(description: description()) }
  }
}
