/// A number of a cell as an exact decimal, `mantissa × 10^-decimals`, not negative.
struct DecimalCell: Equatable {
  /// The digits without trailing zeros behind the point.
  var mantissa: Int64
  /// How many of them stand behind the point.
  var decimals: Int

  /// Why a cell is no such number.
  enum Fault: Error { case empty, notNumber, negative, tooLarge }

  /// The most digits that are kept; further ones behind the point round the number up, so that
  /// comparing it with a limit of fewer digits stays exact.
  private static let maximumDigits = 18

  /// Wraps a number that is known.
  init(mantissa: Int64, decimals: Int) {
    self.mantissa = mantissa
    self.decimals = decimals
  }

  /// Reads `12`, `0.50`, `.5`, `+3` or `1.5e+03`; nothing else, no thousands separators.
  init(_ bytes: [UInt8], _ range: Range<Int>) throws(Fault) {
    let end = range.upperBound
    var index = range.lowerBound
    guard index < end else { throw .empty }
    let isNegative = bytes[index] == UInt8(ascii: "-")
    if isNegative || bytes[index] == UInt8(ascii: "+") { index += 1 }
    var value: Int64 = 0
    var digits = 0
    var scale = 0
    var pendingZeros = 0
    var isBehindPoint = false
    var hasDigit = false
    var isCut = false
    while index < end {
      let byte = bytes[index]
      if byte >= 0x30, byte <= 0x39 {
        hasDigit = true
        if isBehindPoint, byte == 0x30 {
          pendingZeros += 1
        } else {
          let isRoom = digits + pendingZeros < Self.maximumDigits
          if isRoom {
            while pendingZeros > 0 {
              value *= 10
              if digits > 0 { digits += 1 }
              scale += 1
              pendingZeros -= 1
            }
            value = value * 10 + Int64(byte - 0x30)
            if value > 0 { digits += 1 }
            if isBehindPoint { scale += 1 }
          } else if isBehindPoint {
            while !isCut, pendingZeros > 0, digits < Self.maximumDigits, scale < Self.maximumDigits
            {
              value *= 10
              if digits > 0 { digits += 1 }
              scale += 1
              pendingZeros -= 1
            }
            isCut = true
          } else {
            throw .tooLarge
          }
        }
      } else if byte == UInt8(ascii: "."), !isBehindPoint {
        isBehindPoint = true
      } else if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E"), hasDigit {
        guard let exponent = Self.exponent(bytes, index + 1, end) else { throw .notNumber }
        scale -= exponent
        index = end
        break
      } else {
        throw .notNumber
      }
      index += 1
    }
    guard hasDigit else { throw .notNumber }
    if isCut { value += 1 }
    if value == 0 { scale = 0 }
    guard !isNegative || value == 0 else { throw .negative }
    while scale < 0 {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      guard !overflow else { throw .tooLarge }
      value = product
      scale += 1
    }
    mantissa = value
    decimals = scale
    while decimals > Self.maximumDigits { dropDigit() }
    while decimals > 0, mantissa % 10 == 0 { dropDigit() }
  }

  /// Takes the last digit off, rounding up.
  mutating func dropDigit() {
    mantissa = mantissa / 10 + (mantissa % 10 > 0 ? 1 : 0)
    decimals -= 1
  }

  /// The number in units of `10^-decimals`: exact with enough of them, else rounded up; nil when
  /// it is too large for that.
  func scaled(decimals wanted: Int) -> Int64? {
    var copy = self
    while copy.decimals > wanted { copy.dropDigit() }
    while copy.decimals < wanted {
      let (product, overflow) = copy.mantissa.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      copy.mantissa = product
      copy.decimals += 1
    }
    return copy.mantissa
  }

  /// The fewest decimals that hold all numbers exactly, but at most `most`, and none that would
  /// make the largest number longer than 15 digits, so that sums of products stay in range.
  static func decimals(of cells: [DecimalCell], most: Int) -> Int {
    var wanted = 0
    for cell in cells { wanted = max(wanted, cell.decimals) }
    wanted = min(wanted, most)
    for cell in cells {
      while wanted > 0, (cell.scaled(decimals: wanted) ?? .max) >= powerOfTen(15) { wanted -= 1 }
    }
    return wanted
  }

  /// 1, 10, 100 …; `exponent` from 0 to 18.
  static func powerOfTen(_ exponent: Int) -> Int64 {
    var power: Int64 = 1
    for _ in 0..<exponent { power *= 10 }
    return power
  }

  private static func exponent(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    var index = start
    guard index < end else { return nil }
    let isNegative = bytes[index] == UInt8(ascii: "-")
    if isNegative || bytes[index] == UInt8(ascii: "+") { index += 1 }
    guard index < end, end - index <= 3 else { return nil }
    var value = 0
    while index < end {
      guard bytes[index] >= 0x30, bytes[index] <= 0x39 else { return nil }
      value = value * 10 + Int(bytes[index] - 0x30)
      index += 1
    }
    return isNegative ? -value : value
  }
}
