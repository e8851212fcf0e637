public import Certificates

/// The location problems that `yike site` knows, by the names of its flag.
public enum SitingKind: String, Sendable, CaseIterable {
  /// The fewest sites that cover every demand point.
  case lscp
  /// `p` sites that cover the most demand.
  case mclp
  /// `p` sites with the least sum of demand times cost.
  case pMedian = "p-median"
  /// `p` sites with the least largest cost.
  case pCentre = "p-centre"
  /// The fewest or cheapest sites that cover a share of the demand.
  case partialCover = "partial-cover"
  /// `p` sites that cover every point, as many as can be twice.
  case backup
  /// Sites within a budget that cover the most demand.
  case budget
  /// The fewest or cheapest sites by which a share of the units counts as covered.
  case unitShare = "unit-share"
  /// `p` sites as far apart as can be.
  case pDispersion = "p-dispersion"
  /// The fewest sites that serve all demand within their capacities.
  case capacitatedLSCP = "capacitated-lscp"
  /// `p` sites that serve the most demand within their capacities.
  case capacitatedMCLP = "capacitated-mclp"
  /// `p` sites that serve all demand within their capacities at the least sum of demand times cost.
  case capacitatedPMedian = "capacitated-p-median"
  /// The cheapest sites of several levels: each point near one of the lowest, each site near one
  /// of the next level.
  case hierarchical
  /// The cheapest sites of several services, each point near one of every service; a building that
  /// several share is paid once.
  case joint
  /// `p` sites: the least largest cost first, then the most demand covered.
  case lexicographic

  /// The problem of a certified search; nil for those without a certificate.
  public var certified: SitingProblem? { SitingProblem(rawValue: rawValue) }

  /// Whether `p` has to be given.
  public var needsCount: Bool {
    switch self {
    case .mclp, .pMedian, .pCentre, .backup, .pDispersion, .capacitatedMCLP, .capacitatedPMedian,
      .lexicographic:
      true
    case .lscp, .partialCover, .budget, .unitShare, .capacitatedLSCP, .hierarchical, .joint: false
    }
  }

  /// Whether a limit has to be given.
  public var needsLimit: Bool {
    self != .pMedian && self != .pCentre && self != .pDispersion && !mayHaveLimit
  }

  /// Whether a limit may be left out or given.
  public var mayHaveLimit: Bool { self == .capacitatedPMedian }

  /// Whether a share has to be given.
  public var needsShare: Bool { self == .partialCover || self == .unitShare }

  /// Whether a budget has to be given.
  public var needsBudget: Bool { self == .budget }

  /// Whether every unit may be given a least share.
  public var mayHaveUnitMinimum: Bool {
    self == .mclp || self == .budget || self == .capacitatedMCLP
  }

  /// Whether the capacities of the candidates count.
  public var hasCapacities: Bool {
    self == .capacitatedLSCP || self == .capacitatedMCLP || self == .capacitatedPMedian
  }
}
