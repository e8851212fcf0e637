/// The location problems that a proof can be written for.
///
/// Each is stated in `docs/methods/siting.md`. Those marked with a limit look only at pairs whose
/// cost is at most ``SitingStatement/limit``.
public enum SitingProblem: String, Sendable, CaseIterable {
  /// Location set covering: the fewest sites that cover every demand point (with a limit).
  case lscp
  /// Maximal covering: `p` sites that cover the most demand (with a limit).
  case mclp
  /// `p` sites with the least sum of demand times cost.
  case pMedian = "p-median"
  /// `p` sites with the least largest cost of any demand point.
  case pCentre = "p-centre"
  /// The fewest or cheapest sites that cover a given amount of demand (with a limit).
  case partialCover = "partial-cover"
  /// `p` sites that cover every point, and as many points as can be twice (with a limit).
  case backup
  /// Sites within a budget that cover the most demand (with a limit).
  case budget
  /// The fewest or cheapest sites by which enough administrative units count as covered (with a
  /// limit).
  case unitShare = "unit-share"

  /// Whether exactly ``SitingStatement/siteCount`` sites are open.
  public var countsSites: Bool {
    switch self {
    case .mclp, .pMedian, .pCentre, .backup: true
    case .lscp, .partialCover, .budget, .unitShare: false
    }
  }

  /// Whether a larger objective is better.
  public var isMaximised: Bool {
    switch self {
    case .mclp, .backup, .budget: true
    case .lscp, .pMedian, .pCentre, .partialCover, .unitShare: false
    }
  }
}
