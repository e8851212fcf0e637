/// Numbers that depend on a seed and a position alone, so that nothing need be kept.
struct SeededNumbers {
  /// The seed.
  var seed: UInt64

  /// A word for a position and a purpose.
  func word(_ position: Int, _ purpose: UInt64) -> UInt64 {
    // SplitMix64 over the three.
    var word = seed &* 0x9E37_79B9_7F4A_7C15 &+ purpose &* 0xD1B5_4A32_D192_ED03
    word = Self.mixed(word &+ UInt64(truncatingIfNeeded: position) &* 0x9E37_79B9_7F4A_7C15)
    return Self.mixed(word)
  }

  /// A number from 0 up to 1.
  func unit(_ position: Int, _ purpose: UInt64) -> Double {
    Double(word(position, purpose) >> 11) / 9_007_199_254_740_992
  }

  /// A whole number below a count.
  func below(_ count: Int, _ position: Int, _ purpose: UInt64) -> Int {
    Int(word(position, purpose).multipliedFullWidth(by: UInt64(count)).high)
  }

  private static func mixed(_ input: UInt64) -> UInt64 {
    var word = input
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
