/// How much a search may do.
public struct SearchEffort: Sendable {
  /// The most nodes of the tree.
  public var nodes = 2_000_000
  /// When to stop; nil so that nothing depends on the clock.
  public var deadline: ContinuousClock.Instant?

  /// Without a clock.
  public init() {}

  /// Stops some seconds from now, and gives the best so far.
  public init(seconds: Double) {
    deadline = .now + .seconds(seconds)
  }

  func isSpent(nodes count: Int) -> Bool {
    if count >= nodes { return true }
    guard let deadline else { return false }
    return ContinuousClock.now >= deadline
  }
}
