/// Text that is put together from words, a blank between two and a line feed after each line.
struct CertificateLines {
  private(set) var bytes: [UInt8] = []
  private var isLineEmpty = true

  mutating func word(_ text: String) {
    separate()
    bytes += text.utf8
  }

  /// An id: bytes that would end a word are written as `%` and two hexadecimal digits.
  mutating func id(_ text: String) {
    separate()
    if text.isEmpty { bytes.append(UInt8(ascii: "%")) }
    for byte in text.utf8 {
      if byte <= 0x20 || byte == 0x7f || byte == UInt8(ascii: "%") {
        bytes.append(UInt8(ascii: "%"))
        bytes.append(Self.digits[Int(byte >> 4)])
        bytes.append(Self.digits[Int(byte & 15)])
      } else {
        bytes.append(byte)
      }
    }
  }

  mutating func number(_ value: Int64) {
    separate()
    guard value > 0 else {
      bytes += String(value).utf8
      return
    }
    let start = bytes.count
    var rest = value
    while rest > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    }
    bytes[start...].reverse()
  }

  mutating func number(_ value: Int) { number(Int64(value)) }

  /// Numbers; several equal ones in a row are written once: `0*17`.
  mutating func runs(_ values: [Int64]) {
    var start = 0
    while start < values.count {
      var end = start + 1
      while end < values.count, values[end] == values[start] { end += 1 }
      number(values[start])
      if end - start > 1 {
        bytes.append(UInt8(ascii: "*"))
        bytes += String(end - start).utf8
      }
      start = end
    }
  }

  mutating func end() {
    bytes.append(UInt8(ascii: "\n"))
    isLineEmpty = true
  }

  private mutating func separate() {
    if !isLineEmpty { bytes.append(UInt8(ascii: " ")) }
    isLineEmpty = false
  }

  static let digits = Array("0123456789abcdef".utf8)
}
