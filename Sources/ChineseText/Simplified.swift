import COpenCC
import Foundation
import PlanningModel
import Synchronization

/// Turns traditional characters into simplified ones, by OpenCC's `t2s`.
///
/// Only for finding: what is cited stays as it was written. The way back is never taken, because
/// one simplified character stands for several traditional ones.
public enum Simplified {
  /// The text in simplified characters; text that is simplified already stays as it is.
  ///
  /// - Throws: `WorkError` (`unreadable`) where OpenCC's dictionaries are not installed.
  public static func text(_ text: String) throws -> String {
    // Most texts are simplified or ASCII, but only OpenCC knows; it is asked once a text.
    try converter.withLock { converter in
      if converter == nil { converter = try Converter() }
      guard let converter else { return text }
      return try converter.convert(text)
    }
  }

  /// The dictionaries take a few milliseconds to open, so one converter serves the whole run.
  private static let converter = Mutex<Converter?>(nil)
}

/// One open OpenCC converter.
private final class Converter {
  private let handle: opencc_t

  init() throws {
    // OpenCC says (opencc_t)-1 for failure.
    guard let handle = opencc_open("t2s.json"), handle != opencc_t(bitPattern: -1) else {
      throw Self.failure(
        Bilingual("装上 libopencc-data", "install libopencc-data (scripts/install-libraries)"))
    }
    self.handle = handle
  }

  deinit { opencc_close(handle) }

  func convert(_ text: String) throws -> String {
    var text = text
    let result = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        opencc_convert_utf8(handle, characters.baseAddress, characters.count)
      }
    }
    guard let result else {
      throw Self.failure(Bilingual("检查文件的编码", "check the file's encoding"))
    }
    defer { opencc_convert_utf8_free(result) }
    return String(cString: result)
  }

  private static func failure(_ remedy: Bilingual) -> WorkError {
    let words = opencc_error().map { String(cString: $0) } ?? ""
    return WorkError(
      .unreadable, operation: "convert to simplified characters", subject: "OpenCC t2s",
      message: Bilingual("OpenCC 无法转换（\(words)）", "OpenCC cannot convert: \(words)"),
      remedy: remedy)
  }
}
