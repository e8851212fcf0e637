/// Judges choices of sites exactly, and makes good ones.
protocol Incumbents {
  /// The exact objective, as a minimum, of open sites (ascending); nil when a condition is broken.
  func objective(of open: [Int]) -> Int128?

  /// A good choice of sites near the given one, exact in number and ascending; nil when none was
  /// found. Open sites of `states` stay open, closed ones closed.
  mutating func improved(from chosen: [Int], terms: [Double], states: SiteStates) -> [Int]?
}
