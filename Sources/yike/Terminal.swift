import Foundation

/// What is said to a person while working: always on standard error, never in results.
enum Terminal {
  /// Whether standard error is looked at by a person.
  static let isPersonWatching = isatty(STDERR_FILENO) == 1

  /// Whether tables may use colours: only on a terminal, and not against `NO_COLOR`.
  static let usesColour =
    isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil

  /// Says one line.
  static func note(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }

  /// Shows what is being done, on terminals only; the next call writes over it.
  static func progress(_ line: String) {
    guard isPersonWatching else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K\(line)".utf8))
  }

  /// Clears the progress line.
  static func endProgress() {
    guard isPersonWatching else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
  }
}
