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
  /// What went wrong; text of a ``Bilingual``.
  public var message: String
  /// What to do about it; text of a ``Bilingual``.
  public var remedy: String
  /// The faults that block, if that is the reason.
  public var faults: [InputFault]

  /// Describes a failure, in both languages.
  public init(
    _ code: Code, operation: String, subject: String, message: Bilingual, remedy: Bilingual,
    faults: [InputFault] = []
  ) {
    self.code = code
    self.operation = operation
    self.subject = subject
    self.message = message.text
    self.remedy = remedy.text
    self.faults = faults
  }

  /// `subject: 原因；办法 · message; remedy [operation]`, then a line per fault.
  public var description: String {
    let words = Bilingual(splitting: message).followed(by: Bilingual(splitting: remedy)).text
    let head = "\(subject): \(words) [\(operation)]"
    return faults.isEmpty
      ? head : head + "\n" + faults.map { "  \($0)" }.joined(separator: "\n")
  }
}
