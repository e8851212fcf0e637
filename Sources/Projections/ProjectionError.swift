/// A reference system that is not known, or a transformation that PROJ refused.
public struct ProjectionError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What kind of failure it is.
  public enum Code: String, Sendable {
    /// The text names no reference system that PROJ knows.
    case unknownSystem
    /// No operation leads from one system to the other.
    case noTransformation
    /// PROJ could not be started, or its database is missing.
    case unavailable
  }

  /// What kind of failure it is.
  public var code: Code
  /// What was being done, for example `open reference system`.
  public var operation: String
  /// What went wrong, in PROJ's words where it has any.
  public var message: String
  /// The system or pair of systems concerned.
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
