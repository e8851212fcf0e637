/// Reads the words of a certificate, strictly.
struct CertificateScanner {
  private let bytes: [UInt8]
  private(set) var position = 0
  private(set) var line = 1

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }
  var isAtLineEnd: Bool { position < bytes.count && bytes[position] == UInt8(ascii: "\n") }

  /// The bytes before a position.
  func prefix(_ count: Int) -> [UInt8] { Array(bytes[..<count]) }

  func refusal(_ detail: String) -> ProofRefusal {
    ProofRefusal(.malformed, "line \(line): \(detail)")
  }

  /// The next word of the line, without the blank before it.
  mutating func word() throws(ProofRefusal) -> ArraySlice<UInt8> {
    if position > 0, position < bytes.count, bytes[position] == UInt8(ascii: " ") { position += 1 }
    let start = position
    while position < bytes.count, bytes[position] > 0x20 { position += 1 }
    guard position > start else { throw refusal("a word is missing") }
    return bytes[start..<position]
  }

  mutating func text() throws(ProofRefusal) -> String {
    String(decoding: try word(), as: UTF8.self)
  }

  mutating func expect(_ text: String) throws(ProofRefusal) {
    guard try word().elementsEqual(text.utf8) else { throw refusal("“\(text)” is expected") }
  }

  /// Whether the line begins with a word.
  func begins(with text: String) -> Bool {
    let end = position + text.utf8.count
    return end < bytes.count && bytes[end] <= 0x20
      && bytes[position..<end].elementsEqual(text.utf8)
  }

  mutating func number() throws(ProofRefusal) -> Int64 {
    let digits = try word()
    guard let value = Self.number(digits) else { throw refusal("a number is expected") }
    return value
  }

  static func number(_ digits: ArraySlice<UInt8>) -> Int64? {
    var value: Int64 = 0
    let isNegative = digits.first == UInt8(ascii: "-")
    let digits = isNegative ? digits.dropFirst() : digits
    guard !digits.isEmpty, digits.count <= 19 else { return nil }
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      let (tenfold, isTooLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, isBeyond) = tenfold.addingReportingOverflow(Int64(digit - UInt8(ascii: "0")))
      guard !isTooLarge, !isBeyond else { return nil }
      value = sum
    }
    return isNegative ? -value : value
  }

  /// How many lines of a kind follow; not more than there are bytes left.
  mutating func count(_ name: String) throws(ProofRefusal) -> Int {
    try expect(name)
    let value = try number()
    guard value >= 0, value <= bytes.count - position else { throw refusal("too many \(name)") }
    try end()
    return Int(value)
  }

  mutating func index(below count: Int) throws(ProofRefusal) -> Int {
    let value = try number()
    guard value >= 0, value < count else { throw refusal("\(value) is no position") }
    return Int(value)
  }

  mutating func id() throws(ProofRefusal) -> String {
    let word = Array(try word())
    if word == [UInt8(ascii: "%")] { return "" }
    var result: [UInt8] = []
    var at = 0
    while at < word.count {
      if word[at] == UInt8(ascii: "%") {
        guard at + 2 < word.count, let high = CertificateLines.digits.firstIndex(of: word[at + 1]),
          let low = CertificateLines.digits.firstIndex(of: word[at + 2])
        else { throw refusal("an id is not written as it should be") }
        result.append(UInt8(high * 16 + low))
        at += 3
      } else {
        result.append(word[at])
        at += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  mutating func end() throws(ProofRefusal) {
    guard isAtLineEnd else { throw refusal("the line is too long, or the text ends") }
    position += 1
    line += 1
  }
}
