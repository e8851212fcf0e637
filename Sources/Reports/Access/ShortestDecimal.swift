/// Doubles as text that reads back to the same double.
enum ShortestDecimal {
  /// The shortest such decimal, whole numbers without a point; nil for nil.
  static func text(_ value: Double?) -> String? {
    guard let value, value.isFinite else { return nil }
    if value.magnitude < 1e15, let whole = Int(exactly: value) { return String(whole) }
    return value.description
  }
}
