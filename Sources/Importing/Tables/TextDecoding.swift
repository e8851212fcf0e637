import Foundation
import PlanningModel

/// Finds out how a text file is encoded and makes UTF-8 of it.
///
/// UTF-8 and UTF-16 are told by their marks; other bytes are UTF-8 when they are valid UTF-8,
/// else GB18030, which spreadsheets write in China. Bytes that are neither are refused with
/// their place: text is never guessed.
enum TextDecoding {
  /// The text as UTF-8 bytes without a mark.
  static func utf8(_ bytes: [UInt8], name: String) throws -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      let rest = Array(bytes.dropFirst(3))
      if let bad = firstInvalidUTF8(rest) {
        throw refusal(bytes, at: bad + 3, name: name, encoding: "UTF-8")
      }
      return try withoutNul(rest, name: name)
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return try utf16(bytes, name: name)
    }
    let plain = try withoutNul(bytes, name: name)
    guard let bad = firstInvalidUTF8(plain) else { return plain }
    // A broken UTF-8 file often is well-formed GB18030 by chance, and would be read as other
    // characters; where most of it is UTF-8, it is UTF-8 with a fault.
    if looksLikeUTF8(plain) {
      throw refusal(plain, at: bad, name: name, encoding: "UTF-8")
    }
    if let bad = firstInvalidGB18030(plain) {
      throw refusal(plain, at: bad, name: name, encoding: "UTF-8 nor GB18030")
    }
    let gb18030 = String.Encoding(rawValue: 0x8000_0632)
    guard let text = String(data: Data(plain), encoding: gb18030) else {
      throw refusal(plain, at: bad, name: name, encoding: "UTF-8 nor GB18030")
    }
    return Array(text.utf8)
  }

  private static func utf16(_ bytes: [UInt8], name: String) throws -> [UInt8] {
    let isLittle = bytes[0] == 0xFF
    guard bytes.count % 2 == 0,
      let text = String(
        data: Data(bytes.dropFirst(2)), encoding: isLittle ? .utf16LittleEndian : .utf16BigEndian)
    else { throw refusal(bytes, at: bytes.count - 1, name: name, encoding: "UTF-16") }
    return try withoutNul(Array(text.utf8), name: name)
  }

  private static func withoutNul(_ bytes: [UInt8], name: String) throws -> [UInt8] {
    guard let place = bytes.firstIndex(of: 0) else { return bytes }
    throw WorkError(
      .malformed, operation: "read table", subject: name,
      message: Bilingual(
        "第 \(line(of: place, in: bytes)) 行第 \(place) 字节是空字符（NUL），不是文本文件",
        "byte \(place) (line \(line(of: place, in: bytes))) is NUL; this is not text"),
      remedy: saveAgain)
  }

  private static let saveAgain = Bilingual(
    "将表格重新另存为 UTF-8 编码的 CSV", "save the table as CSV in UTF-8 again")

  private static func refusal(
    _ bytes: [UInt8], at place: Int, name: String, encoding: String
  ) -> WorkError {
    let value =
      bytes.indices.contains(place)
      ? Bilingual("0x" + String(bytes[place], radix: 16), "0x" + String(bytes[place], radix: 16))
      : Bilingual("文件末尾", "end of file")
    let line = line(of: place, in: bytes)
    return WorkError(
      .malformed, operation: "read table", subject: name,
      message: Bilingual(
        "第 \(line) 行第 \(place) 字节（\(value.chinese)）不是 "
          + encoding.replacing(" nor ", with: " 或 ") + " 文字",
        "byte \(place) (line \(line), \(value.english)) is not \(encoding)"),
      remedy: saveAgain)
  }

  private static func line(of place: Int, in bytes: [UInt8]) -> Int {
    bytes.prefix(max(0, place)).count(where: { $0 == 0x0A }) + 1
  }

  /// How many bytes the sequence at `index` takes when it is UTF-8; 0 when it is not.
  private static func utf8Length(_ bytes: [UInt8], at index: Int) -> Int {
    func follows(_ offset: Int, _ range: ClosedRange<UInt8>) -> Bool {
      index + offset < bytes.count && range.contains(bytes[index + offset])
    }
    let tail: ClosedRange<UInt8> = 0x80...0xBF
    switch bytes[index] {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: return follows(1, tail) ? 2 : 0
    case 0xE0: return follows(1, 0xA0...0xBF) && follows(2, tail) ? 3 : 0
    case 0xED: return follows(1, 0x80...0x9F) && follows(2, tail) ? 3 : 0
    case 0xE1...0xEF: return follows(1, tail) && follows(2, tail) ? 3 : 0
    case 0xF0: return follows(1, 0x90...0xBF) && follows(2, tail) && follows(3, tail) ? 4 : 0
    case 0xF1...0xF3: return follows(1, tail) && follows(2, tail) && follows(3, tail) ? 4 : 0
    case 0xF4: return follows(1, 0x80...0x8F) && follows(2, tail) && follows(3, tail) ? 4 : 0
    default: return 0
    }
  }

  /// The place of the first byte that is not UTF-8; nil when all are.
  static func firstInvalidUTF8(_ bytes: [UInt8]) -> Int? {
    var index = 0
    while index < bytes.count {
      let length = utf8Length(bytes, at: index)
      if length == 0 { return index }
      index += length
    }
    return nil
  }

  /// Whether most bytes beyond ASCII stand in UTF-8 sequences of three or more.
  private static func looksLikeUTF8(_ bytes: [UInt8]) -> Bool {
    var index = 0
    var inside = 0
    var outside = 0
    while index < bytes.count {
      let length = utf8Length(bytes, at: index)
      if length >= 3 { inside += length }
      if length == 0 || length == 2 { outside += max(1, length) }
      index += max(1, length)
    }
    return inside > outside
  }

  private static func firstInvalidGB18030(_ bytes: [UInt8]) -> Int? {
    func holds(_ index: Int, _ range: ClosedRange<UInt8>) -> Bool {
      index < bytes.count && range.contains(bytes[index])
    }
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
      } else if !(0x81...0xFE).contains(bytes[index]) {
        return index
      } else if holds(index + 1, 0x40...0xFE), !holds(index + 1, 0x7F...0x7F) {
        index += 2
      } else if holds(index + 1, 0x30...0x39), holds(index + 2, 0x81...0xFE),
        holds(index + 3, 0x30...0x39)
      {
        index += 4
      } else {
        return index
      }
    }
    return nil
  }
}
