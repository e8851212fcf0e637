/// What is said beside an access value or a ratio.
public enum AccessStatus: String, Sendable {
  /// The value stands.
  case ok
  /// No supply is within reach: the access is a true 0.
  case noSupply = "no_supply"
  /// Fewer supplies than asked for are within reach; there is no mean of `n`.
  case tooFew = "too_few"
  /// Every supply within reach has an undefined ratio; there is no value.
  case undefined
  /// No demand reaches this supply, so that its ratio is undefined and its supply left out.
  case noDemand = "no_demand"
}

/// The access of every demand point and the ratio of every supply.
public struct FloatingCatchments: Sendable {
  /// The access of each demand point, in the order of the table; nil where there is no value.
  public var access: [Double?]
  /// What is said beside each.
  public var status: [AccessStatus]
  /// Supply over competing demand of each supply, nil where no demand reaches it; nil for
  /// methods without ratios.
  public var ratios: [Double?]?
  /// The check of the sums; nil where theory says nothing.
  public var balance: MassBalance?

  init(
    access: [Double?], status: [AccessStatus], ratios: [Double?]?, balance: MassBalance? = nil
  ) {
    self.access = access
    self.status = status
    self.ratios = ratios
    self.balance = balance
  }

  /// What is said beside each ratio.
  public var ratioStatus: [AccessStatus]? {
    ratios?.map { $0 == nil ? .noDemand : .ok }
  }
}
