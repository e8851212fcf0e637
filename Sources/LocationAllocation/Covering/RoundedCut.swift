import Certificates

/// A condition that whole numbers of sites meet, rounded from others (Gomory 1958, Chvátal 1973).
struct RoundedCut: Sendable {
  /// How it is derived.
  let derivation: SitingProof.Cut
  /// The candidates with their coefficients, ascending.
  let terms: [(site: Int, coefficient: Int64)]
  /// What the sum is not less than.
  let least: Int64
}
