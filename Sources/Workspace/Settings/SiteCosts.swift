public import PlanningModel

/// What new sites cost, by the kind of service they offer.
public struct SiteCosts: Sendable, Hashable {
  /// The cost of one site, by kind.
  public var kinds: [ServiceKind: ExactDecimal] = [:]
  /// What costs are counted in, for example 万元; nil when nobody says.
  public var currency: String?
  /// How good the costs are.
  public var provenance: Provenance = .illustrative

  /// No costs.
  public init() {}

  /// The parameters with the keys of `yike.yaml`; none where nothing is stated.
  var parameters: [(key: String, value: String)] {
    guard !kinds.isEmpty else { return [] }
    return [
      ("site_costs.currency", currency ?? ""), ("site_costs.provenance", provenance.rawValue),
    ] + kinds.map { ("site_costs.kinds.\($0.key)", $0.value.description) }
  }
}
