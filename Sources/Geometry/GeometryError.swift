/// A shape that could not be read, or an operation on shapes that failed.
public struct GeometryError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What kind of failure it is.
  public enum Code: String, Sendable {
    /// The bytes are not well-known binary, or end too early.
    case malformed
    /// The shape breaks a rule that the operation needs, for example a ring is not closed.
    case invalid
    /// The kind of geometry is not one of ``Shape``: curves, surfaces.
    case unsupported
    /// GEOS refused for another reason; ``GeometryError/message`` has its words.
    case refused
  }

  /// What kind of failure it is.
  public var code: Code
  /// What was being done, for example `union`.
  public var operation: String
  /// What went wrong, in the library's words where it has any.
  public var message: String
  /// Which shape: a row, an id, or its kind.
  public var subject: String

  /// Describes a failure.
  public init(_ code: Code, operation: String, message: String, subject: String) {
    self.code = code
    self.operation = operation
    self.message = message
    self.subject = subject
  }

  /// `operation subject: message`.
  public var description: String { "\(operation) \(subject): \(message)" }
}
