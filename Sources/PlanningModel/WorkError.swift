/// Work that failed for a reason a person can act on.
///
/// Faults inside a file come as lists of ``InputFault``; this is for what stops the work
/// itself: a file that cannot be read, a library that refused, faults that block.
public struct WorkError: Error, Sendable, CustomStringConvertible {
  /// What kind of failure it is; scripts and tests may rely on it.
  public enum Code: String, Sendable {
    /// A file is missing, is a directory, or cannot be opened.
    case unreadable
    /// A file was read but its content is not what its name says.
    case malformed
    /// Input faults block the work; ``faults`` lists them.
    case blocked
    /// A file could not be written.
    case unwritable
    /// Something asked for by name does not exist.
    case notFound
    /// The request makes no sense as put.
    case unsupported
  }

  /// What kind of failure it is.
  public var code: Code
  /// What was being done, for example `read table`.
  public var operation: String
  /// The file, row or id concerned.
  public var subject: String
  /// What went wrong.
  public var message: String
  /// What to do about it.
  public var remedy: String
  /// The faults that block, if that is the reason.
  public var faults: [InputFault]

  /// Describes a failure.
  public init(
    _ code: Code, operation: String, subject: String, message: String, remedy: String,
    faults: [InputFault] = []
  ) {
    self.code = code
    self.operation = operation
    self.subject = subject
    self.message = message
    self.remedy = remedy
    self.faults = faults
  }

  /// `operation subject: message; remedy`, then a line per fault.
  public var description: String {
    let head = "\(operation) \(subject): \(message); \(remedy)"
    return faults.isEmpty
      ? head : head + "\n" + faults.map { "  \($0)" }.joined(separator: "\n")
  }
}
