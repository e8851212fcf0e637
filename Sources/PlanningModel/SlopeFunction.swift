/// How walking speed depends on slope, by the names that the workspace and the command line use.
///
/// Every function is used relative to the flat, v(S) / v(0), so that a cohort's own pace
/// decides the level and the function only the shape. S is rise over run, signed in the
/// direction of travel. Formulas and their sources: `docs/methods/travel-times.md`.
public enum SlopeFunction: String, Sendable, Hashable, CaseIterable {
  /// Tobler 1993: exp(−3.5·|S + 0.05|).
  case tobler
  /// Irmischer and Clarke 2018 on paths.
  case irmischerClarke = "irmischer-clarke"
  /// Irmischer and Clarke 2018 off paths.
  case irmischerClarkeOffPath = "irmischer-clarke-off-path"
  /// Campbell et al. 2019, Lorentz function of the 50th percentile.
  case campbell
  /// Naismith 1892 uphill with Langmuir's corrections downhill.
  case naismithLangmuir = "naismith-langmuir"
  /// Márquez-Pérez et al. 2017.
  case marquezPerez = "marquez-perez"
  /// Minetti et al. 2002: constant power over the energy cost of walking.
  case minetti
  /// No influence of slope.
  case none
}
