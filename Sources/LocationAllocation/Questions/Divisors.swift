/// Divisors of whole numbers.
enum Divisors {
  /// The greatest number that divides both; the other when one is 0.
  static func greatest(_ first: Int64, _ second: Int64) -> Int64 {
    var (large, small) = (first, second)
    while small != 0 { (large, small) = (small, large % small) }
    return large
  }
}
