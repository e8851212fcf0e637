/// The order in which people count: 2 before 10.
public enum NaturalOrder {
  /// Whether one text stands before another: digits that stand together by their value, all else
  /// bytewise; texts that only differ in leading zeros bytewise.
  public static func precedes(_ left: String, _ right: String) -> Bool {
    var first = Substring(left).utf8
    var second = Substring(right).utf8
    while let a = first.first, let b = second.first {
      if isDigit(a), isDigit(b) {
        let one = first.prefix(while: isDigit)
        let two = second.prefix(while: isDigit)
        let value = one.drop { $0 == 0x30 }
        let other = two.drop { $0 == 0x30 }
        if value.count != other.count { return value.count < other.count }
        if !value.elementsEqual(other) { return value.lexicographicallyPrecedes(other) }
        first = first.dropFirst(one.count)
        second = second.dropFirst(two.count)
      } else {
        if a != b { return a < b }
        first = first.dropFirst()
        second = second.dropFirst()
      }
    }
    if first.isEmpty, second.isEmpty { return left.utf8.lexicographicallyPrecedes(right.utf8) }
    return first.isEmpty
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
